import type { Name } from "../../core/index.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";
import { keyOf } from "./names-pooling.ts";

/** Nouns that call something a firm, paper or party. */
const FIRM =
  /^(?:firm|company|group|giant|conglomerate|retailer|manufacturer|airline|carmaker|automaker|chipmaker|startup|start-up|newspaper|magazine|broadcaster|operator|maker|bank|carrier|supplier|subsidiary|party|agency|daily|weekly|tabloid|network|organization|organisation|charity|union|lender|insurer|brewer|vendor|watchdog|think-tank|nonprofit)$/;
/** Posts and papers that only a firm has: "Orvik CEO", "Orvik shares". */
const OF_FIRM = /^(?:CEO|CFO|COO|CTO|shares|shareholders|stock|stockholders|subsidiary|subsidiaries|customers)$/;
/** What a firm's name ends in where it stands whole: "Orvik Inc." */
const SUFFIX = /^(?:Inc|Corp|Corporation|Co|Company|Ltd|LLC|LLP|PLC|plc|GmbH|AG)\.?$/;
/** Longest apposition that is looked through for its noun, in tokens. */
const REACH = 9;
/** Types that a firm's name is mistaken for. */
const MISTAKEN: ReadonlySet<Name["type"]> = new Set(["person", "product", "event", "law", "work"]);

/**
 * Makes an organization of what a document calls one anywhere: "Orvik, the country's largest brewer", "a company called
 * Orvik", "the newspaper Orvik", "Orvik shares", "Orvik Inc.", and of a name that takes an article as no person's does.
 */
export function settleFirms(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens, tags } = view.doc;
  const form = (token: number): string => tokens[token]?.form ?? "";
  const isFirstName = (token: number): boolean =>
    (gazetteer.word(form(token)) & (WORD.femaleName | WORD.maleName)) !== 0;
  const firms = new Set<string>();
  for (const name of names) {
    if (isFirm(name)) firms.add(keyOf(view, name));
    const last = name.endToken - 1;
    if (name.type === "organization" && last > name.firstToken && SUFFIX.test(form(last)))
      firms.add(keyOf(view, { ...name, endToken: last }));
  }
  if (firms.size === 0) return names;
  return names.map((name) =>
    MISTAKEN.has(name.type) && firms.has(keyOf(view, name)) ? { ...name, type: "organization" } : name,
  );

  function isFirm(name: Name): boolean {
    if (!MISTAKEN.has(name.type)) return false;
    return isCalled(name) || hasApposition(name) || (name.type === "person" && (hasPost(name) || takesArticle(name)));
  }

  /** "the newspaper | Orvik", "a company called | Orvik"; a first name after the noun is that of a person. */
  function isCalled({ firstToken, type }: Name): boolean {
    if (/^(?:called|named|dubbed)$/.test(form(firstToken - 1))) return FIRM.test(form(firstToken - 2));
    return FIRM.test(form(firstToken - 1)) && !(type === "person" && isFirstName(firstToken));
  }

  /** "Orvik, the country's largest brewer of beer, …": the last noun before the phrase breaks off. */
  function hasApposition({ firstToken, endToken, type }: Name): boolean {
    if (form(endToken) !== "," || (type === "person" && isFirstName(firstToken))) return false;
    const end = Math.min(view.end[firstToken]!, endToken + REACH);
    if (!/^(?:a|an|the|one|another)$/.test(form(endToken + 1)) && tags[endToken + 1]?.pos !== "PROPN") return false;
    let noun = -1;
    for (let t = endToken + 1; t < end; t++) {
      const { pos } = tags[t]!;
      if (/^[,.;:()]$/.test(form(t))) break;
      if (pos === "NOUN") noun = t;
      else if (noun >= 0 && !/^['’]s?$/.test(form(t)) && pos !== "ADJ" && pos !== "PROPN") break;
      else if (pos === "VERB" || pos === "AUX" || pos === "PUNCT") break;
    }
    return noun >= 0 && FIRM.test(form(noun));
  }

  /** "Orvik CEO", "Orvik's shares". */
  function hasPost({ firstToken, endToken }: Name): boolean {
    const next = /^['’]s?$/.test(form(endToken)) ? endToken + 1 : endToken;
    return next < view.end[firstToken]! && OF_FIRM.test(form(next));
  }

  /** "the | Orvik | has said", but "the Lee family", "the Lees" and "the Ann Lee I knew". */
  function takesArticle({ firstToken, endToken }: Name): boolean {
    if (!/^the$/i.test(form(firstToken - 1)) || /s$/.test(form(endToken - 1)) || isFirstName(firstToken)) return false;
    const pos = tags[endToken]?.pos;
    return pos === "VERB" || pos === "AUX" || form(endToken) === "(";
  }
}
