import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CONCEPT_KINDS } from "../../src/extract/concept-lexicon.ts";
import { parseHedges } from "../../src/extract/grades.ts";
import { parseStanceLexicon } from "../../src/extract/stance-lexicon.ts";

const CLASSES = ["v", "n", "a", "r", "p"];
const KINDS = ["act", "say", "think", "event", "judge"];
const HOLDERS = ["subj", "obj", "agent", "poss", "of", "by", "from", "compound", "attr", "between", "before", "none"];
const ROLES =
  "obj iobj subj comp poss of on against for with to from about over at in into toward towards behind by compound attr " +
  "around upon after between without alongside".split(" ");
const FACTUALITIES = ["act", "statement", "attitude", "intent", "hedge"];

const HEDGE_KINDS = ["modal", "verb", "adverb", "adjective", "noun", "phrase"];
const HEDGE_EFFECTS = ["hedge", "negate", "conditional", "prospective"];

function read(name: string): string {
  return readFileSync(new URL(`../../data/lexicon/${name}`, import.meta.url), "utf8");
}

function rowsOf(table: string): string[][] {
  const lines = table.split("\n");
  expect(lines.at(-1)).toBe("");
  return lines.slice(1, -1).map((line) => line.split("\t"));
}

/** Rows that a check finds fault with, so that a failure names them. */
function faulty(rows: readonly string[][], isGood: (row: string[]) => boolean): string[] {
  return rows.filter((row) => !isGood(row)).map((row) => row.join(" | "));
}

function keysTwice(rows: readonly string[][], key: (row: string[]) => string): string[] {
  const keys = rows.map(key);
  return keys.filter((one, i) => keys.indexOf(one) !== i);
}

function compareRows(a: string[], b: string[], columns: number): number {
  for (let i = 0; i < columns; i++) {
    if (a[i]! !== b[i]!) return a[i]! < b[i]! ? -1 : 1;
  }
  return 0;
}

function isSorted(rows: readonly string[][], columns: number): boolean {
  return rows.every((row, i) => i === 0 || compareRows(rows[i - 1]!, row, columns) < 0);
}

describe("lexicon/stance.tsv", () => {
  const table = read("stance.tsv");
  const rows = rowsOf(table);

  test("has its header and at least 1,300 rows of seven columns", () => {
    expect(table.split("\n")[0]).toBe("lemma\tpos\tkind\tholder\teffects\tstrength\tfactuality");
    expect(rows.length).toBeGreaterThanOrEqual(1300);
    expect(faulty(rows, (row) => row.length === 7)).toEqual([]);
  });

  test("holds general words only: lower case, without edges of white space", () => {
    expect(faulty(rows, ([lemma]) => /^[a-zï][a-zï'-]*(?: [a-z'-]+)*$/.test(lemma!))).toEqual([]);
    expect(faulty(rows, (row) => !/[A-Z]/.test(row.join("")))).toEqual([]);
  });

  test("lists a word once a class and kind, sorted", () => {
    expect(keysTwice(rows, ([lemma, pos, kind]) => `${lemma} ${pos} ${kind}`)).toEqual([]);
    expect(isSorted(rows, 3)).toBe(true);
  });

  test("takes classes, kinds, holders and factualities from the closed lists", () => {
    expect(faulty(rows, ([, pos]) => CLASSES.includes(pos!))).toEqual([]);
    expect(faulty(rows, ([, , kind]) => KINDS.includes(kind!))).toEqual([]);
    expect(faulty(rows, ([, , , holder]) => holder!.split(",").every((role) => HOLDERS.includes(role)))).toEqual([]);
    expect(faulty(rows, (row) => FACTUALITIES.includes(row[6]!))).toEqual([]);
  });

  test("gives effects as role and sign, a role once", () => {
    const isEffect = (effect: string) => {
      const [role, sign, ...rest] = effect.split(":");
      return rest.length === 0 && ROLES.includes(role!) && /^[+0-](?:0?\.\d+|1)?$/.test(sign!);
    };
    expect(faulty(rows, ([, , , , effects]) => effects === "-" || effects!.split(",").every(isEffect))).toEqual([]);
    expect(
      faulty(rows, ([, , , , effects]) => {
        const roles = effects!.split(",").map((effect) => effect.split(":")[0]);
        return new Set(roles).size === roles.length;
      }),
    ).toEqual([]);
  });

  test("leaves effects open only for speech and thought without a stance of their own", () => {
    expect(faulty(rows, ([, , kind, , effects]) => effects !== "-" || kind === "say" || kind === "think")).toEqual([]);
  });

  test("grades strength above 0, up to 1", () => {
    expect(faulty(rows, (row) => /^(?:1|0\.\d+)$/.test(row[5]!) && Number(row[5]) > 0.2)).toEqual([]);
  });

  test("gives stances a holder, and events and judgements none", () => {
    const isHeld = (kind: string) => kind === "act" || kind === "say" || kind === "think";
    expect(faulty(rows, ([, , kind, holder]) => isHeld(kind!) === (holder !== "none"))).toEqual([]);
  });

  test.each([
    ["criticise", "v", undefined, "obj", -1],
    ["criticize", "v", undefined, "obj", -1],
    ["support", "v", undefined, "obj", 1],
    ["ban", "v", undefined, "obj", -1],
    ["allow", "v", undefined, "comp", 1],
    ["refuse", "v", undefined, "comp", -1],
    ["defy", "v", undefined, "obj", -1],
    ["lash", "v", "out", "at", -1],
    ["stand", "v", "by", "by", 1],
    ["crack", "v", "down", "on", -1],
    ["call", "v", "for", "for", 1],
    ["mitigate", "v", undefined, "obj", 0],
    ["campaign", "n", undefined, "against", -1],
    ["participation", "n", undefined, "by", 1],
    ["risk", "n", undefined, "from", -1],
    ["critic", "n", undefined, "of", -1],
    ["opposed", "a", undefined, "to", -1],
    ["irresponsible", "a", undefined, "attr", -1],
    ["divided", "a", undefined, "over", 0],
  ] as const)("reads %s (%s, %s): %s %i", (lemma, pos, particle, role, sign) => {
    const senses = parseStanceLexicon(table).find(lemma, pos, particle);
    expect(senses.flatMap(({ effects }) => effects)).toContainEqual(expect.objectContaining({ role, sign }));
  });
});

