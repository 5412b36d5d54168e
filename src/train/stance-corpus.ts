import { join } from "node:path";
import type { Span } from "../core/index.ts";
import { readJsonLines } from "./json-lines.ts";

/** A sentence with two entities and who blames or endorses whom (DSE). */
export interface PairRecord {
  readonly id: string;
  readonly text: string;
  readonly p: Span;
  readonly q: Span;
  /** Index into `PAIR_CLASSES`. */
  readonly label: number;
}

/** A sentence with a target and how it is judged (NewsMTSC). */
export interface TargetRecord {
  readonly id: string;
  readonly text: string;
  readonly target: Span;
  readonly polarity: -1 | 0 | 1;
}

export async function readPairs(dataFolder: string, part: "train" | "dev"): Promise<PairRecord[]> {
  const rows = await readJsonLines(join(dataFolder, "stance", `dse-${part}.jsonl`));
  return rows.map((row) => ({
    id: String(row.id),
    text: String(row.text),
    p: toSpan(row.p),
    q: toSpan(row.q),
    label: Number(row.label),
  }));
}

export async function readTargets(dataFolder: string, part: "train" | "dev-rw" | "dev-mt"): Promise<TargetRecord[]> {
  const rows = await readJsonLines(join(dataFolder, "targeted-sentiment", `newsmtsc-${part}.jsonl`));
  return rows.map((row) => ({
    id: String(row.id),
    text: String(row.text),
    target: toSpan(row.target),
    polarity: Number(row.polarity) as -1 | 0 | 1,
  }));
}

function toSpan(value: unknown): Span {
  const [start, end] = value as [number, number];
  return { start, end };
}
