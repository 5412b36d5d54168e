import type { Name } from "../../core/index.ts";
import { type Gazetteer, PHRASE, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";

const RARE: ReadonlySet<Name["type"]> = new Set(["event", "product", "law", "work"]);
/** "5G": a generation of mobile networks. */
export const NETWORK_GENERATION = /^[2-9]G$/;

/** "Quill.com", "bay.co.uk": a site is whoever runs it. */
const WEB_SITE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|gov|edu|info|biz|tv|io|co|[a-z]{2})$/u;

/** "Brexit", "Calexit": words coined for a country's or region's way out. */
export const COINED_EXIT = /^\p{Lu}\p{Ll}+xit$/u;

/** "Roelcare": a law on care that is named after somebody, unlike "Daycare" and the like. */
export const COINED_CARE = /^(?!Day|Child|Elder|Health|Home|Skin|After)\p{Lu}\p{Ll}{3,}care$/u;

/** Nouns right after the name of what is printed: "Quill magazine". */
const PRINTED = /^(?:magazine|newspaper)$/;
/** Heads that are hardly anything but a law when other capitalised words stand before them. */
const LAW =
  /^(?:Act|Acts|Amendment|Amendments|Agreement|Accord|Accords|Treaty|Pact|Protocol|Law|Constitution|Statute)$/;
const MAKER = /^(?:maker|developer|manufacturer|publisher|producer|distributor|inventor)s?$/;
/** Meetings that an organization may also be called after; "at the Bay Conference" is one that is held. */
export const MEETING = /^(?:Conference|Convention|Summit|Forum)$/;
const HELD = /^(?:at|during|attend|attended|attending)$/i;
const COMPASS = /^(?:North|South|East|West)$/;

/**
 * The type that the words of a name settle, whatever the tagger made of it: a country is a place also where it acts, a
 * union of countries is an organization, and a head word such as "Agency" or "Treaty" tells among the rarer types.
 */
export function settleType(view: NamesView, name: Name, gazetteer: Gazetteer): Name["type"] {
  const { firstToken, endToken, type } = name;
  const last = view.doc.tokens[endToken - 1]!.form;
  if (endToken - firstToken === 1 && (NETWORK_GENERATION.test(last) || last === "Internet")) return "product";
  if (endToken - firstToken === 1 && COINED_EXIT.test(last)) return "event";
  if (endToken - firstToken === 1 && COINED_CARE.test(last)) return "law";
  if (endToken - firstToken === 1 && WEB_SITE.test(last)) return "organization";
  if (type === "product" && PRINTED.test(view.doc.tokens[endToken]?.form ?? "")) return "organization";
  // "the North fired back": one half of a country.
  if (endToken - firstToken === 1 && COMPASS.test(last) && type !== "person") return "place";
  if (type === "person" && isMade(view, firstToken)) return "product";
  if (type === "person" || type === "demonym" || type === "group") return type;
  const kind = phraseKind(view, firstToken, endToken);
  // "South Koreans" are a group; "South Korean" may be one of them or an adjective.
  if (kind === PHRASE.demonym) return /s$/.test(last) ? "group" : "demonym";
  if (kind === PHRASE.country) return "place";
  if (kind === PHRASE.region) {
    const text = view.doc.tokens
      .slice(firstToken, endToken)
      .map((token) => token.form)
      .join(" ");
    const region = gazetteer.countries.regionByName(text);
    if (region) return region.kind === "union" ? "organization" : "place";
  }
  if (endToken - firstToken === 1) return type;
  if (type === "organization" && LAW.test(last)) return "law";
  if (type === "organization" && MEETING.test(last) && isHeld(view, firstToken)) return "event";
  if (!RARE.has(type)) return type;
  const bits = gazetteer.word(last);
  const heads = bits & (WORD.organizationHead | WORD.eventHead | WORD.lawHead | WORD.workHead | WORD.placeHead);
  if (heads === WORD.organizationHead) return "organization";
  if (heads === WORD.lawHead) return "law";
  if (heads === WORD.eventHead) return "event";
  return type;
}

/** "the maker of | Orvik", "the developer of the “ | Orvik": what somebody makes is nobody. */
function isMade({ doc: { tokens } }: NamesView, first: number): boolean {
  let t = first - 1;
  while (t > 0 && /^(?:the|["“'‘])$/i.test(tokens[t]!.form)) t--;
  return t > 0 && tokens[t]!.form === "of" && MAKER.test(tokens[t - 1]!.form);
}

/** "at the last | Bay Conference". */
function isHeld({ doc: { tokens } }: NamesView, first: number): boolean {
  for (let t = first - 1; t >= Math.max(0, first - 3); t--) {
    const { form } = tokens[t]!;
    if (HELD.test(form)) return true;
    if (!/^(?:the|this|last|next|a|an|year|['’]s)$/i.test(form)) return false;
  }
  return false;
}

/** Kind of the gazetteer phrase that covers just these tokens, else 0. */
export function phraseKind({ phrases }: NamesView, first: number, end: number): number {
  const kind = phrases[first]!;
  if (kind === 0 || kind % 2 === 1) return 0;
  for (let t = first + 1; t < end; t++) if (phrases[t] !== kind + 1) return 0;
  return phrases[end] === kind + 1 ? 0 : kind / 2;
}
