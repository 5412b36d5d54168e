import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../../src/core/index.ts";
import type { EdgeEvidence, StanceGraph } from "../../src/graph/index.ts";

/** A stance that a case speaks of: "Norway opposes Shell (hedged, via Reuters < Norway)". */
export interface CaseStance {
  readonly holder: string;
  readonly polarity: "support" | "oppose" | "mixed";
  readonly target: string;
  /** What must hold of the evidence: "hedged", "not negated". */
  readonly grades: readonly string[];
  /** Sources, outermost first. */
  readonly chain?: readonly string[];
}

export interface StanceCase {
  readonly group: string;
  readonly document: Document;
  /** Whether the case holds what the program is known not to reach. */
  readonly isLimit: boolean;
  /** Must be drawn. */
  readonly expected: readonly CaseStance[];
  /** May be drawn. */
  readonly allowed: readonly CaseStance[];
  /** The trap: must not be drawn, as nothing else must. */
  readonly forbidden: readonly CaseStance[];
}

const STANCE = /^(?<holder>.+?) (?<verb>supports|opposes|mixes) (?<target>.+?)(?: \((?<notes>[^)]*)\))?$/;
const POLARITY = { supports: "support", opposes: "oppose", mixes: "mixed" } as const;

/** Reads the cases of a file in `test/fixtures`; their form is told at the head of `stance-cases.txt`. */
export function readStanceCases(file: string): StanceCase[] {
  const source = readFileSync(join(import.meta.dirname, "..", "fixtures", file), "utf8");
  let group = "";
  return source.split(/\n{2,}/).flatMap((block): StanceCase[] => {
    const lines = block.split("\n").filter((line) => line !== "" && !/^#(?!#)/.test(line));
    if (lines[0]?.startsWith("## ")) group = lines.shift()!.slice(3);
    if (lines.length === 0) return [];
    const marked = (mark: string) => lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(2));
    const text = lines.filter((line) => !/^[@+~!?] /.test(line)).join("\n\n");
    const metadata = Object.fromEntries(marked("@").map((line) => line.split(": ", 2) as [string, string]));
    return [
      {
        group,
        document: { ...metadata, id: "case", text },
        expected: marked("+").map(parseStance),
        isLimit: marked("?").length > 0,
        allowed: [...marked("~"), ...marked("?")].map(parseStance),
        forbidden: marked("!").map(parseStance),
      },
    ];
  });
}

function parseStance(line: string): CaseStance {
  const { holder, verb, target, notes } = STANCE.exec(line)?.groups ?? {};
  if (!holder || !verb || !target) throw new Error(`stance-cases: "${line}" is no stance.`);
  const words = notes?.split(", ") ?? [];
  const chain = words
    .find((word) => word.startsWith("via "))
    ?.slice(4)
    .split(" < ");
  return {
    holder,
    polarity: POLARITY[verb as keyof typeof POLARITY],
    target,
    grades: words.filter((word) => !word.startsWith("via ")),
    ...(chain && { chain }),
  };
}

/** What a graph gets wrong of a case, one line a fault. */
export function findFaults(graph: StanceGraph, { expected, allowed }: StanceCase): string[] {
  const faults: string[] = [];
  const isNamed = (key: string, name: string) => {
    const { label, aliases } = graph.getNodeAttributes(key);
    return [label, ...aliases].some((form) => name.split("|").some((wanted) => plain(form) === plain(wanted)));
  };
  const seen = new Set<CaseStance>();
  graph.forEachDirectedEdge((_, attributes, source, target) => {
    if (attributes.kind !== "stance" || graph.getNodeAttribute(target, "entityType") === "concept") return;
    const matches = (stance: CaseStance) =>
      stance.polarity === attributes.polarity && isNamed(source, stance.holder) && isNamed(target, stance.target);
    const wanted = expected.find(matches);
    if (wanted) {
      seen.add(wanted);
      faults.push(...findWrongGrades(wanted, attributes.evidence));
    } else if (!allowed.some(matches)) {
      const name = (key: string) => graph.getNodeAttribute(key, "label");
      faults.push(`wrong: ${name(source)} ${attributes.polarity} ${name(target)} {${attributes.evidence[0]!.reason}}`);
    }
  });
  for (const stance of expected) if (!seen.has(stance)) faults.push(`missed: ${show(stance)}`);
  return faults;
}

/** One piece of evidence has to fit all the notes. */
function findWrongGrades(stance: CaseStance, evidence: readonly EdgeEvidence[]): string[] {
  const fits = (item: EdgeEvidence) =>
    stance.grades.every((grade) => isGraded(item, grade)) &&
    (!stance.chain || stance.chain.join() === item.chain.map(({ source }) => plain(source)).join());
  if (evidence.some(fits)) return [];
  const [{ explicit, hedged, negated, conditional, chain }] = evidence as [EdgeEvidence];
  const found = JSON.stringify({ explicit, hedged, negated, conditional, chain: chain.map(({ source }) => source) });
  return [`graded wrong: ${show(stance)} has ${found}`];
}

function isGraded(evidence: EdgeEvidence, grade: string): boolean {
  if (grade.startsWith("not ")) return !isGraded(evidence, grade.slice(4));
  if (grade === "inferred") return !evidence.explicit;
  if (grade === "explicit" || grade === "hedged" || grade === "negated" || grade === "conditional") {
    return evidence[grade];
  }
  throw new Error(`stance-cases: unknown grade "${grade}".`);
}

function show({ holder, polarity, target, grades, chain }: CaseStance): string {
  return `${holder} ${polarity} ${target} (${[...grades, chain?.join(" < ") ?? ""].join(" ")})`;
}

const plain = (name: string) => name.replace(/^the /i, "").replace(/’/g, "'");
