import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Attribution, Span } from "../../src/core/index.ts";
import { findAttributions } from "../../src/extract/attribution.ts";
import { type AttributionModel, loadAttributionModel } from "../../src/extract/attribution-model.ts";
import { type Clusters, loadClusters } from "../../src/language/index.ts";
import { createTextParser, type TextParser } from "../../src/train/parse-text.ts";

let parse: TextParser;
let model: AttributionModel;
let classes: Clusters;

beforeAll(async () => {
  parse = await createTextParser("data/models");
  model = await loadAttributionModel(await readFile("data/models/en-attribution.bin"));
  classes = await loadClusters(await readFile("data/models/en-clusters.bin"));
});

function attribute(text: string): readonly Attribution[] {
  return findAttributions(parse({ id: "test", text }), model, classes);
}

/** One line an attribution, `source | cue | content`; spans joined by " … ", and two blanks for each level of nesting. */
function show(text: string): string[] {
  const found = attribute(text);
  const words = (spans: readonly Span[]): string =>
    spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" … ");
  const level = (one: Attribution): number => (one.parent < 0 ? 0 : 1 + level(found[one.parent]!));
  return found.map(
    (one) => `${"  ".repeat(level(one))}${words(one.source)} | ${words(one.cue)} | ${words(one.content)}`,
  );
}

const INTRODUCTION = "The council met on Tuesday.\n\n";

const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  // Indirect speech
  ["indirect speech", "The mayor said the bridge would close.", ["The mayor | said | the bridge would close"]],
  ["a that-clause", "Ms. Okafor told reporters that the dam was safe.", ["Ms. Okafor | told | that the dam was safe"]],
  ["a pronoun as source", "She said the talks had failed.", ["She | said | the talks had failed"]],
  ["a plural pronoun", "They say the river is rising.", ["They | say | the river is rising"]],
  ["the perfect", "Lindqvist has said he will resign.", ["Lindqvist | has said | he will resign"]],
  [
    "a source with an apposition",
    "Tom Arden, the director of the port, said the strike was over.",
    ["Tom Arden, the director of the port, | said | the strike was over"],
  ],
  [
    "a group of people",
    "Several German officials said the plan was unworkable.",
    ["Several German officials | said | the plan was unworkable"],
  ],
  [
    "an institution",
    "The central bank warned that prices would rise.",
    ["The central bank | warned | that prices would rise"],
  ],
  [
    "coordinated sources",
    "Arden and Lindqvist agreed that the port should close.",
    ["Arden and Lindqvist | agreed | that the port should close"],
  ],
  // Direct speech
  ["a quotation before its cue", "“The port is closed,” Arden said.", ["Arden | said | “The port is closed,”"]],
  ["straight quotation marks", '"The port is closed," Arden said.', ['Arden | said | "The port is closed,"']],
  ["a cue before its source", "“The port is closed,” said Arden.", ["Arden | said | “The port is closed,”"]],
  ["a quotation after its cue", "Arden said, “The port is closed.”", ["Arden | said | “The port is closed.”"]],
  ["a pronoun after a quotation", "“The port is closed,” he said.", ["he | said | “The port is closed,”"]],
  [
    "a quotation on both sides of its cue",
    "“The port is closed,” Arden said. “It will not open this year.”",
    ["Arden | said | “The port is closed,” … “It will not open this year.”"],
  ],
  [
    "a quotation of several sentences",
    "“The port is closed. It will not open this year,” Arden said.",
    ["Arden | said | “The port is closed. It will not open this year,”"],
  ],
  [
    "a quotation that goes on in the next paragraph",
    "“The port is closed,” Arden said. “It will not open this year.\n\n“We are sorry for that.”",
    ["Arden | said | “The port is closed,” … “It will not open this year. … “We are sorry for that.”"],
  ],
  [
    "an inverted cue with a long source",
    "“The port is closed,” said Tom Arden, the director of the harbor.",
    ["Tom Arden, the director of the harbor | said | “The port is closed,”"],
  ],
  ["a partial quotation", "Arden called the strike “a disgrace.”", ["Arden | called | the strike “a disgrace.”"]],
  [
    "a quotation inside indirect speech",
    "Arden said the strike was “a disgrace.”",
    ["Arden | said | the strike was “a disgrace.”"],
  ],
  // Cues without a verb of saying
  [
    "according to, at the start",
    "According to the police, nobody was hurt.",
    ["the police | According to | nobody was hurt"],
  ],
  [
    "according to, at the end",
    "Nobody was hurt, according to the police.",
    ["the police | according to | Nobody was hurt"],
  ],
  [
    "according to, with a long source",
    "Sales fell 3 percent, according to a report by the trade ministry.",
    ["a report by the trade ministry | according to | Sales fell 3 percent"],
  ],
  ["wishes", "Okafor wants to leave the union.", ["Okafor | wants | to leave the union"]],
  ["beliefs", "Most voters believe the tax is unfair.", ["Most voters | believe | the tax is unfair"]],
  ["denial", "Arden denied that he had taken money.", ["Arden | denied | that he had taken money"]],
  ["blame", "Okafor criticized the new tax.", ["Okafor | criticized | the new tax"]],
  ["support", "The unions support the new tax.", ["The unions | support | the new tax"]],
  ["a claim as a noun", "Arden's claim that he was ill was false.", ["Arden's | claim | that he was ill"]],
  [
    "a view as a noun",
    "The minister's view that the tax is unfair was no surprise.",
    ["The minister's | view | that the tax is unfair"],
  ],
  [
    "an adjective of belief",
    "Arden is confident that the port will open.",
    ["Arden | is confident | that the port will open"],
  ],
  [
    "fears",
    "Okafor's supporters fear that the court will block the plan.",
    ["Okafor's supporters | fear | that the court will block the plan"],
  ],
  [
    "rejected criticism",
    "Arden rejected Okafor's criticism of the plan.",
    ["Arden | rejected | Okafor's criticism of the plan"],
  ],
  [
    "an accusation",
    "Critics have accused the agency of hiding data.",
    ["Critics | have accused | the agency of hiding data"],
  ],
  [
    "a finding",
    "The report found that 40 percent of bridges are unsafe.",
    ["The report | found | that 40 percent of bridges are unsafe"],
  ],
  ["a ruling", "The judge ruled that the ban was illegal.", ["The judge | ruled | that the ban was illegal"]],
  ["a post", '"Never again," she tweeted.', ['she | tweeted | "Never again,"']],
  [
    "a warning to someone",
    "Norway has warned its allies that the cables could be cut.",
    ["Norway | has warned | that the cables could be cut"],
  ],
  ["a promise", "Lindqvist promised to cut taxes.", ["Lindqvist | promised | to cut taxes"]],
  // Order and voice
  [
    "a cue in the middle of its content",
    "The bridge, Arden said, would close.",
    ["Arden | said | The bridge … would close"],
  ],
  [
    "a cue at the end, without quotation marks",
    "The bridge would close, Arden said.",
    ["Arden | said | The bridge would close"],
  ],
  ["the passive with an agent", "The plan was criticized by Okafor.", ["Okafor | was criticized | The plan"]],
  [
    "a subject shared by two cues",
    "Arden praised the pilots and condemned the strike.",
    ["Arden | praised | the pilots", "Arden | condemned | the strike"],
  ],
  [
    "two attributions in two sentences",
    "Arden said the port was closed. Okafor said it was open.",
    ["Arden | said | the port was closed", "Okafor | said | it was open"],
  ],
  // Chains
  [
    "speech inside speech",
    "Arden said that Okafor believes the tax is unfair.",
    ["Arden | said | that Okafor believes the tax is unfair", "  Okafor | believes | the tax is unfair"],
  ],
  [
    "speech inside a quotation",
    "“My sister said the port was closed,” Arden said.",
    ["  My sister | said | the port was closed", "Arden | said | “My sister said the port was closed,”"],
  ],
  [
    "a paper that cites officials",
    "The Herald reported that the officials say the port is unsafe.",
    ["The Herald | reported | that the officials say the port is unsafe", "  the officials | say | the port is unsafe"],
  ],
  [
    "a paper and the officials that it cites",
    "The Herald, citing several port officials, reported that the harbor would close.",
    [
      "  several port officials | citing | that the harbor would close",
      "The Herald | reported | that the harbor would close",
    ],
  ],
  [
    "a quoted list of those cited",
    "Citing “more than a dozen government officials and industry executives,” the report said the risk was small.",
    [
      "  “more than a dozen government officials and industry executives,” | Citing | the risk was small",
      "the report | said | the risk was small",
    ],
  ],
  [
    "a paper that quotes ministers",
    "The paper, quoting two unnamed ministers, said the plan was dead.",
    ["  two unnamed ministers | quoting | the plan was dead", "The paper | said | the plan was dead"],
  ],
  [
    "reasons that are cited, not sources",
    "The port will close, Arden said, citing rising costs.",
    ["Arden | said | The port will close", "Arden | citing | rising costs"],
  ],
  [
    "cited officials at the end",
    "The harbor would close, the Herald reported, citing two port officials.",
    ["  two port officials | citing | The harbor would close", "the Herald | reported | The harbor would close"],
  ],
  [
    "a quotation inside a quotation",
    "“My sister said, ‘The port is closed,’ and left,” Arden said.",
    ["  My sister | said | ‘The port is closed,’", "Arden | said | “My sister said, ‘The port is closed,’ and left,”"],
  ],
  // Nothing to attribute
  ["no attribution", "The ship left the harbor at noon.", []],
  ["a scare quote is no speech", "The so-called “green” ships left the harbor at noon.", []],
  ["an apostrophe is no quotation mark", "The dogs' owners walked home.", []],
];

