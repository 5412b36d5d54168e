import type { Name } from "../../core/index.ts";
import { type Gazetteer, PHRASE } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";
import { CAPS, RARE } from "./names-forms.ts";

/**
 * Gives hyphened names back what the tagger left out: "Ann [Chan]-ocha", and a whole dateline for "BAY-[AU]-[PRINCE]".
 */
export function joinHyphens(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens } = view.doc;
  const isGlued = (hyphen: number): boolean =>
    tokens[hyphen]?.form === "-" &&
    tokens[hyphen - 1]?.end === tokens[hyphen]!.start &&
    tokens[hyphen + 1]?.start === tokens[hyphen]!.end;
  const isShouted = (token: number): boolean => view.facts[token]?.caps === CAPS.all;
  const span = (name: Name, firstToken: number, endToken: number): Name => ({
    ...name,
    firstToken,
    endToken,
    start: tokens[firstToken]!.start,
    end: tokens[endToken - 1]!.end,
  });

  const joined: Name[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (before && name.firstToken < before.endToken) continue;
    joined.push(withShouted(withTail(name)));
  }
  return joined;

  /** A rare word in small letters that hangs on a person's name: "Chan-ocha", but not "Lee-backed". */
  function withTail(name: Name): Name {
    const tail = name.endToken + 1;
    if (name.type !== "person" || !isGlued(name.endToken)) return name;
    const { rank, caps } = view.facts[tail]!;
    const isRare = (rank === 0 || rank >= RARE) && caps === CAPS.none && gazetteer.word(tokens[tail]!.form) === 0;
    return isRare ? span(name, name.firstToken, tail + 1) : name;
  }

  /** "BAY-AU-PRINCE": words in capitals with hyphens between them are one name, of a place if a table has it. */
  function withShouted(name: Name): Name {
    let { firstToken, endToken } = name;
    if (!isShouted(firstToken) || !isShouted(endToken - 1)) return name;
    while (firstToken > 1 && isGlued(firstToken - 1) && isShouted(firstToken - 2)) firstToken -= 2;
    while (isGlued(endToken) && isShouted(endToken + 1)) endToken += 2;
    if (firstToken === name.firstToken && endToken === name.endToken) return name;
    const opensLine = firstToken === view.first[firstToken] && tokens[endToken]?.form === ",";
    const isCity = view.phrases[firstToken] === 2 * PHRASE.city;
    return { ...span(name, firstToken, endToken), type: opensLine || isCity ? "place" : name.type };
  }
}
