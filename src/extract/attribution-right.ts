import { holds, quotationEnd } from "./attribution-content.ts";
import type { CueSpan } from "./attribution-cue-span.ts";
import {
  addBoundary,
  at,
  branchOf,
  bucket,
  canEnd,
  canStart,
  type FeatureList,
  isLink,
  pathBetween,
  topFromLeft,
} from "./attribution-features.ts";
import type { SourceSpan } from "./attribution-source.ts";
import { type AttributionText, countBetween } from "./attribution-text.ts";

/** First tokens that content to the right may have: after the cue in its sentence, and where the next sentence begins. */
export function rightFirstCandidates(text: AttributionText, cue: CueSpan, source: SourceSpan | undefined): number[] {
  const end = text.endOf(cue.head);
  const candidates: number[] = [];
  for (let t = cue.last + 1; t < Math.min(end, cue.last + 60); t++) {
    if (!holds(source, t) && (t === cue.last + 1 || canStart(text, t))) candidates.push(t);
  }
  if (end < text.size) candidates.push(end);
  return candidates;
}

export function addRightFirstFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  source: SourceSpan | undefined,
  first: number,
): void {
  const { lemma, form, pos, xpos, dep, fine, mark, quotations } = text;
  const L = lemma[cue.head]!;
  const P = xpos[cue.head]!;
  const top = topFromLeft(text, first);
  const path = pathBetween(text, cue.head, top);
  const from = source && source.first > cue.last && source.last < first ? source.last : cue.last;
  const distance = bucket(first - from - 1);
  const isNext = first >= text.endOf(cue.head) ? 1 : 0;
  const order = from === cue.last ? 1 : 2;
  const before = isNext ? 1 : form[first - 1]!;
  const C = fine[cue.head]! + 1;
  list.add(431, distance, order, isNext);
  list.add(432, distance, form[first]!);
  list.add(433, form[first]!, before);
  list.add(434, pos[first]!, before, distance);
  list.add(435, path, order);
  list.add(436, path, L);
  list.add(437, path, form[first]!);
  list.add(438, path, distance);
  list.add(439, dep[top]!, L, distance);
  list.add(440, dep[top]!, xpos[top]!, distance);
  list.add(441, form[first]!, L);
  list.add(442, L, distance);
  list.add(443, path, C);
  list.add(444, path, P, before);
  list.add(445, mark[first]!, distance, order);
  list.add(446, before, L);
  list.add(447, form[cue.last]!, path);
  list.add(448, form[cue.last]!, form[first]!, distance);
  list.add(449, text.right[top]! >= text.endOf(first) - 2 ? 1 : 0, bucket(text.right[top]! - first), distance);
  list.add(450, dep[top]!, dep[cue.head]!, order);
  list.add(451, mark[first]!, L, isNext);
  const { tally } = text;
  const marks = countBetween(tally.openMarks, from + 1, first);
  const commas = countBetween(tally.commas, from + 1, first);
  const verbs = countBetween(tally.verbs, from + 1, first);
  list.add(452, marks, Math.min(commas, 3), Math.min(verbs, 3));
  list.add(453, Math.min(verbs, 3), dep[top]!);
  list.add(454, Math.min(verbs, 3), mark[first]!, before);
  list.add(455, marks, mark[first]!, distance);
  // A quotation further on draws the start to itself.
  let ahead = 0;
  for (let t = first; t < text.endOf(first) && ahead === 0; t++) if (mark[t] === 1) ahead = bucket(t - first) + 1;
  list.add(456, ahead, distance, form[first]!);
  list.add(457, ahead, L, distance);
  const q = quotations.of[first]!;
  if (q >= 0 && mark[first] === 1) {
    const { open, close } = quotations.list[q]!;
    list.add(458, bucket(close - open), open === first ? 1 : 0, before);
    list.add(459, close >= text.endOf(first) - 2 ? 1 : 0, before, distance);
  } else list.add(460, q >= 0 ? 1 : 0, distance);
  if (isNext) {
    list.add(461, text.blockOf(first) === text.blockOf(cue.head) ? 1 : 0, mark[first]!);
    list.add(462, form[first - 1]!, mark[first]!);
    list.add(463, text.doc.tags[first - 1]!.pos === "PUNCT" ? form[first - 1]! : 0, L);
  }
  const inner = branchOf(text, cue.head, top);
  list.add(464, inner < 0 ? 0 : dep[inner]!, inner === top ? 1 : 0, P);
  list.add(465, inner < 0 ? 0 : dep[inner]!, inner === top ? 1 : 0, L);
  list.add(466, at(pos, text, first, 1), form[first]!, before);
}