describe("findAttributions(doc, model, classes)", () => {
  test.each(CASES)("finds %s", (_, text, expected) => {
    const found = show(INTRODUCTION + text);
    expect(found).toEqual(expected);
  });

  test("gives spans inside the text, parents that hold their children, and the same answer twice", () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CASES.map(([, text]) => text)), { maxLength: 5 }), (texts) => {
        const text = texts.join("\n\n");
        const found = attribute(text);
        expect(attribute(text)).toEqual(found);
        for (const { source, cue, content, parent, confidence } of found) {
          for (const { start, end } of [...source, ...cue, ...content]) {
            expect(text.slice(start, end).trim()).toHaveLength(end - start);
            expect(end).toBeGreaterThan(start);
          }
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (parent < 0) continue;
          const outer = found[parent]!.content;
          for (const inner of content) {
            expect(outer.some(({ start, end }) => start <= inner.start && inner.end <= end)).toBe(true);
          }
        }
      }),
      { numRuns: 20, seed: 7 },
    ));

  test("reads whatever stands between blanks", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ..."“ ” \" ' ‘ ’ , . : ( ) – Arden Okafor he said says told called that the port is".split(" "),
            "\n\n",
          ),
        ),
        (words) => {
          const text = words.join(" ");
          for (const { source, cue, content } of attribute(text)) {
            for (const { start, end } of [...source, ...cue, ...content]) {
              expect(text.slice(start, end).trim()).toHaveLength(end - start);
            }
          }
        },
      ),
      { numRuns: 300, seed: 11 },
    ));

  test("reads an empty text", () => expect(attribute("")).toEqual([]));
});
