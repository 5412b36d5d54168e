import type { Attribution, Span } from "../core/index.ts";
import { type GoldAttribution, spansOf } from "./attribution-gold.ts";

export const ROLES = ["source", "cue", "content"] as const;
export type Role = (typeof ROLES)[number];

export interface Counts {
  right: number;
  found: number;
  wanted: number;
}

export interface AttributionScore {
  /** A role of an attribution counts when all its spans are the gold's, to the character. */
  readonly exact: Record<Role, Counts>;
  /** Every stretch of a role for itself. */
  readonly chunks: Record<Role, Counts>;
  /** Characters with the right role. */
  readonly characters: Record<Role, Counts>;
  /** Cues that share a character with a gold cue, one to one. */
  readonly cueOverlap: Counts;
  /** Source, cue and content all exact. */
  readonly whole: Counts;
}

export function createScore(): AttributionScore {
  const counts = (): Counts => ({ right: 0, found: 0, wanted: 0 });
  const roles = (): Record<Role, Counts> => ({ source: counts(), cue: counts(), content: counts() });
  return { exact: roles(), chunks: roles(), characters: roles(), cueOverlap: counts(), whole: counts() };
}

/** Adds one document. Only outermost attributions are compared: PolNeAR marks no others. */
export function addScore(
  score: AttributionScore,
  text: string,
  found: readonly Pick<Attribution, Role | "parent">[],
  gold: readonly GoldAttribution[],
): void {
  const outermost = found
    .filter(({ parent }) => parent < 0)
    .map((one) => ({
      source: trimmed(text, one.source),
      cue: trimmed(text, one.cue),
      content: trimmed(text, one.content),
    }));
  const wanted = gold.map((one) => ({
    source: spansOf(text, one.source),
    cue: spansOf(text, one.cue),
    content: spansOf(text, one.content),
  }));
  for (const role of ROLES) {
    const lists = (items: typeof wanted): string[] => items.map((item) => key(item[role])).filter(Boolean);
    count(score.exact[role], lists(outermost), lists(wanted));
    const chunks = (items: typeof wanted): string[] => [
      ...new Set(items.flatMap((item) => item[role].map((span) => key([span])))),
    ];
    count(score.chunks[role], chunks(outermost), chunks(wanted));
    countCharacters(
      score.characters[role],
      text.length,
      outermost.flatMap((item) => item[role]),
      wanted.flatMap((item) => item[role]),
    );
  }
  const whole = (items: typeof wanted): string[] => items.map((item) => ROLES.map((role) => key(item[role])).join("|"));
  count(score.whole, whole(outermost), whole(wanted));
  const free = wanted.map(({ cue }) => cue);
  for (const { cue } of outermost) {
    const hit = free.findIndex((other) => other.some((a) => cue.some((b) => a.start < b.end && b.start < a.end)));
    if (hit >= 0) {
      free.splice(hit, 1);
      score.cueOverlap.right++;
    }
  }
  score.cueOverlap.found += outermost.length;
  score.cueOverlap.wanted += wanted.length;
}

export function f1({ right, found, wanted }: Counts): number {
  return found + wanted === 0 ? 0 : (2 * right) / (found + wanted);
}

/** The scores in one line, in per cent. */
export function showScore({ exact, chunks, characters, cueOverlap, whole }: AttributionScore): string {
  const percent = (counts: Counts): string => (100 * f1(counts)).toFixed(1);
  const roles = (counts: Record<Role, Counts>): string =>
    ROLES.map((role) => `${role} ${percent(counts[role])}`).join(", ");
  const precision = (100 * cueOverlap.right) / Math.max(cueOverlap.found, 1);
  const recall = (100 * cueOverlap.right) / Math.max(cueOverlap.wanted, 1);
  return [
    `exact ${roles(exact)}`,
    `single spans ${roles(chunks)}`,
    `characters ${roles(characters)}`,
    `cues found ${percent(cueOverlap)} (P ${precision.toFixed(1)}, R ${recall.toFixed(1)})`,
    `whole ${percent(whole)}`,
  ].join("; ");
}

function trimmed(text: string, spans: readonly Span[]): Span[] {
  return spansOf(
    text,
    spans.map(({ start, end }) => [start, end] as const),
  );
}

function key(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(",");
}

function count(counts: Counts, found: readonly string[], wanted: readonly string[]): void {
  counts.found += found.length;
  counts.wanted += wanted.length;
  const left = new Map<string, number>();
  for (const item of wanted) left.set(item, (left.get(item) ?? 0) + 1);
  for (const item of found) {
    const rest = left.get(item) ?? 0;
    if (rest > 0) {
      counts.right++;
      left.set(item, rest - 1);
    }
  }
}

function countCharacters(counts: Counts, length: number, found: readonly Span[], wanted: readonly Span[]): void {
  const marks = new Uint8Array(length);
  for (const { start, end } of wanted) for (let i = start; i < end; i++) marks[i]! |= 1;
  for (const { start, end } of found) for (let i = start; i < end; i++) marks[i]! |= 2;
  for (const mark of marks) {
    if (mark & 1) counts.wanted++;
    if (mark & 2) counts.found++;
    if (mark === 3) counts.right++;
  }
}