/** Last tokens that content starting at `first` may have: in its sentence, or the end of its quotation further on. */
export function rightLastCandidates(text: AttributionText, cue: CueSpan, first: number): number[] {
  const end = Math.min(text.endOf(first), first + 90);
  const limit = endsWithPhrase(text, cue.head) && first <= text.right[cue.head]! ? text.right[cue.head]! : end;
  const candidates: number[] = [];
  for (let t = first; t < end; t++) {
    if (t >= cue.first && t <= cue.last) break;
    if (t <= limit ? t === first || canEnd(text, t) : text.mark[t] === 2) candidates.push(t);
  }
  // Quotations that start inside the sentence and run over its end.
  for (let t = first; t < end; t++) {
    const close = quotationEnd(text, t);
    if (close >= end) candidates.push(close);
  }
  return candidates;
}

/** Whether what the cue reports must end with the cue's own phrase: "the view that … has spread", "Arden, who said …, left". */
function endsWithPhrase(text: AttributionText, head: number): boolean {
  const rel = text.tree.rel(head);
  if (rel === "acl") return true;
  return text.tree.pos(head) === "NOUN" && rel === "nsubj" && text.head[head]! > head;
}

/** Describes the end of content that starts at `first`, after the cue. */
export function addRightLastFeatures(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  source: SourceSpan | undefined,
  first: number,
  last: number,
): void {
  const top = topFromLeft(text, first);
  const { lemma, form, pos, dep, mark, left, right, head } = text;
  const L = lemma[cue.head]!;
  const end = text.endOf(first);
  if (last >= end) {
    const close = quotationEnd(text, first);
    list.add(501, close === last ? 1 : 0, form[last]!);
    list.add(502, mark[last]!, bucket(last - end), L);
    list.add(503, text.endOf(last) - 1 === last ? 1 : 0, mark[last]!);
    list.add(504, mark[first]!, mark[last]!, text.sentence[last]! - text.sentence[first]! > 3 ? 1 : 0);
    return;
  }
  addBoundary(list, 510, text, top, last, 1);
  const rest = end - 1 - last;
  const close = quotationEnd(text, first);
  const out = rest > 0 ? form[last + 1]! : 1;
  list.add(541, Math.min(rest, 3), form[last]!, rest > 0 ? form[end - 1]! : 0);
  list.add(542, close === last ? 1 : close < 0 ? 0 : close < last ? 2 : 3, mark[last]!, Math.min(rest, 2));
  list.add(543, close === last ? 1 : close < 0 ? 0 : close < last ? 2 : 3, out);
  list.add(544, L, dep[top]!, right[top] === last ? 1 : right[top]! > last ? 2 : 3);
  list.add(545, dep[top]!, right[top] === last ? 1 : right[top]! > last ? 2 : 3, out);
  list.add(546, dep[top]!, dep[cue.head]!, right[top]! - last === 0 ? 1 : 0, Math.min(rest, 2));
  // Arcs that a cut here would break, and where the next word belongs.
  let broken = 0;
  for (let t = last + 1; t < Math.min(end, last + 25); t++)
    if (head[t]! >= first && head[t]! <= last && pos[t] !== pos[end - 1]) broken++;
  const next = last + 1;
  let to = next;
  if (rest > 0) {
    while (head[to]! > last) to = head[to]!;
    const joint = head[to]!;
    const place =
      joint < 0
        ? 0
        : joint >= first
          ? 1
          : joint >= cue.first && joint <= cue.last
            ? 2
            : joint === head[cue.head]!
              ? 3
              : 4;
    list.add(547, place, dep[to]!, left[to] === next ? 1 : 0);
    list.add(548, place, dep[to]!, out);
    list.add(549, place, dep[to]!, L);
    list.add(550, place, Math.min(broken, 3), out);
    if (place === 1) list.add(551, dep[to]!, text.xpos[joint]!, joint === top ? 1 : 0, form[left[to]!]!);
    if (place === 1) list.add(552, dep[to]!, dep[joint]!, dep[top]!, out);
  } else list.add(553, form[last]!, mark[last]!);
  list.add(554, Math.min(broken, 4), Math.min(rest, 3));
  const { tally } = text;
  const open = countBetween(tally.openMarks, first, last + 1) - countBetween(tally.closeMarks, first, last + 1);
  const commas = countBetween(tally.commas, first, last + 1);
  const brackets =
    countBetween(tally.openBrackets, first, last + 1) - countBetween(tally.closeBrackets, first, last + 1);
  const verbs = countBetween(tally.verbs, first, last + 1);
  list.add(555, open, mark[last]!, Math.min(rest, 2));
  list.add(556, brackets, Math.min(commas, 3));
  list.add(557, open, out);
  list.add(558, Math.min(verbs, 3), dep[top]!, out);
  list.add(559, Math.min(verbs, 3), L, Math.min(rest, 2));
  if (rest > 0) addBeyond(list, text, cue, first, last, top, broken);
  list.add(562, source && source.first >= first ? (source.last <= last ? 1 : source.first <= last ? 2 : 3) : 0, out);
  // A noun's clause ends where the noun phrase does.
  const reach = last < right[cue.head]! ? 1 : last === right[cue.head]! ? 2 : 3;
  list.add(563, reach, pos[cue.head]!, dep[cue.head]!);
  list.add(564, reach, pos[cue.head]!, dep[top]!, out);
  list.add(560, bucket(last - first), L);
  list.add(561, bucket(last - first), dep[top]!, Math.min(rest, 2));
}

