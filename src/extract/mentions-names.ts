import type { EntityType, Gender, Mention, Name } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { genderOfTitle } from "./genders.ts";
import { type CutName, cutName } from "./name-cuts.ts";
import { extendNames } from "./name-extents.ts";
import { cutHeadingNames } from "./name-headings.ts";
import { headOf, readForms } from "./token-spans.ts";

/** Turns the name layer into mentions: titles cut off, demonyms led to their country, gender from titles and first names. */
export function toNameMentions(tree: Tree, names: readonly Name[], lexicon: ActorLexicon): Mention[] {
  const normals = new Map<string, Normal>();
  const toNormal = (text: string, type: Name["type"]): Normal => {
    const key = `${type} ${text}`;
    let normal = normals.get(key);
    if (!normal) {
      normal = normalise(text, type, lexicon);
      normals.set(key, normal);
    }
    return normal;
  };
  const cuts = cutHeadingNames(
    tree,
    joinPeoples(tree, extendNames(tree, names), lexicon)
      .filter((name) => !isOrdinaryWord(tree, name, lexicon) && !isDateline(tree, name))
      .flatMap((name) => cutName(tree, name, lexicon)),
  );
  const seats = new Map<number, Mention>();
  const mentions = cuts.flatMap((cut) => {
    const mention = toNameMention(tree, cut, lexicon, toNormal);
    const party = cut.type === "person" ? readPartyLetters(tree, cut.endToken, lexicon) : undefined;
    const seat = party && readPostalSeat(tree, party.endToken + 1, lexicon);
    if (seat) seats.set(seat.firstToken, seat);
    return party ? [mention, party] : [mention];
  });
  return [...mentions.filter(({ firstToken }) => !seats.has(firstToken)), ...seats.values()];
}

/** "African | - | Americans" are one people, neither Africa nor the Americans. */
function joinPeoples(tree: Tree, names: readonly Name[], { peoples }: ActorLexicon): Name[] {
  const joined: Name[] = [];
  for (const name of names) {
    const before = joined[joined.length - 1];
    const gap = before ? name.firstToken - before.endToken : -1;
    const hyphen = gap === 1 && tree.form(name.firstToken - 1) === "-";
    const text = before && (hyphen || gap === 0) ? tree.doc.text.slice(before.start, name.end) : "";
    if (before && peoples.has(text))
      joined[joined.length - 1] = { ...before, ...name, ...startOf(before), type: "group" };
    else joined.push(name);
  }
  return joined;
}

const startOf = ({ start, firstToken }: Name): Pick<Name, "start" | "firstToken"> => ({ start, firstToken });

