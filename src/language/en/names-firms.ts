import type { Name } from "../../core/index.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";
import { keyOf } from "./names-pooling.ts";

/** Nouns that call something a firm, paper or party. */
export const FIRM =
  /^(?:firm|company|group|giant|conglomerate|retailer|manufacturer|airline|carmaker|automaker|chipmaker|startup|start-up|newspaper|magazine|broadcaster|operator|maker|bank|carrier|supplier|subsidiary|party|agency|daily|weekly|tabloid|network|organization|organisation|charity|union|lender|insurer|brewer|vendor|watchdog|think-tank|nonprofit|alliance|coalition|caucus|militia|consortium|association|federation|foundation|institute|regulator)$/;
/** Posts and papers that only a firm has: "Orvik CEO", "Orvik shares". */
const OF_FIRM =
  /^(?:CEO|CFO|COO|CTO|shares|shareholders|stock|stockholders|subsidiary|subsidiaries|customers|employees|headquarters)$/;
/** Nouns that are said of no person. */
const BODY =
  /^(?:alliance|coalition|militia|company|firm|conglomerate|organization|organisation|charity|union|nonprofit|consortium|airline|newspaper)$/;
/** Nouns of political bodies. */
const BLOC = /^(?:alliance|coalition|party|caucus|movement|bloc|militia|faction)$/;
/** What a firm does of itself: "it was sorry", where a person would say what the weather is. */
const SAYING = /^(?:says|said|denied|denies|admitted|announced|confirmed)$/;
/** Those who fight in a group's name; a person has followers, loyalists and men. */
const ARMED = /^(?:militants?|insurgents?|jihadists?|affiliates?)$/;
/** So many tokens into its sentence a name is still its subject: "The carmaker Orvik". */
const FRONT = 2;
/** Posts that people have in a firm or body, before "of". */
const POST =
  /^(?:chairman|chairwoman|chair|chief|executive|CEO|director|co-director|president|head|founder|co-founder|treasurer|boss|owner|members?|employees?|chairmanship|headquarters|subsidiary)$/;
/** What people have no "which" for: "Orvik, which makes engines, …". */
const RELATIVE = /^which$/;
/** Nouns of those who belong to a firm or body: "Orvik, whose drivers are on strike". */
const BELONGING =
  /^(?:members|workers|employees|shares|customers|users|drivers|shareholders|owners|activists|factories|plants|headquarters|products)$/;
/** What a firm's name ends in where it stands whole: "Orvik Inc." */
const SUFFIX = /^(?:Inc|Corp|Corporation|Co|Company|Ltd|LLC|LLP|PLC|plc|GmbH|AG)\.?$/;
/** Last words of the names of funds and the like, which no person has. */
const FUND = /^(?:Management|Capital|Partners|Holdings|Investments|Ventures|Advisors|Advisers|Securities|Equity)$/;
/** Those who work at a firm: "analysts at Orvik". */
const STAFF =
  /^(?:analyst|economist|strategist|trader|broker|manager|partner|lawyer|consultant|executive|researcher)s?$/;
/** Longest apposition that is looked through for its noun, in tokens. */
const REACH = 9;
/** Types that a firm's name is mistaken for. */
const MISTAKEN: ReadonlySet<Name["type"]> = new Set(["person", "product", "event", "law", "work"]);

/**
 * Makes an organization of what a document calls one anywhere: "Orvik, the country's largest brewer", "a company called
 * Orvik", "the newspaper Orvik", "Orvik shares", "Orvik Inc.", "Ann Lee of Orvik", and of a name that takes an article or
 * a "which" as no person's does.
 */
