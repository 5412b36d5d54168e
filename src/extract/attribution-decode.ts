import { addAcceptFeatures, overlapsOf } from "./attribution-accept.ts";
import type { Stretch } from "./attribution-content.ts";
import { addCueFeatures, canBeCue } from "./attribution-cues.ts";
import { type Draft, draftAttribution } from "./attribution-draft.ts";
import { FeatureList } from "./attribution-features.ts";
import { findCited, withoutCited } from "./attribution-links.ts";
import type { AttributionModel, DraftModel } from "./attribution-model.ts";
import { type AttributionText, viewInside } from "./attribution-text.ts";
import { scoreClass, sigmoid } from "./linear-model.ts";

/** Words less likely than this to be an outermost cue, or twice as much a cue at all, are not looked at further. */
const DRAFT_THRESHOLD = 0.12;
/** Inside a content, cues that are likelier than this make attributions of their own. */
const NESTED_THRESHOLD = 0.5;

export interface Decoded {
  readonly draft: Draft;
  readonly confidence: number;
  /** Index of the attribution in whose content this one lies, or -1. */
  readonly parent: number;
}

/** Every attribution that could hold, in the order of the text, likely or not. */
export function draftAttributions(text: AttributionText, model: DraftModel): Draft[] {
  const list = new FeatureList();
  const drafts: Draft[] = [];
  for (let t = 0; t < text.size; t++) {
    if (!canBeCue(text, t, model.heads)) continue;
    list.clear();
    addCueFeatures(list, text, t);
    const cue = sigmoid(scoreClass(model.parts.cue, list.values, list.count));
    const inner = sigmoid(scoreClass(model.parts.inner, list.values, list.count));
    if (cue < DRAFT_THRESHOLD && inner < DRAFT_THRESHOLD * 2) continue;
    drafts.push(draftAttribution(text, model, list, t, { cue, inner }));
  }
  const byFirst = new Map(drafts.map((draft) => [draft.cue.first, draft]));
  return drafts.map((draft) => withoutNextReport(text, draft, byFirst));
}

/** "… closed, Arden said, citing rising costs": what a participle reports on its own is no second half of the content. */
function withoutNextReport(text: AttributionText, draft: Draft, byFirst: ReadonlyMap<number, Draft>): Draft {
  const [left, right] = draft.content;
  if (!left || !right || left.last > draft.cue.first || right.first < draft.cue.last) return draft;
  const next = byFirst.get(right.first);
  const isReport = next !== undefined && next.sure.inner >= 0.5 && text.tree.xpos(next.cue.head) === "VBG";
  return isReport ? { ...draft, content: draft.content.filter((stretch) => stretch !== right) } : draft;
}

interface Scored {
  readonly draft: Draft;
  readonly confidence: number;
}

/**
 * Chooses the attributions that hold: the outermost ones, likeliest first, so that no cue lies in the content of a
 * likelier one; then, inside each content, those that are said to be said there, and so on inwards.
 */
export function decodeAttributions(text: AttributionText, model: AttributionModel): Decoded[] {
  const drafts = draftAttributions(text, model);
  const list = new FeatureList();
  const overlaps = overlapsOf(drafts);
  const outermost = drafts.map((draft, i) => {
    list.clear();
    addAcceptFeatures(list, text, drafts, i, overlaps);
    return { draft, confidence: sigmoid(scoreClass(model.parts.accept, list.values, list.count)) };
  });
  const found: Decoded[] = chooseFree(
    text,
    outermost.filter(({ confidence }) => confidence >= model.threshold),
  ).map((scored) => ({ ...scored, parent: -1 }));
  const taken = new Set(found.map(({ draft }) => draft));
  const inside = viewInside(text);
  for (let parent = 0; parent < found.length; parent++) {
    const { content } = found[parent]!.draft;
    const candidates = draftsWithin(drafts, content).filter(
      (draft) =>
        !taken.has(draft) &&
        draft.sure.inner >= NESTED_THRESHOLD &&
        content.some(({ first, last }) => first <= draft.cue.first && draft.cue.last <= last),
    );
    const nested = candidates.map((draft) => {
      const { head } = draft.cue;
      const isQuoted = text.quotations.of[head]! >= 0;
      const again = isQuoted ? endAtMark(inside, draftAttribution(inside, model, list, head, draft.sure)) : draft;
      return { draft: clip(text, again, content), confidence: draft.sure.inner };
    });
    for (const scored of chooseFree(text, nested)) {
      if (scored.draft.content.length === 0) continue;
      found.push({ ...scored, parent });
      taken.add(candidates.find(({ cue }) => cue.head === scored.draft.cue.head)!);
    }
  }
  return inTextOrder(addLinks(text, found));
}