/** What comes after the end of content, past the comma and "and" that may stand there. */
function addBeyond(
  list: FeatureList,
  text: AttributionText,
  cue: CueSpan,
  first: number,
  last: number,
  top: number,
  broken: number,
): void {
  const { form, pos, xpos, dep, lemma, head, left, fine, middle } = text;
  const end = text.endOf(first);
  let next = last + 1;
  let skipped = 0;
  while (next < end - 1 && isLink(text, next)) {
    skipped = Math.imul(skipped ^ form[next]!, 0x01000193);
    next++;
  }
  let to = next;
  while (head[to]! > last) to = head[to]!;
  const joint = head[to]!;
  const place =
    joint < 0
      ? 0
      : joint >= first
        ? joint === top
          ? 5
          : 1
        : joint >= cue.first && joint <= cue.last
          ? 2
          : joint === head[cue.head]!
            ? 3
            : 4;
  const starts = left[to] === next ? 1 : 0;
  list.add(570, skipped, place, dep[to]!);
  list.add(571, skipped, form[next]!);
  list.add(572, skipped, xpos[to]!, place, dep[to]!);
  list.add(573, skipped, dep[to]!, starts, text.right[to]! >= end - 2 ? 1 : 0);
  list.add(574, skipped, place, lemma[cue.head]!);
  list.add(575, form[next]!, dep[to]!, place);
  list.add(576, middle[to]! + 1, dep[to]!, place);
  list.add(577, skipped, pos[next]!, Math.min(broken, 3));
  if (joint >= 0) {
    list.add(578, skipped, dep[to]!, xpos[joint]!, xpos[to]!);
    list.add(579, dep[to]!, lemma[joint]!, form[next]!);
    list.add(580, skipped, dep[to]!, dep[joint]!, dep[top]!);
  }
  // A verb that follows: one more thing said, or one more thing done by who says it?
  let verb = next;
  while (verb < end && text.doc.tags[verb]!.pos !== "VERB" && verb < next + 8) verb++;
  if (verb < end && text.doc.tags[verb]!.pos === "VERB") {
    list.add(581, skipped, xpos[verb]!, xpos[cue.head]!, xpos[top]!);
    list.add(582, skipped, fine[verb]! + 1, verb - next);
    list.add(583, skipped, lemma[verb]!, xpos[verb]!);
    list.add(584, skipped, verb - next, xpos[verb]!, dep[to]!);
  }
  list.add(585, skipped, bucket(end - next), dep[top]!);
}
