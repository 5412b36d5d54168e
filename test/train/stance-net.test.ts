import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/core/index.ts";
import { createNetRunner } from "../../src/extract/sentiment-model.ts";
import { NET_OPTIONS, type NetExample, trainNet } from "../../src/train/stance-net.ts";

const SHAPE = { vector: 4, first: 8, second: 8, hidden: 8, classes: 3, ownRows: 16, placeRows: 16 };
const VECTORS = Float32Array.from({ length: 80 }, (_, i) => Math.sin(i * 1.7));

/** Four words in a chain; the class is told by which of three rows stands at the word that the first mark points to. */
function makeExamples(count: number): NetExample[] {
  const random = createRandom(3);
  return Array.from({ length: count }, () => {
    const label = Math.floor(random() * 3);
    const mark = Math.floor(random() * 4);
    const own = Uint16Array.from({ length: 4 }, (_, t) => (t === mark ? label : 3 + Math.floor(random() * 5)));
    return {
      label,
      from: 0,
      to: 3,
      words: {
        length: 4,
        rows: Int32Array.from({ length: 4 }, () => Math.floor(random() * 20)),
        heads: Int16Array.from([1, -1, 1, 2]),
        own,
        ownStarts: Uint16Array.from([0, 1, 2, 3, 4]),
      },
      places: {
        apart: [{ rows: Uint16Array.from([0]), starts: Uint16Array.from([0, 1, 1, 1, 1]) }],
        joint: { rows: Uint16Array.from([1, 2]), starts: Uint16Array.from([0, 0, 0, 1, 2]) },
        marks: Int16Array.from([mark, -1, -1]),
      },
    };
  });
}

const OPTIONS = { ...NET_OPTIONS, epochs: 12, rate: 0.005, batch: 8, dropout: 0, wordDropout: 0, decay: 0 };

describe("trainNet(shape, vectors, examples, options)", () => {
  test("learns what stands at a mention", () => {
    const examples = makeExamples(200);
    const net = createNetRunner(SHAPE, trainNet(SHAPE, VECTORS, examples, OPTIONS), {
      dimensions: 4,
      values: VECTORS,
      rowOf: () => -1,
    });
    const right = examples.filter(({ words, places, label }) => {
      net.read(words);
      const judged = net.judge(places, 0, 3);
      return judged.indexOf(Math.max(...judged)) === label;
    });
    expect(right.length).toBeGreaterThan(190);
  });

  test("gives the same weights for the same seed", () => {
    const examples = makeExamples(40);
    const options = { ...OPTIONS, epochs: 2, wordDropout: 0.2, dropout: 0.3 };
    expect(trainNet(SHAPE, VECTORS, examples, options)).toEqual(trainNet(SHAPE, VECTORS, examples, options));
    expect(trainNet(SHAPE, VECTORS, examples, options)).not.toEqual(
      trainNet(SHAPE, VECTORS, examples, { ...options, seed: 2 }),
    );
  });
});

describe("createNetRunner(shape, weights, vectors)", () => {
  test("reads a sentence again to the same bits, whatever it read before (seed 3)", () => {
    const examples = makeExamples(12);
    const weights = trainNet(SHAPE, VECTORS, examples, { ...OPTIONS, epochs: 2 });
    const vectors = { dimensions: 4, values: VECTORS, rowOf: () => -1 };
    const used = createNetRunner(SHAPE, weights, vectors);
    for (const { words, places } of examples) {
      const fresh = createNetRunner(SHAPE, weights, vectors);
      fresh.read(words);
      used.read(words);
      expect(used.judge(places, 0, 3)).toEqual(fresh.judge(places, 0, 3));
    }
  });
});
