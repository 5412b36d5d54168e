import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EntityType, Relation } from "../../src/core/index.ts";
import { type DocRecord, type RecordedClaim, resolveEntities } from "../../src/resolve/index.ts";

type Row = readonly [name: string, entityType: EntityType, mentions?: number, aliases?: readonly string[]];

function record(id: string, ...rows: Row[]): DocRecord {
  return {
    document: { id },
    clusters: rows.map(([name, entityType, mentions = 1, aliases = []], cluster) => ({
      cluster,
      name,
      entityType,
      mentions,
      aliases,
    })),
    standsFor: rows.map((_, cluster) => cluster),
    claims: [],
    concepts: [],
    voiceClaims: [],
    conceptClaims: [],
  };
}

function names(...records: DocRecord[]): string[] {
  return resolveEntities(records).entities.map(({ name, aliases }) => [name, ...aliases].join(" | "));
}

describe("resolveEntities(records)", () => {
  test("joins the same name across documents, whatever its case and article", () => {
    expect(
      names(record("a", ["The Port Authority", "organization"]), record("b", ["port authority", "organization"])),
    ).toHaveLength(1);
  });
  test("keeps a person and a place of one name apart, with different ids", () => {
    const { entities } = resolveEntities([record("a", ["Victoria", "person"]), record("b", ["Victoria", "place"])]);
    expect(entities.map((entity) => entity.id)).toEqual(["entity:victoria", "entity:victoria-place"]);
  });
  test("takes a bare surname for the one person who bears it", () => {
    expect(names(record("a", ["Ada Quill", "person", 3]), record("b", ["Quill", "person"]))).toEqual([
      "Ada Quill | Quill",
    ]);
  });
  test("leaves a bare surname alone where two bear it equally often", () => {
    expect(
      names(record("a", ["Ada Quill", "person"], ["Max Quill", "person"]), record("b", ["Quill", "person"])),
    ).toHaveLength(3);
  });
  test("gives a bare surname to the far more prominent bearer", () => {
    const resolved = names(
      record("a", ["Ada Quill", "person", 9], ["Max Quill", "person", 1]),
      record("b", ["Quill", "person"]),
    );
    expect(resolved).toEqual(["Ada Quill | Quill", "Max Quill"]);
  });
  test("joins an acronym with the name that a document gives it for", () => {
    const resolved = names(
      record("a", ["Grain Export Council", "organization", 2, ["GEC"]]),
      record("b", ["GEC", "organization"]),
    );
    expect(resolved).toEqual(["Grain Export Council | GEC"]);
  });
  test("joins an acronym with the only name of its initials", () => {
    expect(
      names(record("a", ["Grain Export Council", "organization"]), record("b", ["GEC", "organization"])),
    ).toHaveLength(1);
  });
  test("leaves an acronym that many documents use where one holds a name of these initials", () => {
    const users = ["b", "c", "d", "e"].map((id) => record(id, ["GEC", "organization"]));
    expect(names(record("a", ["Grain Export Council", "organization"]), ...users)).toHaveLength(2);
  });
  test("joins a person's names with and without middle names", () => {
    const resolved = names(
      record("a", ["Ada Quill", "person", 3]),
      record("b", ["Ada M. Quill", "person"]),
      record("c", ["Ada Marie Quill Jr.", "person"]),
    );
    expect(resolved).toEqual(["Ada Quill | Ada M. Quill | Ada Marie Quill Jr."]);
  });
  test("joins none where middle names contradict each other", () => {
    const resolved = names(
      record("a", ["Ada Quill", "person"]),
      record("b", ["Ada M. Quill", "person"]),
      record("c", ["Ada T. Quill", "person"]),
    );
    expect(resolved).toHaveLength(3);
  });
  test("takes letters for the party that their members belong to", () => {
    const party = record(
      "a",
      ["Ada Quill", "person"],
      ["Orange Party", "organization"],
      ["Blue Party", "organization"],
    );
    const letters = record("b", ["Ada Quill", "person"], ["OVP", "organization"]);
    const membership = (subject: number, object: number): RecordedClaim => {
      const side = (cluster: number) => ({ cluster, mention: cluster });
      const evidence = { docId: "a", start: 0, end: 1, quote: "A" };
      const claim: Relation = {
        kind: "relation",
        predicate: "member-of",
        subject: side(subject),
        object: side(object),
        evidence,
        cue: [],
        chain: [],
        explicit: true,
        hedged: false,
        negated: false,
        conditional: false,
        confidence: 1,
        reason: "",
      };
      return { claim, sourceSpan: evidence, targetSpan: evidence };
    };
    expect(names({ ...party, claims: [membership(0, 1)] }, { ...letters, claims: [membership(0, 1)] })).toEqual([
      "Ada Quill",
      "Blue Party",
      "Orange Party | OVP",
    ]);
    expect(names(party, { ...letters, claims: [membership(0, 1)] })).toHaveLength(4);
  });
  test("joins one word that a document took for a person to the firm that others name far more often", () => {
    const firm = ["a", "b", "c"].map((id) => record(id, ["Brightwater", "organization"]));
    expect(names(...firm, record("d", ["Brightwater", "person"]))).toEqual(["Brightwater"]);
    expect(names(firm[0]!, record("d", ["Brightwater", "person"]))).toEqual(["Brightwater", "Brightwater"]);
    expect(names(...firm, record("d", ["Ada Brightwater", "person"]), record("e", ["Brightwater", "person"]))).toEqual([
      "Ada Brightwater | Brightwater",
      "Brightwater",
    ]);
  });
  test("joins a firm's name with and without its legal form", () => {
    expect(
      names(record("a", ["Brightwater", "organization"]), record("b", ["Brightwater Holdings Ltd.", "organization"])),
    ).toEqual(["Brightwater | Brightwater Holdings Ltd."]);
  });
  test("says why it merged", () => {
    const { entities } = resolveEntities([record("a", ["Ada Quill", "person"]), record("b", ["Quill", "person"])]);
    expect(entities[0]!.merges).toEqual([
      { docId: "a", name: "Ada Quill", reason: "first named here" },
      { docId: "b", name: "Quill", reason: "surname of Ada Quill" },
    ]);
  });
  test("gives every cluster one entity and every entity another id, for any names (fast-check)", () => {
    const row = fc.tuple(fc.string({ minLength: 1 }), fc.constantFrom<EntityType>("person", "place", "organization"));
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 4 }), { maxLength: 4 }), (lists) => {
        const records = lists.map((rows, index) => record(`d${index}`, ...(rows as Row[])));
        const { entities, entityOf } = resolveEntities(records);
        expect(new Set(entities.map((entity) => entity.id)).size).toBe(entities.length);
        records.forEach((one, index) => {
          expect(entityOf[index]!.size).toBe(one.clusters.length);
        });
      }),
      { seed: 20190223 },
    );
  });
});
