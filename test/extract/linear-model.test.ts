import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  getModel,
  hashPair,
  hashText,
  readLinearModels,
  scoreClass,
  scoreClasses,
  sigmoid,
  softmax,
} from "../../src/extract/linear-model.ts";
import { encodeModel } from "../../src/language/index.ts";
import { trainBinary, trainLogistic, trainPerceptron, trainRanker } from "../../src/train/linear.ts";
import { LinearExamples } from "../../src/train/linear-data.ts";
import { quantise, writeLinearModels } from "../../src/train/linear-file.ts";

const features = (...names: string[]): number[] => names.map((name) => hashText(name));

function fruit(): LinearExamples {
  const examples = new LinearExamples();
  for (let i = 0; i < 30; i++) {
    examples.add(features("round", "red", `apple${i}`), 0);
    examples.add(features("long", "yellow", `banana${i}`), 1);
    examples.add(features("round", "orange", `orange${i}`), 2);
  }
  return examples;
}

describe("hashText(text) and hashPair(a, b)", () => {
  test("give unsigned 32-bit numbers", () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        for (const hash of [hashText(a), hashText(a, 7), hashPair(hashText(a), hashText(b))]) {
          expect(hash >>> 0).toBe(hash);
        }
      }),
    ));
  test("tell the order of a pair", () => expect(hashPair(1, 2)).not.toBe(hashPair(2, 1)));
});

describe("trainLogistic, trainPerceptron", () => {
  test.each([
    ["logistic", trainLogistic],
    ["perceptron", trainPerceptron],
  ])("%s learns classes, also after quantising", (_, train) => {
    const model = quantise(train(fruit(), ["apple", "banana", "orange"], { bits: 12 }));
    const best = (...names: string[]): string => {
      const scores = [...scoreClasses(model, features(...names))];
      return model.classes[scores.indexOf(Math.max(...scores))]!;
    };
    expect([best("round", "red"), best("long", "yellow"), best("round", "orange")]).toEqual([
      "apple",
      "banana",
      "orange",
    ]);
  });
});

describe("trainBinary(examples, name)", () => {
  test("gives probabilities", () => {
    const examples = new LinearExamples();
    for (let i = 0; i < 300; i++) examples.add(features("common", i % 2 ? "yes" : "no"), i % 2);
    const model = trainBinary(examples, "odd", { bits: 10 });
    expect(sigmoid(scoreClass(model, features("common", "yes")))).toBeGreaterThan(0.9);
    expect(sigmoid(scoreClass(model, features("common", "no")))).toBeLessThan(0.1);
  });
});

describe("trainRanker(examples, name)", () => {
  test("puts the right candidate first and ignores groups without one", () => {
    const examples = new LinearExamples();
    for (let i = 0; i < 20; i++) {
      examples.beginGroup();
      examples.add(features("near"), 1);
      examples.add(features("far"), 0);
      examples.beginGroup();
      examples.add(features("far"), 0);
    }
    const model = trainRanker(examples, "distance", { bits: 10 });
    expect(scoreClass(model, features("near"))).toBeGreaterThan(scoreClass(model, features("far")) + 1);
  });
});

describe("readLinearModels(encodeModel(writeLinearModels(models)))", () => {
  const model = trainLogistic(fruit(), ["a", "b", "c"], { bits: 10 });
  const bytes = (trained: typeof model): Uint8Array => encodeModel(writeLinearModels("fruit", { one: trained }));
  test("gives the quantised models back", async () => {
    const read = await readLinearModels(bytes({ ...model, meta: { threshold: 0.4 } }), "fruit");
    expect(getModel(read, "one")).toEqual({ ...quantise(model), meta: { threshold: 0.4 } });
  });
  test("the same examples and seed give the same bytes", () => {
    expect(bytes(trainLogistic(fruit(), ["a", "b", "c"], { bits: 10 }))).toEqual(bytes(model));
  });
  test("refuses weights that are cut", () => {
    const file = writeLinearModels("fruit", { one: model });
    const cut = encodeModel({ ...file, sections: { one: file.sections.one!.subarray(1) } });
    return expect(readLinearModels(cut, "fruit")).rejects.toThrow('the weights of "one" in "fruit" are missing or cut');
  });
  test("getModel names what the file holds", async () => {
    const read = await readLinearModels(bytes(model), "fruit");
    expect(() => getModel(read, "two")).toThrow('no model "two" in this file; it holds one');
  });
});

describe("softmax(scores)", () => {
  test("sums to one and keeps the order", () => {
    const p = softmax(Float64Array.of(1, 3, 2));
    expect(p[0]! + p[1]! + p[2]!).toBeCloseTo(1);
    expect(p[1]).toBeGreaterThan(p[2]!);
  });
});
