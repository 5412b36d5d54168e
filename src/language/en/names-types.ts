import type { Name } from "../../core/index.ts";
import { type Gazetteer, PHRASE, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";

const RARE: ReadonlySet<Name["type"]> = new Set(["event", "product", "law", "work"]);
/** "5G": a generation of mobile networks. */
export const NETWORK_GENERATION = /^[2-9]G$/;

/** Nouns right before a firm's name. */
const FIRM =
  /^(?:firm|company|group|giant|conglomerate|retailer|manufacturer|airline|carmaker|automaker|chipmaker|startup|start-up|newspaper|magazine|broadcaster)$/;
/** "Quill.com", "bay.co.uk": a site is whoever runs it. */
const WEB_SITE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|gov|edu|info|biz|tv|io|co|[a-z]{2})$/u;

/**
 * The type that the words of a name settle, whatever the tagger made of it: a country is a place also where it acts, a
 * union of countries is an organization, and a head word such as "Agency" or "Treaty" tells among the rarer types.
 */
export function settleType(view: NamesView, name: Name, gazetteer: Gazetteer): Name["type"] {
  const { firstToken, endToken, type } = name;
  const last = view.doc.tokens[endToken - 1]!.form;
  if (endToken - firstToken === 1 && NETWORK_GENERATION.test(last)) return "product";
  if (endToken - firstToken === 1 && WEB_SITE.test(last)) return "organization";
  if (type === "person" && isFirm(view, firstToken, gazetteer)) return "organization";
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
  if (!RARE.has(type) || endToken - firstToken === 1) return type;
  const bits = gazetteer.word(last);
  const heads = bits & (WORD.organizationHead | WORD.eventHead | WORD.lawHead | WORD.workHead | WORD.placeHead);
  if (heads === WORD.organizationHead) return "organization";
  if (heads === WORD.lawHead) return "law";
  if (heads === WORD.eventHead) return "event";
  return type;
}

/** "the Swedish firm | Quill": what comes right after the noun is its name, unless a first name says that a person does. */
function isFirm({ doc: { tokens } }: NamesView, first: number, gazetteer: Gazetteer): boolean {
  if (first === 0 || !FIRM.test(tokens[first - 1]!.form)) return false;
  return (gazetteer.word(tokens[first]!.form) & (WORD.femaleName | WORD.maleName)) === 0;
}

/** Kind of the gazetteer phrase that covers just these tokens, else 0. */
export function phraseKind({ phrases }: NamesView, first: number, end: number): number {
  const kind = phrases[first]!;
  if (kind === 0 || kind % 2 === 1) return 0;
  for (let t = first + 1; t < end; t++) if (phrases[t] !== kind + 1) return 0;
  return phrases[end] === kind + 1 ? 0 : kind / 2;
}