export function settleFirms(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens, tags } = view.doc;
  const form = (token: number): string => tokens[token]?.form ?? "";
  const isFirstName = (token: number): boolean =>
    (gazetteer.word(form(token)) & (WORD.femaleName | WORD.maleName)) !== 0;
  const firms = new Set<string>();
  const byFirst = new Map(names.map((name) => [name.firstToken, name]));
  const byEnd = new Map(names.map((name) => [name.endToken, name]));
  /** Words that are part of somebody's name, and where full names of persons end. */
  const words = new Set<string>();
  const full = new Set<number>();
  const inFull = new Set<string>();
  for (const { type, firstToken, endToken } of names) {
    if (type !== "person") continue;
    for (let t = firstToken; t < endToken; t++) words.add(form(t));
    if (endToken - firstToken < 2) continue;
    full.add(endToken);
    inFull.add(form(endToken - 1));
  }
  for (const name of names) {
    if (isFirm(name)) firms.add(keyOf(view, name));
    const last = name.endToken - 1;
    const isBody = name.type === "organization" || (name.type === "person" && isFund(name));
    const isShort = isBody && last > name.firstToken && (SUFFIX.test(form(last)) || FUND.test(form(last)));
    // "Orvik" for "Orvik Capital", unless somebody bears the name.
    if (isShort && !inFull.has(form(last - 1))) firms.add(keyOf(view, { ...name, endToken: last }));
  }
  if (firms.size === 0) return names;
  return names.map((name) =>
    MISTAKEN.has(name.type) && firms.has(keyOf(view, name)) ? { ...name, type: "organization" } : name,
  );

  function isFirm(name: Name): boolean {
    if (!MISTAKEN.has(name.type)) return false;
    if (isCalled(name) || hasApposition(name)) return true;
    if (name.type !== "person") return false;
    return (
      isFund(name) ||
      hasPost(name) ||
      takesArticle(name) ||
      isThing(name) ||
      isIt(name) ||
      isTeam(name) ||
      isEmployer(name) ||
      isBloc(name) ||
      isArmed(name) ||
      isPartner(name)
    );
  }

  /** "Orvik, which …, said", "Orvik, whose workers …": no person; later in a sentence "which" may sum all of it up. */
  function isThing({ firstToken, endToken }: Name): boolean {
    const words = endToken - firstToken - (form(firstToken + 1) === "-" ? 2 : 0);
    if (words > 2 || form(endToken) !== "," || firstToken - view.first[firstToken]! > FRONT) return false;
    const next = form(endToken + 1);
    return RELATIVE.test(next) || (next === "whose" && BELONGING.test(form(endToken + 2)));
  }

  /** "Orvik said it would appeal": whoever says so of "it" is no person. */
  function isIt({ firstToken, endToken }: Name): boolean {
    if (endToken - firstToken > 1 || isFirstName(firstToken) || inFull.has(form(firstToken))) return false;
    if (!SAYING.test(form(endToken)) || form(endToken + 1) !== "it") return false;
    return /^(?:was|would|will|is|has|had|did|does|plans|planned|expects|expected)$/.test(form(endToken + 2));
  }

  /** "The Harriers have said": a plural that nobody in the text is called after. */
  function isTeam({ firstToken, endToken }: Name): boolean {
    const text = form(firstToken);
    if (endToken - firstToken !== 1 || !/[^s]s$/.test(text) || !/^the$/i.test(form(firstToken - 1))) return false;
    const singular = text.slice(0, -1);
    const pos = tags[endToken]?.pos;
    return (pos === "VERB" || pos === "AUX") && !isNameOf(singular) && !isNameOf(text.replace(/es$/, ""));
  }

  /** "Orvik Capital", and "analysts at Orvik". */
  function isFund({ firstToken, endToken }: Name): boolean {
    if (endToken - firstToken > 1 && FUND.test(form(endToken - 1))) return true;
    return form(firstToken - 1) === "at" && STAFF.test(form(firstToken - 2)) && endToken - firstToken < 3;
  }

  /** "Ann Lee of Orvik", "chairwoman of Orvik": nobody is of somebody, but "members of Orvik's team" may be of Bo Orvik's. */
  function isEmployer({ firstToken, endToken }: Name): boolean {
    if (form(firstToken - 1) !== "of" || isFirstName(firstToken) || endToken - firstToken > 2) return false;
    if (endToken - firstToken === 1 && inFull.has(form(firstToken))) return false;
    return full.has(firstToken - 1) || POST.test(form(firstToken - 2));
  }

  /** "the left-wing Orvik alliance", where nobody is called Orvik. */
  function isBloc({ firstToken, endToken }: Name): boolean {
    if (endToken - firstToken !== 1 || !BLOC.test(form(endToken)) || full.has(endToken)) return false;
    return (
      !isFirstName(firstToken) &&
      /^(?:DET|ADJ|PROPN|NOUN)$/.test(tags[firstToken - 1]?.pos ?? "") &&
      !inFull.has(form(firstToken))
    );
  }

  /** "Orvik militants", where nobody is called Orvik. */
  function isArmed({ firstToken, endToken }: Name): boolean {
    const length = endToken - firstToken;
    return length < 3 && ARMED.test(form(endToken)) && !(length === 1 && inFull.has(form(firstToken)));
  }

  /** "Orvik and Tocca" where the one is an organization and the other a rare word that is part of nobody's full name. */
  function isPartner({ firstToken, endToken }: Name): boolean {
    if (endToken - firstToken !== 1 || isFirstName(firstToken) || inFull.has(form(firstToken))) return false;
    if (view.facts[firstToken]!.rank !== 0) return false;
    const isFirm = (name: Name | undefined) => name?.type === "organization";
    return (
      (/^(?:and|or|&)$/.test(form(firstToken - 1)) && isFirm(byEnd.get(firstToken - 1))) ||
      (/^(?:and|or|&)$/.test(form(endToken)) && isFirm(byFirst.get(endToken + 1)))
    );
  }

  function isNameOf(text: string): boolean {
    return words.has(text) || (gazetteer.word(text) & (WORD.femaleName | WORD.maleName)) !== 0;
  }

  /** "the newspaper | Orvik", "a company called | Orvik"; a first name after the noun is that of a person. */
  function isCalled({ firstToken, type }: Name): boolean {
    if (/^(?:called|named|dubbed)$/.test(form(firstToken - 1))) return FIRM.test(form(firstToken - 2));
    return FIRM.test(form(firstToken - 1)) && !(type === "person" && isFirstName(firstToken));
  }

  /** "Orvik, the country's largest brewer of beer, …": the last noun before the phrase breaks off. */
  function hasApposition({ firstToken, endToken, type }: Name): boolean {
    if (form(endToken) !== ",") return false;
    const end = Math.min(view.end[firstToken]!, endToken + REACH);
    if (!/^(?:a|an|the|one|another)$/.test(form(endToken + 1)) && tags[endToken + 1]?.pos !== "PROPN") return false;
    let noun = -1;
    for (let t = endToken + 1; t < end; t++) {
      const { pos } = tags[t]!;
      if (/^[,.;:()]$/.test(form(t))) break;
      // "Vienna-based"
      if (form(t) === "-" || form(t - 1) === "-") continue;
      if (pos === "NOUN") noun = t;
      else if (noun >= 0 && !/^['’]s?$/.test(form(t)) && pos !== "ADJ" && pos !== "PROPN") break;
      else if (pos === "VERB" || pos === "AUX" || pos === "PUNCT") break;
    }
    if (noun < 0 || !FIRM.test(form(noun))) return false;
    // "Ann Lee, a giant of the trade": of somebody with a first name only what no person can be is believed.
    const isSeated = form(endToken + 1) === "the" && form(noun - 1) === "based";
    return type !== "person" || !isFirstName(firstToken) || BODY.test(form(noun)) || isSeated;
  }

  /** "Orvik CEO", "Orvik's shares". */
  function hasPost({ firstToken, endToken }: Name): boolean {
    const next = /^['’]s?$/.test(form(endToken)) ? endToken + 1 : endToken;
    if (form(next) === "chief" && /^(?:executive|financial|operating)$/.test(form(next + 1))) return true;
    return next < view.end[firstToken]! && OF_FIRM.test(form(next));
  }

  /** "the | Orvik | has said", but "the Lee family", "the Lees" and "the Ann Lee I knew". */
  function takesArticle({ firstToken, endToken }: Name): boolean {
    if (!/^the$/i.test(form(firstToken - 1)) || /s$/.test(form(endToken - 1)) || isFirstName(firstToken)) return false;
    const pos = tags[endToken]?.pos;
    return pos === "VERB" || pos === "AUX" || form(endToken) === "(";
  }
}
