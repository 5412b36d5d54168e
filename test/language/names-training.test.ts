import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadClusters } from "../../src/language/en/clusters.ts";
import { loadCountries } from "../../src/language/en/countries.ts";
import { loadGazetteer } from "../../src/language/en/gazetteer.ts";
import { createNamesReader } from "../../src/language/en/names.ts";
import { type NamesDoc, viewNames } from "../../src/language/en/names-features.ts";
import { createFormFacts } from "../../src/language/en/names-forms.ts";
import { LABELS, NAME_TYPES, typeOf } from "../../src/language/en/names-labels.ts";
import { toNamesModel } from "../../src/language/en/names-model.ts";
import { encodeModel } from "../../src/language/model-file.ts";
import { allowedLabels, type NamesDocument } from "../../src/train/names-corpora.ts";
import { DEFAULT_CRF_OPTIONS, toCrfDocument, toModelFile, trainCrf } from "../../src/train/names-crf.ts";
import { agreedLabels } from "../../src/train/names-silver.ts";

const read = (path: string): Uint8Array => readFileSync(`data/${path}`);
const gazetteer = loadGazetteer(
  read("lexicon/first-names.tsv"),
  read("lexicon/cities.tsv"),
  read("lexicon/gazetteer.json"),
  loadCountries(read("lexicon/countries.json")),
);
const facts = createFormFacts(await loadClusters(read("models/en-clusters.bin")), gazetteer);

/** "met [Ann Lee|person] there": a document with gold names. */
function makeDocument(marked: string): NamesDocument {
  const gold: NamesDocument["gold"][number][] = [];
  let text = "";
  for (const [, plain, name, type] of marked.matchAll(/([^[]+)|\[([^|]+)\|(\w+)\]/g)) {
    if (name) {
      const span = { start: text.length, end: text.length + name.length };
      gold.push({ ...span, type: type!, types: [type as (typeof NAME_TYPES)[number]] });
    }
    text += name ?? plain;
  }
  const tokens = [...text.matchAll(/\S+/g)].map(({ index, 0: form }) => ({
    start: index,
    end: index + form.length,
    form,
  }));
  const doc: NamesDoc = {
    id: marked,
    text,
    tokens,
    sentences: [{ start: 0, end: text.length, firstToken: 0, endToken: tokens.length, block: 0 }],
    tags: tokens.map(() => ({ pos: "X", xpos: "" })),
    messages: [],
  };
  return { id: marked, corpus: "test", domain: 0, weight: 1, doc, gold, unmarked: [] };
}

const CORPUS = [
  "then [Ann Lee|person] met officials in [Lisbon|place] again",
  "officials met [Carla Gomez|person] near [Oslo|place] again",
  "then officials saw [David Brown|person] in [Vienna|place]",
  "nobody met officials again",
].map(makeDocument);

const train = () => {
  const examples = CORPUS.map((document) =>
    toCrfDocument(viewNames(document.doc, facts, gazetteer), 0, 1, allowedLabels(document)),
  );
  return toModelFile(trainCrf(examples, { ...DEFAULT_CRF_OPTIONS, epochs: 30, minimum: 1 }), 0.001);
};

describe("trainCrf(documents, options)", () => {
  test("gives the same bytes twice", () => expect(Buffer.compare(encodeModel(train()), encodeModel(train()))).toBe(0));

  test("learns what it is shown, and carries it to like sentences", () => {
    const reader = createNamesReader(toNamesModel(train()));
    const { doc } = makeDocument("then officials met Maria Smith in Madrid");
    const view = viewNames(doc, facts, gazetteer);
    const columns = reader.sum(view, 0);
    const labels = Array.from(reader.read(view, columns).labels, (label) =>
      label === 0 ? "-" : NAME_TYPES[typeOf(label)]!,
    );
    expect(labels).toEqual(["-", "-", "-", "person", "person", "-", "place"]);
    const marginals = reader.marginals(view, columns);
    for (let t = 0; t < doc.tokens.length; t++) {
      const sum = marginals.subarray(t * LABELS, (t + 1) * LABELS).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 4);
    }
  });
});

describe("agreedLabels(silver, own)", () => {
  test("fixes what both see alike and leaves the rest open", () => {
    const document = makeDocument("Ann Lee met Bob in Lisbon");
    const own = [
      { start: 0, end: 7, type: "person" as const, firstToken: 0, endToken: 2, score: 1 },
      { start: 19, end: 25, type: "organization" as const, firstToken: 5, endToken: 6, score: 1 },
    ];
    const names = [
      { start: 0, end: 7, type: "PER" },
      { start: 12, end: 15, type: "PER" },
      { start: 19, end: 25, type: "LOC" },
    ];
    const allowed = agreedLabels({ document, names }, own);
    expect(allowed.map((set) => set?.reduce((sum, bit) => sum + bit, 0))).toEqual([1, 1, 1, undefined, 1, undefined]);
    expect(allowed[2]![0]).toBe(1);
    expect(allowed[0]![0]).toBe(0);
  });
});