describe("lexicon/hedges.tsv", () => {
  const table = read("hedges.tsv");
  const rows = rowsOf(table);

  test("has its header and rows of the closed lists, once each, sorted", () => {
    expect(table.split("\n")[0]).toBe("lemma\tpos\tkind\teffect");
    expect(faulty(rows, (row) => row.length === 4 && !/[A-Z]/.test(row.join("")))).toEqual([]);
    expect(faulty(rows, ([, , kind]) => HEDGE_KINDS.includes(kind!))).toEqual([]);
    expect(
      faulty(rows, ([, , , effects]) => effects!.split(",").every((effect) => HEDGE_EFFECTS.includes(effect))),
    ).toEqual([]);
    expect(keysTwice(rows, ([lemma, pos, kind]) => `${lemma} ${pos} ${kind}`)).toEqual([]);
    expect(isSorted(rows, 3)).toBe(true);
  });

  test.each([
    ["may", "hedge"],
    ["reportedly", "hedge"],
    ["lean", "hedge"],
    ["unlikely", "negate"],
    ["unlikely", "hedge"],
    ["never", "negate"],
    ["fail", "negate"],
    ["unless", "conditional"],
    ["would", "conditional"],
    ["plan", "prospective"],
  ] as const)("knows what %s does: %s", (lemma, effect) => {
    expect(parseHedges(table).effectsOf(lemma)).toContain(effect);
  });
});

describe("lexicon/polarity.tsv", () => {
  const table = read("polarity.tsv");
  const rows = rowsOf(table);

  test("has its header and at least 2,500 words, once a class, sorted", () => {
    expect(table.split("\n")[0]).toBe("lemma\tpos\tscore");
    expect(new Set(rows.map(([lemma]) => lemma)).size).toBeGreaterThanOrEqual(2500);
    expect(faulty(rows, (row) => row.length === 3 && /^[a-zï][a-zï-]*$/.test(row[0]!))).toEqual([]);
    expect(faulty(rows, ([, pos]) => CLASSES.includes(pos!))).toEqual([]);
    expect(keysTwice(rows, ([lemma, pos]) => `${lemma} ${pos}`)).toEqual([]);
    expect(isSorted(rows, 2)).toBe(true);
  });

  test("scores every word from -1 to 1, and none 0", () => {
    expect(faulty(rows, ([, , score]) => /^-?(?:1|0\.\d+)$/.test(score!) && Number(score) !== 0)).toEqual([]);
  });

  test.each([
    ["praise", "v", 1],
    ["hero", "n", 1],
    ["honest", "a", 1],
    ["bravely", "r", 1],
    ["condemn", "v", -1],
    ["scandal", "n", -1],
    ["reckless", "a", -1],
    ["falsely", "r", -1],
  ] as const)("gives %s (%s) the sign %i", (lemma, pos, sign) => {
    const score = rows.find((row) => row[0] === lemma && row[1] === pos)?.[2];
    expect(Math.sign(Number(score))).toBe(sign);
  });
});

describe("lexicon/concepts.tsv", () => {
  const table = read("concepts.tsv");
  const rows = rowsOf(table);

  test("has its header and rows of six columns, sorted, a word once a class", () => {
    expect(table.split("\n")[0]).toBe("lemma\tpos\tconcept\tkind\tpreposition\tthrough");
    expect(faulty(rows, (row) => row.length === 6)).toEqual([]);
    expect(isSorted(rows, 2)).toBe(true);
    expect(keysTwice(rows, ([lemma, pos]) => `${lemma} ${pos}`)).toEqual([]);
  });

  test("holds general words only and values of the format", () => {
    expect(faulty(rows, (row) => !/[A-Z]/.test(row.join("")))).toEqual([]);
    expect(faulty(rows, ([, pos]) => ["n", "v", "a"].includes(pos!))).toEqual([]);
    expect(faulty(rows, ([, , , kind]) => (CONCEPT_KINDS as readonly string[]).includes(kind!))).toEqual([]);
    expect(
      faulty(rows, ([, , , kind, , through]) => /^[+-]$/.test(through!) || (through === "0" && kind !== "step")),
    ).toEqual([]);
  });

  test("merges every word under a noun of the table, or under itself", () => {
    const words = new Set(rows.map(([lemma]) => lemma));
    expect(faulty(rows, ([, , concept]) => words.has(concept!))).toEqual([]);
  });
});
