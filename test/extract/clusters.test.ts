import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { type Cluster, createMessages, type Doc } from "../../src/core/index.ts";
import { createClusters, createMentions, findClusters, findMentions, loadCorefModel } from "../../src/extract/index.ts";
import { readActorLexicon } from "../../src/train/coref-trainer.ts";
import { type MakeDocOptions, makeDoc } from "../helpers.ts";

const lexicon = await readActorLexicon("data");
const model = await loadCorefModel(await readFile("data/models/en-coref.bin"));

function cluster(marked: string, options: MakeDocOptions = {}): { doc: Doc<"mentions">; clusters: Cluster[] } {
  const made = makeDoc(marked, options);
  const doc = { ...made, mentions: findMentions(made, lexicon) };
  return { doc, clusters: findClusters(doc, { lexicon, model }) };
}

/** Named clusters as `name (aliases)`, in text order. */
function showNames(clusters: readonly Cluster[]): string {
  return clusters
    .filter(({ named }) => named)
    .map(({ name, aliases }) => (aliases.length > 0 ? `${name} (${aliases.join(", ")})` : name))
    .join(" | ");
}

describe("findClusters(doc) links names", () => {
  test.each([
    ["equal names", "[Acme]organization sued\n[ACME]organization lost", "Acme (ACME)"],
    [
      "a surname and a first name",
      "[Jane Roe]person spoke\n[Roe]person left\n[Jane]person slept",
      "Jane Roe (Roe, Jane)",
    ],
    ["a surname in a headline", "[Roe]person speaks\n[Jane Roe]person spoke", "Jane Roe (Roe)"],
    ["middle names", "[Jane Q. Roe]person spoke\n[Jane Roe]person left", "Jane Q. Roe (Jane Roe)"],
    [
      "an acronym in brackets",
      "the [National Data Office]organization ( [NDO]organization ) said\n[NDO]organization left",
      "National Data Office (NDO)",
    ],
    [
      "an acronym of another language in brackets",
      "the [Workers Party]organization ( [PT]organization ) won",
      "Workers Party (PT)",
    ],
    [
      "an acronym whose initials fit",
      "the [Office of National Data]organization said\nthe [OND]organization left",
      "Office of National Data (OND)",
    ],
    [
      "a newspaper's short form",
      "the [Hill Street Journal]organization wrote\nthe [Journal]organization said",
      "Hill Street Journal (Journal)",
    ],
    [
      "a head noun",
      "the [Church of Reason]organization sued\nthe [Church]organization lost",
      "Church of Reason (Church)",
    ],
    [
      "no head noun that was named first",
      "it rained\nthe [Congress]organization met\nthe [National Bay Congress]organization met\n[Congress]organization left",
      "Congress | National Bay Congress",
    ],
    [
      "a head noun in a headline",
      "[Congress]organization met\nthe [National Bay Congress]organization met\n[Congress]organization left",
      "National Bay Congress (Congress)",
    ],
    ["a company's legal form", "[Acme Corp]organization grew\n[Acme]organization fell", "Acme Corp (Acme)"],
    [
      "a chamber of a country",
      "the [U.S. House of Tides]organization met\nthe [House]organization voted",
      "U.S. House of Tides (House)",
    ],
    [
      "a slip of the pen",
      "[Ann Lindqvist]person spoke\n[Ann Lindqvist]person left\n[Lindqvst]person slept",
      "Ann Lindqvist (Lindqvst)",
    ],
    [
      "letters changed about",
      "the [Harbour Council]organization met\nthe [Harbour Council]organization left\nthe [Harbour Cuoncil]organization slept",
      "Harbour Council (Harbour Cuoncil)",
    ],
    [
      "no name that is written as often as its twin",
      "[Ann Lindqvist]person spoke\n[Lindqvest]person slept",
      "Ann Lindqvist | Lindqvest",
    ],
    [
      "no slip that may be of either of two",
      "[Ann Larsson]person and [Ann Larsson]person met\n[Bo Larssen]person and [Bo Larssen]person met\n[Larssin]person slept",
      "Ann Larsson | Bo Larssen | Larssin",
    ],
    [
      "countries, their adjectives and their people",
      "[Germany]place won\n[German]demonym fans and [Germans]group sang",
      "Germany (German, Germans)",
    ],
    [
      "words for a party",
      "the [Republican]demonym side won\n[Republicans]group sang",
      "Republican Party (Republican, Republicans)",
    ],
    [
      "a compass point that stands for a country",
      "[North Korea]place fired\nthe [North]place denied it",
      "North Korea (North)",
    ],
  ])("%s", (_, text, expected) => expect(showNames(cluster(text).clusters)).toBe(expected));

  test.each([
    ["two people of one surname", "[Jane Roe]person met [John Roe]person", "Jane Roe | John Roe"],
    ["a person and a place", "[Jane Lincoln]person lives in [Lincoln]place", "Jane Lincoln | Lincoln"],
    [
      "two courts",
      "the [Supreme Court of Utopia]organization and the [High Court]organization",
      "Supreme Court of Utopia | High Court",
    ],
    [
      "a chamber and its committee",
      "the [Senate]organization asked the [Senate Data Committee]organization",
      "Senate | Senate Data Committee",
    ],
    ["places that share a word", "[York]place beat [New York]place", "York | New York"],
    [
      "an acronym with two expansions",
      "[Data Office]organization and [Drug Office]organization asked [DO]organization",
      "Data Office | Drug Office | DO",
    ],
  ])("keeps %s apart", (_, text, expected) => expect(showNames(cluster(text).clusters)).toBe(expected));

  test("takes a bare surname for someone named far more often, even after a relative", () => {
    const often = Array.from({ length: 4 }, () => "[John Roe]person spoke").join("\n");
    const { clusters } = cluster(`${often}\n[Jane Roe]person smiled\n[Roe]person left`);
    expect(clusters.map(({ mentions }) => mentions)).toEqual([[0, 1, 2, 3, 5], [4]]);
  });

  test("takes a bare surname for the person just named, and a Mrs. for the woman", () => {
    const { clusters } = cluster(
      "[John Roe]person spoke\n[Jane Roe]person left\n[Roe]person slept\nMr. [Roe]person ate",
    );
    expect(clusters.map(({ mentions }) => mentions)).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  test.each([
    ["[Paris]place warned [France]place", "NNP VBD NNP", "2 0 2", "nsubj root obj", "France (Paris)"],
    [
      "tourists left [Paris]place for [France]place",
      "NNS VBD NNP IN NNP",
      "2 0 2 5 2",
      "nsubj root obj case obl",
      "Paris | France",
    ],
  ])("takes a capital for its country only where it acts: %s", (text, tags, heads, deps, expected) => {
    expect(showNames(cluster(text, { tags, heads, deps }).clusters)).toBe(expected);
  });
});

describe("findClusters(doc) links phrases and pronouns", () => {
  test("links an apposition to its name", () => {
    const { clusters } = cluster("[Jane Roe]person , the director of [Acme]organization , left", {
      tags: "NNP NNP , DT NN IN NNP , VBD",
      heads: "9 1 5 5 1 7 5 5 0",
      deps: "nsubj flat punct det appos case nmod punct root",
    });
    expect(clusters.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ["Jane Roe", 2],
      ["Acme", 1],
    ]);
  });

  test("links a pronoun to the subject before it and a relative pronoun to its noun", () => {
    const { clusters } = cluster("[Jane Roe]person praised [Acme]organization\nShe likes the firm", {
      tags: "NNP NNP VBD NNP PRP VBZ DT NN",
      heads: "3 1 0 3 2 0 4 2",
      deps: "nsubj flat root obj nsubj root det obj",
    });
    expect(clusters[0]!.mentions).toHaveLength(2);
  });

  test("gives the I of a quotation to its speaker", () => {
    const { clusters } = cluster('" I agree , " [Roe]person said', {
      tags: "`` PRP VBP , '' NNP VBD",
      heads: "3 3 7 3 3 7 0",
      deps: "punct nsubj ccomp punct punct nsubj root",
      lemmas: '" I agree , " Roe say',
    });
    expect(clusters).toMatchObject([{ name: "Roe", mentions: [0, 1], named: true }]);
  });

  test.each([
    [
      "a demonym",
      "a senior [Indian]demonym official left",
      "DT JJ JJ NN VBD",
      "4 4 4 5 0",
      "det amod amod nsubj root",
      "India",
    ],
    [
      "a possessor",
      "[Acme]organization 's lawyers left",
      "NNP POS NNS VBD",
      "3 1 4 0",
      "nmod:poss case nsubj root",
      "Acme",
    ],
    [
      "an of-phrase",
      "a spokesman for [Acme]organization left",
      "DT NN IN NNP VBD",
      "2 5 4 2 0",
      "det nsubj case nmod root",
      "Acme",
    ],
    [
      "a noun between",
      "[Chinese]demonym government officials left",
      "JJ NN NNS VBD",
      "2 3 4 0",
      "amod compound nsubj root",
      "China",
    ],
  ])("lets an unnamed official speak for %s", (_, text, tags, heads, deps, name) => {
    const { clusters } = cluster(text, { tags, heads, deps });
    const official = clusters.find(({ named }) => !named)!;
    expect(clusters[official.speaksFor]?.name).toBe(name);
  });

  test.each([
    [
      "the country that their sentence is about",
      "a government official said [India]place wants [Acme]organization",
      { tags: "DT NN NN VBD NNP VBZ NNP", heads: "3 3 4 0 6 4 6", deps: "det compound nsubj root nsubj ccomp obj" },
      "India",
    ],
    [
      "the country named before",
      "[India]place grows\ngovernment officials agreed",
      { tags: "NNP VBZ NN NNS VBD", heads: "2 0 2 3 0", deps: "nsubj root compound nsubj root" },
      "India",
    ],
    [
      "none of two",
      "a government official said [India]place likes [China]place",
      { tags: "DT NN NN VBD NNP VBZ NNP", heads: "3 3 4 0 6 4 6", deps: "det compound nsubj root nsubj ccomp obj" },
      undefined,
    ],
  ] as const)("leads government officials to %s", (_, text, options, name) => {
    const { clusters } = cluster(text, options);
    expect(clusters[clusters.find(({ named }) => !named)!.speaksFor]?.name).toBe(name);
  });

  test.each([
    ["a company by its kind and country", "[Acme]organization grew\nBuyers like the [Chinese]demonym telecom", "Acme"],
    ["no newspaper", "the [Hill Times]organization wrote\nBuyers like the [Chinese]demonym telecom", undefined],
  ])("takes a noun phrase for %s", (_, text, name) => {
    const news = text.startsWith("the");
    const { clusters, doc } = cluster(text, {
      tags: news ? "DT NNP NNP VBD NNS VBP DT JJ NN" : "NNP VBD NNS VBP DT JJ NN",
      heads: news ? "3 3 4 0 2 0 5 5 2" : "2 0 2 0 5 5 2",
      deps: `${news ? "det compound " : ""}nsubj root nsubj root det amod obj`,
    });
    const telecom = doc.mentions.findIndex((mention) => doc.text.slice(mention.start, mention.end).endsWith("telecom"));
    const found = clusters.find(({ mentions }) => mentions.includes(telecom))!;
    expect(found.named ? found.name : undefined).toBe(name);
  });

  test("lets a tourist speak for nobody", () => {
    const { clusters } = cluster("a [German]demonym tourist left", {
      tags: "DT JJ NN VBD",
      heads: "3 3 4 0",
      deps: "det amod nsubj root",
    });
    expect(clusters.map(({ named, speaksFor }) => [named, speaksFor])).toEqual([
      [false, -1],
      [true, -1],
    ]);
  });
});

describe("en.mentions and en.clusters", () => {
  test("put every mention into exactly one cluster, in text order", async () => {
    const doc = makeDoc("[Roe]person said [Acme]organization and its rivals met her\nThe company denied it", {
      tags: "NNP VBD NNP CC PRP$ NNS VBD PRP DT NN VBD PRP",
      heads: "2 0 7 6 6 3 2 7 2 3 0 3",
      deps: "nsubj root nsubj cc nmod:poss conj ccomp obj det nsubj root obj",
    });
    const messages = createMessages();
    const { mentions } = await createMentions(lexicon).run(doc, messages);
    const { clusters } = await createClusters({ lexicon, model }).run({ ...doc, mentions }, messages);
    const all = clusters.flatMap((found) => found.mentions);
    expect([...all].sort((a, b) => a - b)).toEqual(mentions.map((_, m) => m));
    expect(clusters.map((found) => found.mentions[0])).toEqual(
      [...clusters.map((found) => found.mentions[0])].sort((a, b) => a! - b!),
    );
  });

  test("take an empty document", async () => {
    const empty = {
      id: "empty",
      text: "",
      messages: [],
      tokens: [],
      sentences: [],
      tags: [],
      lemmas: [],
      syntax: [],
      names: [],
    };
    expect(findMentions(empty, lexicon)).toEqual([]);
    expect(findClusters({ ...empty, mentions: [] }, { lexicon, model })).toEqual([]);
  });
});
