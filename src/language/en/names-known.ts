import type { Name } from "../../core/index.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";
import { CAPS } from "./names-forms.ts";

/** Names that a document settles for its other sentences are at least this sure. */
const SURE = 0.6;
/** Kinds of name that words elsewhere may repeat: an adjective or a people is told by its own word. */
const REPEATED: ReadonlySet<Name["type"]> = new Set(["person", "organization", "place"]);

/** Words before a month. */
const DATING =
  /^(?:in|on|of|since|until|till|by|from|to|through|between|during|before|after|last|next|this|every|each|early|late|mid|mid-|-)$/i;
/** Dates, titles and words that many names end in are not repeated for their own sake. */
const NOT_ALONE = WORD.month | WORD.day | WORD.title | WORD.organizationHead | WORD.placeHead | WORD.eventHead;

/**
 * Finds again what a document names elsewhere: the whole of "[Ann] Orvik" and only the name in "[Rip Ann Orvik]" where
 * "Ann Orvik" is known, and "ORVIK:" or "Orvik" alone at the head of a line.
 */
export function repeatNames(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens } = view.doc;
  const key = (first: number, end: number): string => {
    let text = "";
    for (let t = first; t < end; t++) text += `${view.facts[t]!.lowerText} `;
    return text;
  };
  const known = new Map<string, { type: Name["type"]; times: number }>();
  const surnames = new Set<string>();
  for (const { firstToken, endToken, type, score } of names) {
    if (!REPEATED.has(type) || score < SURE || view.mode[firstToken] !== 0) continue;
    const text = key(firstToken, endToken);
    const before = known.get(text);
    if (!before) known.set(text, { type, times: 1 });
    else if (before.type === type) before.times++;
    if (type === "person" && endToken - firstToken > 1) surnames.add(key(endToken - 1, endToken));
  }
  if (known.size === 0) return names;

  const whole = joinKnown(names);
  const full = new Set<string>();
  for (const [text, { type }] of known) if (type === "person" && text.trim().includes(" ")) full.add(text);
  const mended = whole.map((name, k) => {
    const { firstToken, endToken, type } = name;
    if (type !== "person") return name;
    const length = endToken - firstToken;
    // "[Ann] Orvik"
    if (length === 1 && endToken < view.end[firstToken]! && (whole[k + 1]?.firstToken ?? endToken + 1) > endToken) {
      if (full.has(key(firstToken, endToken + 1)) && isCapital(endToken)) return cut(name, firstToken, endToken + 1);
    }
    // "[Rip Ann Orvik]"
    if (length > 2 && (known.get(key(firstToken, endToken))?.times ?? 0) < 2) {
      if (full.has(key(firstToken + 1, endToken)) && !isFirstName(firstToken))
        return cut(name, firstToken + 1, endToken);
      if (full.has(key(firstToken, endToken - 1)) && isVerb(endToken - 1)) return cut(name, firstToken, endToken - 1);
    }
    return name;
  });

  const taken = new Uint8Array(tokens.length);
  for (const { firstToken, endToken } of mended) taken.fill(1, firstToken, endToken);
  const added: Name[] = [];
  for (let t = 0; t < tokens.length; t++) {
    if (taken[t] || !isCapital(t) || view.facts[t]!.lowerText.length < 3) continue;
    const type = typeAlone(t);
    if (!type) continue;
    const { start, end } = tokens[t]!;
    added.push({ start, end, type, firstToken: t, endToken: t + 1, score: SURE });
  }
  return added.length === 0 ? mended : [...mended, ...added].sort((a, b) => a.firstToken - b.firstToken);

  /** "[Orvik] [Tocca]" and "[Orvik] Tocca" where the document has "Orvik Tocca" as one organization. */
  function joinKnown(parts: readonly Name[]): readonly Name[] {
    const longest = Math.max(...[...known.keys()].map((text) => text.split(" ").length - 1));
    const joined: Name[] = [];
    for (const name of parts) {
      const before = joined.at(-1);
      if (before && name.firstToken < before.endToken) continue;
      joined.push(widest(name, longest));
    }
    return joined;
  }

  function widest(name: Name, longest: number): Name {
    const { firstToken, endToken } = name;
    for (let end = Math.min(firstToken + longest, view.end[firstToken]!); end > endToken; end--) {
      const found = known.get(key(firstToken, end));
      if (found?.type === "organization" && isCapital(end - 1))
        return { ...cut(name, firstToken, end), type: found.type };
    }
    return name;
  }

  /** The type of a word that the document has as a name, or as the surname of one, and never in lower case. */
  function typeAlone(token: number): Name["type"] | undefined {
    const { words, rank } = view.facts[token]!;
    const text = key(token, token + 1);
    if ((words & WORD.month) !== 0 && surnames.has(text)) return isInDate(token) ? undefined : "person";
    if (view.lowerTwin[token] !== 0 || (words & NOT_ALONE) !== 0 || /^[-–]$/.test(tokens[token - 1]?.form ?? ""))
      return undefined;
    // Beside another capitalised word it is part of something else: "Orvik Act".
    const isFirst = token === view.first[token] || /^["“]$/.test(tokens[token - 1]!.form);
    const isLabel = isFirst && tokens[token + 1]?.form === ":";
    if (!isLabel && view.runEnd[token]! - view.runStart[token]! > 1) return undefined;
    if (surnames.has(text)) return "person";
    const name = known.get(text);
    return name && (name.times > 1 || rank === 0 || rank > 3) ? name.type : undefined;
  }

  /** "in May", "7 May", "May 2019", or "May" as the verb that a question begins with: not the surname of Ann May. */
  function isInDate(token: number): boolean {
    if (view.doc.tags[token]!.pos !== "PROPN" || view.runEnd[token]! - view.runStart[token]! > 1) return true;
    const [before, after] = [tokens[token - 1]?.form ?? "", tokens[token + 1]?.form ?? ""];
    return DATING.test(before) || /\d/.test(before) || /\d/.test(after);
  }

  function isCapital(token: number): boolean {
    const { caps } = view.facts[token]!;
    return caps === CAPS.initial || caps === CAPS.all;
  }
  function isFirstName(token: number): boolean {
    return (gazetteer.word(tokens[token]!.form) & (WORD.femaleName | WORD.maleName)) !== 0;
  }
  function isVerb(token: number): boolean {
    return view.mode[token] !== 0 || view.doc.tags[token]!.pos === "VERB";
  }
  function cut(name: Name, firstToken: number, endToken: number): Name {
    return { ...name, firstToken, endToken, start: tokens[firstToken]!.start, end: tokens[endToken - 1]!.end };
  }
}
