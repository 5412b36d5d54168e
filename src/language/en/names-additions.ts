import type { Name } from "../../core/index.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import type { NamesView } from "./names-features.ts";
import { FIRM as FIRM_NOUN } from "./names-firms.ts";
import { RARE } from "./names-forms.ts";
import { AUTHORITY } from "./names-joins.ts";
import { COINED_CARE, COINED_EXIT, NETWORK_GENERATION } from "./names-types.ts";

const HONORIFIC = /^(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Prof)\.?$/;
const COMPASS = /^(?:North|South|East|West|Northern|Southern|Eastern|Western)$/;
/** Nouns after a firm's name: "the Swedish Quill group". */
const FIRM =
  /^(?:group|company|firm|giant|maker|bank|chain|conglomerate|corporation|carrier|airline|manufacturer|retailer)$/;
/** What stands between a nation and the firm's name: nothing, or a kind of firm. */
const CAPITALISED = /^\p{Lu}[\p{L}\p{N}&'’.-]*\p{L}$/u;

const FESTIVAL = /^(?:Day|Festival|Olympics|Summit|Awards|Marathon|Massacre|Uprising)$/;
const MEETING = /^(?:summit|conference|talks|meeting|forum|negotiations)$/i;
/** Words of the longest name of an authority, or of what tells a body's kind. */
const LONGEST_AUTHORITY = 7;
const CAMEL = /^(?!Mc|Mac|De|Di|Du|La|Le|Lo|Van|Fitz|St)\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+|\p{Lu}{2,4})$/u;

/** A rule that says which stretch of tokens at `token` is a name, and of what. */
type Rule = (
  view: NamesView,
  token: number,
  isFree: (token: number) => boolean,
  gazetteer: Gazetteer,
) => Found | undefined;
interface Found {
  readonly end: number;
  readonly type: Name["type"];
}

/** Names that the tagger's corpora hardly hold, told by the words around them; no name that was found is changed. */
export function addNames(view: NamesView, names: readonly Name[], gazetteer: Gazetteer): readonly Name[] {
  const { tokens, sentences } = view.doc;
  const taken = new Uint8Array(tokens.length);
  for (const { firstToken, endToken } of names) taken.fill(1, firstToken, endToken);
  const isFree = (token: number): boolean => token < tokens.length && taken[token] === 0;
  const added: Name[] = [];
  for (const sentence of sentences) {
    for (let t = sentence.firstToken; t < sentence.endToken; t++) {
      if (!isFree(t)) continue;
      for (const rule of RULES) {
        const found = rule(view, t, isFree, gazetteer);
        if (!found || found.end > sentence.endToken) continue;
        taken.fill(1, t, found.end);
        const span = { start: tokens[t]!.start, end: tokens[found.end - 1]!.end };
        added.push({ ...span, type: found.type, firstToken: t, endToken: found.end, score: 0.9 });
        break;
      }
    }
  }
  return added.length === 0 ? names : [...names, ...added].sort((a, b) => a.firstToken - b.firstToken);
}

const RULES: readonly Rule[] = [
  camel,
  authority,
  introduced,
  coined,
  attacks,
  constitution,
  mountain,
  festival,
  meeting,
  honoured,
  halfOfPair,
  firmOfNation,
  homeInBrackets,
];

/** "QuillTok", "OpenBay": capitals inside a word are a firm's or a product's, but for "McLee" and "DeOrvik". */
function camel({ doc: { tokens, tags }, mode }: NamesView, token: number): Found | undefined {
  const isCamel = CAMEL.test(tokens[token]!.form) && tags[token]!.pos === "PROPN" && mode[token] === 0;
  return isCamel ? { end: token + 1, type: "organization" } : undefined;
}

