import type { Name } from "../../core/index.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";

const OPENING = /^(?:["“]|``)$/;
const CLOSING = /^(?:["”]|'')$/;
const SMALL = /^(?:of|for|and|on|to|in|the|a|an|against|from|with|by|at|or|&)$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** Tokens of the longest quoted name that is looked for. */
const LONGEST = 16;

/** Makes one name of a quoted title of a law: "the bill, known as the “Fair Deal for Farmers Act”", however the tagger cut it. */
export function joinQuotedLaws(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens, sentences } = view.doc;
  const laws: Name[] = [];
  for (const { firstToken, endToken } of sentences) {
    for (let t = firstToken; t < endToken; t++) {
      if (!OPENING.test(tokens[t]!.form)) continue;
      const end = endOfTitle(t + 1, Math.min(endToken, t + 2 + LONGEST));
      if (end < 0) continue;
      laws.push({
        start: tokens[t + 1]!.start,
        end: tokens[end - 1]!.end,
        type: "law",
        firstToken: t + 1,
        endToken: end,
        score: 0.9,
      });
      t = end;
    }
  }
  if (laws.length === 0) return names;
  const isInside = (name: Name) => laws.some((law) => name.firstToken < law.endToken && name.endToken > law.firstToken);
  return [...names.filter((name) => !isInside(name)), ...laws].sort((a, b) => a.firstToken - b.firstToken);

  /** One past the last word before the closing mark, -1 where what is quoted is no title of a law. */
  function endOfTitle(first: number, limit: number): number {
    let end = first;
    for (; end < limit && !CLOSING.test(tokens[end]!.form); end++) {
      const { form } = tokens[end]!;
      if (!/^\p{Lu}/u.test(form) && !SMALL.test(form) && !YEAR.test(form)) return -1;
    }
    const last = YEAR.test(tokens[end - 1]?.form ?? "") ? end - 3 : end - 1;
    if (end >= limit || last - first < 1) return -1;
    return (gazetteer.word(tokens[last]!.form) & WORD.lawHead) === 0 ? -1 : end;
  }
}