/** "NEW DELHI: Tens of thousands …": where a report was written acts in none of it. */
function isDateline(tree: Tree, { start, end, firstToken, endToken, type }: Name): boolean {
  const { text, tokens, sentences } = tree.doc;
  if (type !== "place" || endToken + 1 >= tokens.length || tree.form(endToken) !== ":") return false;
  const sentence = tree.sentence(firstToken);
  const { block, firstToken: first } = sentences[sentence]!;
  const opensBlock = first === firstToken && (sentence === 0 || sentences[sentence - 1]!.block !== block);
  return opensBlock && /^\p{Lu}[\p{Lu}\s.'’-]{2,}$/u.test(text.slice(start, end));
}

/** Posts that one holds for a party. */
const PARTISAN =
  /^(?:leader|mp|lawmaker|senator|congressman|congresswoman|candidate|nominee|minister|spokesman|spokeswoman|deputy|chairman|chairwoman|politician|councillor|premier|peer)s?$/i;

/**
 * "Conservative economists disagree": at the start of a sentence the capital is no party's, unless others bear it or a
 * party's post follows ("Labour leader Ann Lee").
 */
function isOrdinaryWord(
  tree: Tree,
  { firstToken, endToken, type }: Name,
  { ordinaryPartyWords }: ActorLexicon,
): boolean {
  const { tokens, sentences } = tree.doc;
  const form = tree.form(firstToken);
  if (type === "person" || endToken - firstToken > 1 || !ordinaryPartyWords.has(form)) return false;
  const start = sentences[tree.sentence(firstToken)]!.firstToken;
  if (firstToken !== start || endToken >= tokens.length || !/^\p{Ll}/u.test(tree.form(endToken))) return false;
  if (PARTISAN.test(tree.form(endToken)) && /^\p{Lu}/u.test(tokens[endToken + 1]?.form ?? "")) return false;
  return !tokens.some((token, t) => token.form === form && t !== sentences[tree.sentence(t)]!.firstToken);
}

/** The state in two letters behind a party's: "(R-TX)". */
function readPostalSeat(tree: Tree, at: number, { countries }: ActorLexicon): Mention | undefined {
  const state = at < tree.doc.tokens.length ? countries.regionByPostal(tree.form(at)) : undefined;
  return state && letters(tree, at, { entityType: "place", canonical: state.name });
}

/**
 * The party in letters after a person's name, as newswire writes it: "Jane Roe (R-Ohio)", "Jane Roe, D-Calif.",
 * "Jane Roe (Con)". Letters that begin the words of two parties tell nothing.
 */
function readPartyLetters(tree: Tree, at: number, { parties }: ActorLexicon): Mention | undefined {
  if (at + 2 >= tree.doc.tokens.length || !/^[(,[]$/.test(tree.form(at))) return undefined;
  const mark = tree.form(at + 1).replace(/\.$/, "");
  const close = tree.form(at + 2);
  const bracketed = tree.form(at) !== "," && /^[)\]]$/.test(close);
  if (!/^\p{Lu}\p{Ll}{0,3}$/u.test(mark) || !(bracketed || (mark.length < 4 && /^[-–]$/.test(close)))) return undefined;
  const fitting = new Set(
    [...parties]
      .filter(([word]) => word.startsWith(mark) && word !== mark && !/^\p{Lu}+$/u.test(word))
      .map(([, party]) => party),
  );
  if (fitting.size !== 1) return undefined;
  return letters(tree, at + 1, { entityType: "organization", canonical: [...fitting][0]!, demonym: true });
}

/** A mention of one token that stands for something named otherwise. */
function letters(
  tree: Tree,
  token: number,
  meaning: Required<Pick<Mention, "entityType" | "canonical">> & Pick<Mention, "demonym">,
): Mention {
  return {
    ...tree.span(token, token + 1),
    kind: "name",
    firstToken: token,
    endToken: token + 1,
    head: token,
    sentence: tree.sentence(token),
    plural: false,
    gender: "neuter",
    ...meaning,
  };
}

function toNameMention(
  tree: Tree,
  { firstToken, endToken, type }: CutName,
  lexicon: ActorLexicon,
  toNormal: (text: string, type: Name["type"]) => Normal,
): Mention {
  const span = tree.span(firstToken, endToken);
  const text = readForms(tree, firstToken, endToken);
  const { canonical, demonym, entityType } = toNormal(text, type);
  const own = headOf(tree, firstToken, endToken);
  const head = entityType === "person" ? titleAbove(tree, own, firstToken, lexicon) : own;
  return {
    ...span,
    kind: "name",
    firstToken,
    endToken,
    head,
    sentence: tree.sentence(head),
    entityType,
    plural: tree.xpos(head) === "NNPS" || (entityType === "group" && /s$/.test(text)),
    gender: entityType === "person" ? genderOfPerson(tree, firstToken, endToken, lexicon) : "neuter",
    ...(canonical === undefined ? {} : { canonical }),
    ...(demonym ? { demonym } : {}),
  };
}

/** "Sen. | Jane Roe": where the parser hangs the name on its title, the title stands for the person in the sentence. */
function titleAbove(tree: Tree, head: number, first: number, { titles }: ActorLexicon): number {
  const above = tree.head(head);
  if (tree.rel(head) !== "flat" || above < 0 || above >= first || first - above > 2) return head;
  return titles.has(tree.form(above).toLowerCase().replace(/\.$/, "")) ? above : head;
}

function genderOfPerson(tree: Tree, first: number, end: number, lexicon: ActorLexicon): Gender {
  if (first > 0) {
    const before = tree.form(first - 1) === "." && first > 1 ? first - 2 : first - 1;
    const title = genderOfTitle(tree.form(before));
    if (title !== "unknown") return title;
    const role = lexicon.roles.get(tree.form(before).toLowerCase());
    if (role && role.gender !== "neuter" && role.gender !== "unknown") return role.gender;
  }
  // A lone word may be a surname ("Clinton", "Grant"): it tells nothing.
  return end - first > 1 ? lexicon.genders.ofFirstName(tree.form(first)) : "unknown";
}

interface Normal {
  readonly entityType: EntityType;
  readonly canonical?: string;
  readonly demonym?: boolean;
}

/** Leads names of countries, their adjectives and peoples, and party words to the name of the country or party. */
function normalise(text: string, type: Name["type"], { countries, parties }: ActorLexicon): Normal {
  const party = type === "person" ? undefined : parties.get(text);
  if (party !== undefined) return { entityType: "organization", canonical: party, demonym: true };
  if (type === "demonym" || type === "group") {
    const place = countries.placeOfDemonym(text);
    if (place) return { entityType: "place", canonical: place.name, demonym: true };
    return type === "demonym" ? { entityType: "group", demonym: true } : { entityType: "group" };
  }
  if (type === "place" || type === "organization") {
    // "(R-Tex)": the abbreviation may lose its dot where only a place can be meant.
    const short = type === "place" && text.length > 2 ? countries.regionByName(`${text}.`) : undefined;
    const place = countries.byName(text) ?? countries.regionByName(text) ?? short;
    if (place) {
      const union = "kind" in place && place.kind === "union";
      return { entityType: union ? "organization" : "place", canonical: place.name };
    }
  }
  return { entityType: type };
}
