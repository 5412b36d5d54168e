import { describe, expect, test } from "vitest";
import type { Relation } from "../../src/core/index.ts";
import type { LabelledEntity, LabelledRelation, RelationDocument } from "../../src/train/relation-corpus.ts";
import { createRelationScore, scoreRelations } from "../../src/train/relation-score.ts";
import { makeDoc } from "../helpers.ts";

const DOC = makeDoc(
  "[Ann Lee]person#0 of [the navy]organization#1 met [Bo]person#2 in [Oslo]place#3 . [She]person#0 left .",
  {
    tags: "NNP NNP IN DT NN VBD NNP IN NNP . PRP VBD .",
    heads: "6 1 5 5 1 0 6 9 6 6 2 0 2",
  },
);

const at = (words: string) => {
  const start = DOC.text.indexOf(words);
  return { start, end: start + words.length };
};
const entity = (words: string, subtype: string): LabelledEntity => ({ ...at(words), subtype });

const ENTITIES = [
  entity("Ann Lee", "Person"),
  entity("of the navy", "Organisation"),
  entity("Bo", "Person"),
  entity("Oslo", "Location"),
];

function mark(head: string, predicate: Relation["predicate"], tail: string, symmetric = false): LabelledRelation {
  return { head: at(head), tail: at(tail), predicates: [predicate], symmetric };
}

function find(subject: number, predicate: Relation["predicate"], object: number): Relation {
  const sideOf = (cluster: number) => ({ cluster, mention: DOC.clusters[cluster]!.mentions.at(-1)! });
  return { kind: "relation", subject: sideOf(subject), object: sideOf(object), predicate } as Relation;
}

function score(relations: readonly LabelledRelation[], found: readonly Relation[]) {
  const result = createRelationScore();
  const document: RelationDocument = {
    id: "a",
    text: DOC.text,
    entities: [...ENTITIES, entity("She", "Person")],
    relations,
  };
  const errors: string[] = [];
  scoreRelations(
    document,
    { ...DOC, relations: found } as Parameters<typeof scoreRelations>[1],
    found,
    result,
    (kind) => void errors.push(kind),
  );
  return { ...result, errors };
}

describe("scoreRelations(document, doc, relations)", () => {
  test("finds a marked relation by the cluster's other mentions", () => {
    const { byKind, errors } = score(
      [mark("Ann Lee", "holds-position", "of the navy")],
      [find(0, "holds-position", 1)],
    );
    expect(byKind.get("holds-position")).toEqual({ found: 1, foundRight: 1, marked: 1, markedFound: 1 });
    expect(errors).toEqual([]);
  });

  test("reads symmetric relations in either direction, others in one", () => {
    const marked = [mark("Ann Lee", "meets", "Bo", true), mark("Ann Lee", "based-in", "Oslo")];
    const { byKind, errors } = score(marked, [find(2, "meets", 0), find(2, "based-in", 3)]);
    expect(byKind.get("meets")).toEqual({ found: 1, foundRight: 1, marked: 1, markedFound: 1 });
    expect(byKind.get("based-in")).toEqual({ found: 1, foundRight: 0, marked: 1, markedFound: 0 });
    expect(errors).toEqual(["spurious based-in", "missed based-in"]);
  });

  test("counts a pair once, however often it is marked or found", () => {
    const marked = [mark("Ann Lee", "meets", "Bo", true), mark("She", "meets", "Bo", true)];
    const { byKind } = score(marked, [find(0, "meets", 2), find(0, "meets", 2)]);
    expect(byKind.get("meets")).toEqual({ found: 1, foundRight: 1, marked: 1, markedFound: 1 });
  });

  test("does not judge what the corpus would not mark", () => {
    const { unjudged, byKind } = score([], [find(1, "part-of", 3), find(0, "owns", 1)]);
    expect(unjudged).toBe(1);
    expect(byKind.get("member-of or part-of")!.found).toBe(0);
  });
});