/** "the | Food and Drug Administration": capitalised words up to the head of an authority. */
function authority(
  { doc: { tokens }, end: ends, mode }: NamesView,
  token: number,
  isFree: (t: number) => boolean,
): Found | undefined {
  if (mode[token] !== 0 || !/^the$/i.test(tokens[token - 1]?.form ?? "")) return undefined;
  const limit = Math.min(ends[token]!, token + LONGEST_AUTHORITY);
  for (let t = token; t < limit && isFree(t); t++) {
    const { form } = tokens[t]!;
    const isLink = form === "and" && t > token;
    if (!isLink && !CAPITALISED.test(form)) return undefined;
    if (t > token && AUTHORITY.test(form)) return { end: t + 1, type: "organization" };
  }
  return undefined;
}

/** "Public Orvik, a consumer group, sued": capitalised words that open a sentence, and are told to be a body. */
function introduced(
  { doc: { tokens, tags }, first, end: ends, mode }: NamesView,
  token: number,
  isFree: (t: number) => boolean,
): Found | undefined {
  if (token !== first[token] || mode[token] !== 0) return undefined;
  let end = token;
  while (end < ends[token]! && isFree(end) && CAPITALISED.test(tokens[end]!.form)) end++;
  if (end - token < 2 || tokens[end]?.form !== "," || !/^(?:a|an|the)$/.test(tokens[end + 1]?.form ?? ""))
    return undefined;
  let noun = -1;
  for (let t = end + 2; t < Math.min(ends[token]!, end + 2 + LONGEST_AUTHORITY); t++) {
    if (tokens[t]!.form === ",")
      return noun >= 0 && FIRM_NOUN.test(tokens[noun]!.form) ? { end, type: "organization" } : undefined;
    if (tags[t]!.pos === "NOUN") noun = t;
  }
  return undefined;
}

/** "9/11": the attacks that are named after their day. */
function attacks({ doc: { tokens } }: NamesView, token: number): Found | undefined {
  if (tokens[token]!.form === "9/11") return { end: token + 1, type: "event" };
  const parts = [0, 1, 2].map((k) => tokens[token + k]?.form ?? "");
  const isOne = tokens[token]!.end === tokens[token + 1]?.start && tokens[token + 1]?.end === tokens[token + 2]?.start;
  return isOne && parts.join("") === "9/11" ? { end: token + 3, type: "event" } : undefined;
}

/** "stand by our | Constitution": the one of the country at hand. */
function constitution({ doc: { tokens }, first, mode }: NamesView, token: number): Found | undefined {
  const isLone = tokens[token]!.form === "Constitution" && mode[token] === 0 && token > first[token]!;
  return isLone ? { end: token + 1, type: "law" } : undefined;
}

/** "Orvik Day": a rare word and the head of an event. */
function festival(
  { doc: { tokens }, facts, mode }: NamesView,
  token: number,
  isFree: (t: number) => boolean,
): Found | undefined {
  const { rank } = facts[token]!;
  if (mode[token] !== 0 || !CAPITALISED.test(tokens[token]!.form) || (rank > 0 && rank < RARE)) return undefined;
  return isFree(token + 1) && FESTIVAL.test(tokens[token + 1]!.form) ? { end: token + 2, type: "event" } : undefined;
}

/** "the ABC30 climate summit": letters with a number that a meeting is called by. */
function meeting({ doc: { tokens } }: NamesView, token: number): Found | undefined {
  if (!/^\p{Lu}{2,5}-?\d{1,4}$/u.test(tokens[token]!.form)) return undefined;
  for (let t = token + 1; t <= token + 2; t++)
    if (MEETING.test(tokens[t]?.form ?? "")) return { end: token + 1, type: "event" };
  return undefined;
}

/** "Mt. Orvik", "Mount Orvik", "Lake Orvik". */
function mountain({ doc: { tokens } }: NamesView, token: number, isFree: (t: number) => boolean): Found | undefined {
  if (!/^(?:Mt\.?|Mount|Lake)$/.test(tokens[token]!.form) || !isFree(token + 1)) return undefined;
  return CAPITALISED.test(tokens[token + 1]!.form) ? { end: token + 2, type: "place" } : undefined;
}

