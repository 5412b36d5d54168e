import type { Draft } from "./attribution-draft.ts";
import { bucket, type FeatureList } from "./attribution-features.ts";
import type { AttributionText } from "./attribution-text.ts";

/** How drafts stand to each other: in whose content a cue lies, and whose cues a content holds. */
export interface Overlaps {
  /** For each draft the drafts whose content holds its cue's head. */
  readonly within: readonly (readonly number[])[];
  /** For each draft the drafts whose cue's head lies in its content. */
  readonly around: readonly (readonly number[])[];
}

export function overlapsOf(drafts: readonly Draft[]): Overlaps {
  const within: number[][] = drafts.map(() => []);
  const around: number[][] = drafts.map(() => []);
  for (let i = 0; i < drafts.length; i++) {
    for (const { first, last } of drafts[i]!.content) {
      // Drafts are in the order of their heads: look both ways while heads are in reach.
      for (let j = i + 1; j < drafts.length && drafts[j]!.cue.head <= last; j++) {
        if (drafts[j]!.cue.head >= first) within[j]!.push(i);
        if (drafts[j]!.cue.head >= first) around[i]!.push(j);
      }
      for (let j = i - 1; j >= 0 && drafts[j]!.cue.head >= first; j--) {
        if (drafts[j]!.cue.head <= last) within[j]!.push(i);
        if (drafts[j]!.cue.head <= last) around[i]!.push(j);
      }
    }
  }
  return { within, around };
}

/** Log-odds in steps of half a unit. */
function odds(probability: number): number {
  const p = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
  return Math.round(Math.log(p / (1 - p)) * 2) + 32;
}

/** Describes a drafted attribution as a whole, among the others of its document. */
export function addAcceptFeatures(
  list: FeatureList,
  text: AttributionText,
  drafts: readonly Draft[],
  index: number,
  { within, around }: Overlaps,
): void {
  const draft = drafts[index]!;
  const { cue, source, content, sure } = draft;
  const { lemma, xpos, dep, kind, mark, quotations, fine } = text;
  const L = lemma[cue.head]!;
  const P = xpos[cue.head]!;
  const cueOdds = odds(sure.cue);
  const innerOdds = odds(sure.inner);
  const best = (others: readonly number[]): number =>
    others.reduce((most, other) => Math.max(most, drafts[other]!.sure.cue), 0);
  const outside = best(within[index]!);
  const inside = best(around[index]!);
  const covered = outside === 0 ? 0 : odds(outside) >> 1;
  const covers = inside === 0 ? 0 : odds(inside) >> 1;
  const length = content.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const quoted = content.some(({ first, last }) => mark[first] === 1 || mark[last] === 2) ? 1 : 0;
  const mutual = within[index]!.some((other) => around[index]!.includes(other)) ? 1 : 0;
  list.add(901);
  list.add(902, cueOdds);
  list.add(903, innerOdds);
  list.add(904, cueOdds, innerOdds);
  list.add(905, cueOdds >> 1, covered);
  list.add(906, innerOdds >> 1, covered);
  list.add(907, cueOdds >> 1, covers);
  list.add(908, covered, mutual, covers > covered ? 1 : 0);
  list.add(909, L);
  list.add(910, L, covered > 0 ? 1 : 0);
  list.add(911, P, dep[cue.head]!, covered > 0 ? 1 : 0);
  list.add(912, odds(sure.source), source ? 1 : 0);
  list.add(913, odds(sure.content));
  list.add(914, odds(sure.side));
  list.add(915, bucket(length), quoted);
  list.add(916, bucket(length), L);
  list.add(917, quoted, L);
  list.add(918, source ? kind[source.head]! : 0, P);
  list.add(919, source ? kind[source.head]! : 0, L);
  list.add(920, source ? dep[source.head]! : 0, P, cueOdds >> 2);
  list.add(921, cue.head - cue.first, cue.last - cue.head, P);
  list.add(922, quotations.of[cue.head]! >= 0 ? 1 : 0, covered > 0 ? 1 : 0, cueOdds >> 2);
  list.add(923, fine[cue.head]! + 1, quoted);
  const firstContent = content[0];
  if (firstContent) {
    const side = firstContent.first < cue.first ? 1 : 2;
    list.add(924, side, source ? (source.first < cue.first ? 1 : 2) : 0, dep[cue.head]!);
    list.add(925, xpos[firstContent.first]!, P, side);
    list.add(926, text.form[firstContent.first]!, L);
    list.add(927, text.sentence[firstContent.first] === text.sentence[cue.head] ? 1 : 0, side, quoted);
  }
  // Neighbours in the text: reporting comes in runs.
  const neighbours = [index - 1, index + 1].map((i) => {
    const other = drafts[i];
    if (!other) return 0;
    const gap = Math.abs(text.sentence[other.cue.head]! - text.sentence[cue.head]!);
    return gap > 2 ? 1 : 2 + gap * 64 + (odds(other.sure.cue) >> 1);
  });
  list.add(928, neighbours[0]!, cueOdds >> 2);
  list.add(929, neighbours[1]!, cueOdds >> 2);
  const shares = drafts[index - 1]?.source?.head === source?.head && source !== undefined ? 1 : 0;
  list.add(930, shares, P, cueOdds >> 2);
  list.add(931, Math.min(text.sentence[cue.head]!, 2), cueOdds >> 2);
}
