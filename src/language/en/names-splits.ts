import type { Name } from "../../core/index.ts";
import { type Gazetteer, PHRASE, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";

/** Heads that may stand behind an "and" in one name: "Food and Drug Administration". */
const HEADS = WORD.organizationHead | WORD.mediaHead | WORD.placeHead | WORD.eventHead | WORD.lawHead | WORD.workHead;
const PLACES: ReadonlySet<number> = new Set([PHRASE.country, PHRASE.region, PHRASE.city]);
/** Heads that end a firm's name, and seldom stand inside one. */
const FIRM =
  /^(?:Industries|Motors|Corp|Corporation|Inc|Group|Holdings|Bank|Airlines|Airways|University|Ltd|Company|PLC)$/i;
/** What two surnames of partners make: "Lee and Sons", "Marks & Spencer" keeps its sign. */
const AND = /^and$/i;

/**
 * Takes apart what was run together: "[Orvik and Tocca]" where the document names one of them alone,
 * "[Institute for Tides at Orvik University]", and "[Orvik's purchase of Tocca]", which is told of two firms and names
 * neither deed.
 */
export function splitNames(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens } = view.doc;
  const key = (first: number, end: number): string => {
    let text = "";
    for (let t = first; t < end; t++) text += `${view.facts[t]!.lowerText} `;
    return text;
  };
  const known = new Set(names.map(({ firstToken, endToken }) => key(firstToken, endToken)));
  return names.flatMap((name) => {
    if (name.type !== "organization" && name.type !== "work" && name.type !== "law") return [name];
    return splitPossessive(name) ?? splitPair(name) ?? splitHost(name) ?? [name];
  });

  function splitPair(name: Name): Name[] | undefined {
    const { firstToken, endToken } = name;
    for (let t = firstToken + 1; t < endToken - 1; t++) {
      if (!AND.test(tokens[t]!.form)) continue;
      if (isFirm(firstToken, t) && isFirm(t + 1, endToken))
        return [part(name, firstToken, t), part(name, t + 1, endToken)];
      if ((gazetteer.word(tokens[endToken - 1]!.form) & HEADS) !== 0) continue;
      if (known.has(key(firstToken, t)) || known.has(key(t + 1, endToken)) || isBranch(firstToken, t))
        return [part(name, firstToken, t), part(name, t + 1, endToken)];
    }
    return undefined;
  }

  /** "Orvik Industries | and | Tocca Group": two that each have a head of their own. */
  function isFirm(first: number, end: number): boolean {
    return end - first > 1 && FIRM.test(tokens[end - 1]!.form);
  }

  /** "Bay Union of Ohio | and Tocca": a place behind the head's "of" ends a name, unless another place goes on. */
  function isBranch(first: number, and: number): boolean {
    let of = and - 1;
    while (of > first && tokens[of]!.form !== "of") of--;
    if (of <= first || !hasHead(of - 1, of) || view.phrases[and + 1] !== 0) return false;
    for (let t = of + 1; t < and; t++) if (!isPlace(view.phrases[t]!)) return false;
    return of < and - 1;
  }

  function isPlace(phrase: number): boolean {
    return PLACES.has(phrase >> 1);
  }

  /** "[Institute for Tides] at [Orvik University]": two bodies, the one within the other. */
  function splitHost(name: Name): Name[] | undefined {
    const { firstToken, endToken } = name;
    for (let t = firstToken + 2; t < endToken - 1; t++) {
      if (tokens[t]!.form !== "at" || !hasHead(firstToken, t) || !hasHead(t + 1, endToken)) continue;
      return [part(name, firstToken, t), part(name, t + 1, endToken)];
    }
    return undefined;
  }

  function hasHead(first: number, end: number): boolean {
    for (let t = first; t < end; t++) if ((gazetteer.word(tokens[t]!.form) & WORD.organizationHead) !== 0) return true;
    return false;
  }

  /** "[Orvik] 's purchase of [Tocca]": small letters behind the ending say what is done. */
  function splitPossessive(name: Name): Name[] | undefined {
    const { firstToken, endToken } = name;
    for (let t = firstToken + 1; t < endToken - 1; t++) {
      if (!/^['’]s?$/.test(tokens[t]!.form) || !/^\p{Ll}{4,}/u.test(tokens[t + 1]!.form)) continue;
      let second = t + 2;
      while (second < endToken && !/^\p{Lu}/u.test(tokens[second]!.form)) second++;
      const owner = { ...part(name, firstToken, t), type: "organization" as const };
      return second < endToken ? [owner, { ...part(name, second, endToken), type: "organization" }] : [owner];
    }
    return undefined;
  }

  function part(name: Name, firstToken: number, endToken: number): Name {
    return { ...name, firstToken, endToken, start: tokens[firstToken]!.start, end: tokens[endToken - 1]!.end };
  }
}
