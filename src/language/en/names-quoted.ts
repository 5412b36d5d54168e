import type { Name } from "../../core/index.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";
import { MEETING } from "./names-types.ts";

const OPENING = /^(?:["“]|``)$/;
const CLOSING = /^(?:["”]|'')$/;
const SMALL = /^(?:of|for|and|on|to|in|the|a|an|against|from|with|by|at|or|&|-)$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** Tokens of the longest quoted name that is looked for. */
const LONGEST = 16;
/** Tokens of the longest title of a work: what is longer is a headline or a slogan. */
const LONGEST_WORK = 4;

/**
 * Makes one name of a quoted title, however the tagger cut it: of a law ("the bill, known as the “Fair Deal for Farmers
 * Act”"), of a meeting ("the “Trade for All Forum”"), and of a work whose title begins with a name ("told “Bay News Tonight” that …").
 */
export function joinQuotedTitles(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens, sentences } = view.doc;
  const titles: Name[] = [];
  const startsAt = new Map(names.map((name) => [name.firstToken, name]));
  for (const { firstToken, endToken } of sentences) {
    for (let t = firstToken; t < endToken; t++) {
      if (!OPENING.test(tokens[t]!.form)) continue;
      const end = endOfTitle(t + 1, Math.min(endToken, t + 2 + LONGEST));
      const type = end < 0 ? undefined : typeOf(t + 1, end);
      if (!type) continue;
      titles.push({
        start: tokens[t + 1]!.start,
        end: tokens[end - 1]!.end,
        type,
        firstToken: t + 1,
        endToken: end,
        score: 0.9,
      });
      t = end;
    }
  }
  if (titles.length === 0) return names;
  const isInside = (name: Name) =>
    titles.some((title) => name.firstToken < title.endToken && name.endToken > title.firstToken);
  return [...names.filter((name) => !isInside(name)), ...titles].sort((a, b) => a.firstToken - b.firstToken);

  /** One past the last word before the closing mark, -1 where what is quoted is no title. */
  function endOfTitle(first: number, limit: number): number {
    let end = first;
    for (; end < limit && !CLOSING.test(tokens[end]!.form); end++) {
      const { form } = tokens[end]!;
      if (!/^\p{Lu}/u.test(form) && !SMALL.test(form) && !YEAR.test(form)) return -1;
    }
    const last = YEAR.test(tokens[end - 1]?.form ?? "") ? end - 3 : end - 1;
    if (end >= limit || last - first < 1) return -1;
    return end;
  }

  /** What the title is of; undefined where a name covers all of it, or none begins it. */
  function typeOf(first: number, end: number): Name["type"] | undefined {
    const last = YEAR.test(tokens[end - 1]!.form) ? end - 3 : end - 1;
    if ((gazetteer.word(tokens[last]!.form) & WORD.lawHead) !== 0) return "law";
    if (MEETING.test(tokens[last]!.form)) return "event";
    const name = startsAt.get(first);
    if (!name || name.type === "person" || name.endToken >= end || end - first > LONGEST_WORK) return undefined;
    for (let t = name.endToken; t < end; t++) if (view.doc.tags[t]!.pos !== "PROPN") return undefined;
    return "work";
  }
}
