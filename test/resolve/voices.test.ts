import { describe, expect, test } from "vitest";
import type { AnalysedDoc, Voice, VoiceStance } from "../../src/core/index.ts";
import { recordOf, resolveClaims, resolveEntities } from "../../src/resolve/index.ts";
import { makeDoc } from "../helpers.ts";

/** A document that names `name` and, in the voice given, is against it. */
function speak(id: string, name: string, holder?: Voice): AnalysedDoc {
  const made = makeDoc(`[${name}] was wrong .`, {
    id,
    tags: "NNP VBD JJ .",
    heads: "3 3 0 3",
    deps: "nsubj cop root punct",
  });
  const { text } = made;
  const stance: VoiceStance | undefined = holder && {
    kind: "stance",
    holder,
    target: { cluster: 0, mention: 0 },
    polarity: "oppose",
    evidence: { docId: id, start: 0, end: text.length, quote: text },
    cue: [],
    chain: [{ source: holder.name, sourceKind: "author", cluster: -1, cue: "" }],
    explicit: true,
    hedged: false,
    negated: false,
    conditional: false,
    confidence: 0.7,
    reason: "test",
  };
  const none = { attributions: [], stances: [], relations: [], concepts: [], conceptStances: [] };
  return { ...made, ...none, voiceStances: stance ? [stance] : [] } as AnalysedDoc;
}

const HERALD: Voice = { role: "publisher", name: "The Herald" };

function resolve(...docs: AnalysedDoc[]) {
  const records = docs.map(recordOf);
  const resolution = resolveEntities(records);
  return { ...resolution, claims: resolveClaims(records, resolution) };
}

describe("a document's own voice", () => {
  test("becomes an entity without a mention that holds the claim, and is its own source", () => {
    const { entities, claims } = resolve(speak("a", "Acme", HERALD));
    expect(entities.map(({ id, entityType, mentions }) => [id, entityType, mentions])).toEqual([
      ["entity:acme", "organization", 1],
      ["entity:the-herald", "organization", 0],
    ]);
    const [claim] = claims;
    expect(claim).toMatchObject({ source: "entity:the-herald", target: "entity:acme" });
    expect(claim?.chainEntities).toEqual(["entity:the-herald"]);
    expect(claim?.sourceSpan).toBeUndefined();
  });
  test("is no entity where it holds nothing", () => {
    expect(resolve(speak("a", "Acme")).entities.map(({ name }) => name)).toEqual(["Acme"]);
  });
  test("is one with the publisher whom another document names, and an organization whatever that took it for", () => {
    const { entities } = resolve(speak("a", "Acme", HERALD), speak("b", "Herald", undefined));
    const herald = entities.find(({ name }) => name === "Herald");
    expect(herald).toMatchObject({ entityType: "organization", mentions: 1, documents: ["a", "b"] });
    expect(herald?.merges.map(({ reason }) => reason)).toContain("publisher of the document");
  });
  test("is a person where it is the author's, apart from a publisher of that name", () => {
    const { entities } = resolve(
      speak("a", "Acme", { role: "author", name: "Ada Quill" }),
      speak("b", "Acme", { role: "publisher", name: "Ada Quill" }),
    );
    expect(entities.filter(({ name }) => name === "Ada Quill").map(({ entityType }) => entityType)).toEqual([
      "organization",
      "person",
    ]);
  });
  test("holds nothing about itself", () => {
    expect(resolve(speak("a", "Herald", HERALD)).claims).toEqual([]);
  });
});
