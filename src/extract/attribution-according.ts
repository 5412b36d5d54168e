import type { Mention } from "../core/index.ts";
import type { Draft } from "./attribution-draft.ts";
import type { AttributionText } from "./attribution-text.ts";

/**
 * "According to X, Y is unfit": whoever stands right behind the words is the source, and the rest of the sentence what it
 * says, even where a parse that takes both names for subjects leads the model to exchange them.
 */
export function mendAccording(text: AttributionText, draft: Draft, mentions: readonly Mention[]): Draft {
  const { cue, source } = draft;
  const { tokens } = text.doc;
  const next = cue.last + 1;
  const end = text.endOf(cue.head);
  if (wordAt(cue.first).toLowerCase() !== "according" || wordAt(cue.last) !== "to") return draft;
  const isMisread = !source || source.first !== next || draft.content.length === 0;
  if (!isMisread || next >= end) return draft;
  const named = mentions
    .filter(({ firstToken, endToken }) => firstToken === next && endToken <= end)
    .sort((a, b) => b.endToken - a.endToken)[0];
  if (!named) return draft;
  const before = { first: text.firstOf(cue.head), last: lastWord(cue.first - 1) };
  const after = { first: firstWord(named.endToken), last: lastWord(end - 1) };
  const content = before.last - before.first > 1 ? before : after;
  if (content.last <= content.first) return draft;
  return { ...draft, source: { head: named.head, first: next, last: named.endToken - 1 }, content: [content] };

  function wordAt(token: number): string {
    const { start, end: stop } = tokens[token]!;
    return text.doc.text.slice(start, stop);
  }

  function firstWord(token: number): number {
    let t = token;
    while (t < end && /^[,;:–—-]$/.test(wordAt(t))) t++;
    return t;
  }

  function lastWord(token: number): number {
    let t = token;
    while (t >= 0 && /^[,;:.–—-]$/.test(wordAt(t))) t--;
    return t;
  }
}