/** "5G" is a product wherever it stands, "Brexit" an event, "Roelcare" a law; the corpora hold no such names. */
function coined({ doc }: NamesView, token: number): Found | undefined {
  const { form } = doc.tokens[token]!;
  if (NETWORK_GENERATION.test(form)) return { end: token + 1, type: "product" };
  if (COINED_CARE.test(form)) return { end: token + 1, type: "law" };
  return COINED_EXIT.test(form) ? { end: token + 1, type: "event" } : undefined;
}

/** "Mr. | Quill": a capitalised word after a form of address is a person. */
function honoured(
  { doc: { tokens, tags } }: NamesView,
  token: number,
  isFree: (t: number) => boolean,
): Found | undefined {
  let before = token - 1;
  if (before > 0 && tokens[before]!.form === ".") before--;
  if (before < 0 || !HONORIFIC.test(tokens[before]!.form) || tags[token]!.pos !== "PROPN") return undefined;
  if (!CAPITALISED.test(tokens[token]!.form) || HONORIFIC.test(tokens[token]!.form)) return undefined;
  let end = token + 1;
  while (isFree(end) && end - token < 4 && tags[end]!.pos === "PROPN" && CAPITALISED.test(tokens[end]!.form)) end++;
  return { end, type: "person" };
}

/** "[North] and South Korea": the first of two countries that share a word. */
function halfOfPair(
  { doc: { tokens } }: NamesView,
  token: number,
  _: unknown,
  { countries }: Gazetteer,
): Found | undefined {
  const compass = tokens[token]!.form;
  if (!COMPASS.test(compass) || !/^(?:and|or|&)$/.test(tokens[token + 1]?.form ?? "")) return undefined;
  if (!COMPASS.test(tokens[token + 2]?.form ?? "")) return undefined;
  const shared = tokens[token + 3]?.form ?? "";
  const known = (name: string) => countries.byName(name) ?? countries.regionByName(name);
  return known(`${compass} ${shared}`) ? { end: token + 1, type: "place" } : undefined;
}

/** "the Swedish | Quill | group". */
function firmOfNation(
  { doc: { tokens, tags } }: NamesView,
  token: number,
  isFree: (t: number) => boolean,
  gazetteer: Gazetteer,
): Found | undefined {
  const form = tokens[token]!.form;
  if (token < 1 || tags[token]!.pos !== "PROPN" || !CAPITALISED.test(form) || gazetteer.word(form) !== 0)
    return undefined;
  if ((gazetteer.word(tokens[token - 1]!.form) & WORD.adjective) === 0 || !/^\p{Lu}/u.test(tokens[token - 1]!.form))
    return undefined;
  let end = token + 1;
  while (isFree(end) && end - token < 3 && tags[end]!.pos === "PROPN" && CAPITALISED.test(tokens[end]!.form)) end++;
  return FIRM.test(tokens[end]?.form ?? "") ? { end, type: "organization" } : undefined;
}

/** "(R-[Ky.])", "D-[Calif.]": the state of a lawmaker. */
function homeInBrackets(
  { doc: { tokens } }: NamesView,
  token: number,
  _: unknown,
  { countries }: Gazetteer,
): Found | undefined {
  if (token < 3 || !/^[-–]$/.test(tokens[token - 1]!.form) || !/^\p{Lu}$/u.test(tokens[token - 2]!.form))
    return undefined;
  if (!/^[(,[]$/.test(tokens[token - 3]!.form)) return undefined;
  for (const end of [token + 2, token + 1]) {
    const text = tokens
      .slice(token, end)
      .map(({ form }) => form)
      .join(end - token > 1 && !tokens[token]!.form.includes(".") ? " " : "");
    if (countries.regionByName(text) ?? countries.regionByName(`${text}.`)) return { end, type: "place" };
  }
  return /^\p{Lu}{2}$/u.test(tokens[token]!.form) ? { end: token + 1, type: "place" } : undefined;
}