/** The drafts, which are in the order of their heads, from the first to the last word of a content. */
function draftsWithin(drafts: readonly Draft[], content: readonly Stretch[]): readonly Draft[] {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const stretch of content) {
    first = Math.min(first, stretch.first);
    last = Math.max(last, stretch.last);
  }
  const placeOf = (token: number): number => {
    let low = 0;
    let high = drafts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (drafts[middle]!.cue.head < token) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return drafts.slice(placeOf(first), placeOf(last + 1));
}

/** Puts the sources that a report cites inside it; they replace what else was made of the same word. */
function addLinks(text: AttributionText, found: readonly Decoded[]): Decoded[] {
  const links = found.map(({ draft }) => findCited(text, draft));
  const citing = new Set(links.flatMap((link) => (link ? [link.cue.head] : [])));
  const kept = found.map((_, i) => i).filter((i) => !citing.has(found[i]!.draft.cue.head));
  const place = new Map(kept.map((from, to) => [from, to]));
  const list = kept.map((i) => ({ ...found[i]!, parent: place.get(found[i]!.parent) ?? -1 }));
  const count = list.length;
  for (let i = 0; i < count; i++) {
    const link = links[kept[i]!];
    if (!link) continue;
    list[i] = { ...list[i]!, draft: withoutCited(text, list[i]!.draft, link) };
    list.push({ draft: link, confidence: list[i]!.confidence, parent: i });
  }
  return list;
}

/** Likeliest first; leaves out what has its cue in the cue or content of one already chosen. */
function chooseFree(text: AttributionText, scored: readonly Scored[]): readonly Scored[] {
  if (scored.length < 2) return scored;
  const used = new Uint8Array(text.size);
  const chosen: Scored[] = [];
  for (const one of [...scored].sort((a, b) => b.confidence - a.confidence || a.draft.cue.head - b.draft.cue.head)) {
    const { cue, content } = one.draft;
    let free = true;
    for (let t = cue.first; t <= cue.last && free; t++) free = used[t] === 0;
    if (!free) continue;
    chosen.push(one);
    for (const { first, last } of content) used.fill(1, first, last + 1);
    used.fill(1, cue.first, cue.last + 1);
  }
  return chosen;
}

/** What is said inside a content ends where that content ends, before its closing marks, and so does who says it. */
function clip(text: AttributionText, draft: Draft, content: readonly Stretch[]): Draft {
  const { source } = draft;
  const inside = draft.content.flatMap((stretch) =>
    content.flatMap(({ first, last }) => {
      const from = Math.max(first, stretch.first);
      let to = Math.min(last, stretch.last);
      while (to >= from && text.tree.pos(to) === "PUNCT" && !(text.quotations.partner[to]! >= from)) to--;
      return from <= to ? [{ first: from, last: to }] : [];
    }),
  );
  const isInside = source && content.some(({ first, last }) => first <= source.first && source.last <= last);
  return { ...draft, content: inside, source: isInside ? source : undefined };
}

/** What opens with a quotation mark is said up to its closing mark; the models have seen too few such contents. */
function endAtMark(inside: AttributionText, draft: Draft): Draft {
  const content = draft.content.map(({ first, last }) => {
    const close = inside.mark[first] === 1 ? inside.quotations.partner[first]! : -1;
    return { first, last: close > first && close < last ? close : last };
  });
  return { ...draft, content };
}

/** By cue; a cited source comes right before the report that it shares the content with, so that inner precedes outer. */
function inTextOrder(found: readonly Decoded[]): Decoded[] {
  const placeOf = ({ draft, parent }: Decoded): number => {
    const outer = found[parent]?.draft;
    return outer?.content === draft.content ? outer.cue.first - 0.5 : draft.cue.first;
  };
  const order = found.map((_, i) => i).sort((a, b) => placeOf(found[a]!) - placeOf(found[b]!) || a - b);
  const rank = new Map(order.map((from, to) => [from, to]));
  return order.map((i) => ({ ...found[i]!, parent: rank.get(found[i]!.parent) ?? -1 }));
}
