import { partyBehind } from "./parties.ts";
import type { RelationContext } from "./relation-context.ts";
import type { Descriptor } from "./relation-descriptors.ts";
import { isParty } from "./relation-parties.ts";
import { PLURAL_TITLES } from "./relation-roles.ts";
import { LOCAL_OFFICES, STAFF, STATE_OFFICES } from "./relation-words.ts";

const PREPOSITIONS = ["of", "for", "at", "with", "to", "on", "in"];
/** Those who are sent to one country by another. */
const ENVOYS = new Set(["ambassador", "envoy", "emissary"]);
const HOLDERS = new Set(["organization", "place", "group"]);
/** Names of departments, with the word for what they see to: "Department of State", "Foreign Ministry". */
const DEPARTMENT = /^(?:(?:Ministry|Department|Office) (?:of|for)(?: the)? (.+)|(.+) (?:Ministry|Department|Office))$/;
/** Share of all mentions of countries that makes one of them the country that a document is about. */
const HOME_SHARE = 0.4;
/** Offices that each state of a federation has. */
const STATE_LEVEL = /^(?:secretary|governor|gov|attorney)$/;
/** How often a document must mention a country to be about it, unless it names no other. */
const HOME_MENTIONS = 2;

/** The organization, place or principal that a role belongs to. */
export interface Employer {
  readonly mention: number;
  /** Not in the phrase itself: the country that the document is about, or the office's department. */
  readonly inferred: boolean;
}

export function findEmployer(context: RelationContext, descriptor: Descriptor): Employer | undefined {
  const stated = statedEmployer(context, descriptor);
  if (stated >= 0) return { mention: stated, inferred: false };
  const lemma = roleLemma(context, descriptor.role);
  if (!STATE_OFFICES.has(lemma) && !STATE_LEVEL.test(lemma)) return undefined;
  const department = departmentOf(context, descriptor);
  if (department >= 0) return { mention: department, inferred: true };
  // A lawmaker sits for a place that the text need not name; the country is only behind it.
  const state = STATE_LEVEL.test(lemma) ? homeRegion(context, descriptor) : -1;
  if (state >= 0) return { mention: state, inferred: true };
  if (LOCAL_OFFICES.has(lemma) || isElsewhere(context, descriptor)) return undefined;
  const home = homeCountry(context, descriptor.role);
  return home < 0 || isAbroad(context, descriptor.role, home) ? undefined : { mention: home, inferred: true };
}

/** "British lawmaker Jane Doe wrote to the prime minister": the sentence names another country alone. */
function isAbroad({ mentions, tree, options }: RelationContext, role: number, home: number): boolean {
  const countries = mentions.filter(
    ({ sentence, entityType, canonical }) =>
      sentence === tree.sentence(role) && entityType === "place" && options.countries.byName(canonical ?? ""),
  );
  const isForeign = countries.some(({ demonym, head }) => demonym && tree.head(head) >= 0 && isPerson(tree.head(head)));
  return isForeign && countries.every(({ canonical }) => canonical !== mentions[home]!.canonical);

  function isPerson(noun: number): boolean {
    return mentions.some(({ head, entityType }) => head === noun && entityType === "person");
  }
}

/** Heads that clubs and firms have as well as countries. */
const OF_ANYTHING = /^(?:president|vice-president|representative)$/;

/** "its president", "interim president Jane Doe", "a secretary": nothing says that it is the country's. */
function isElsewhere(context: RelationContext, { role, person }: Descriptor): boolean {
  const { tree, frames, actors } = context;
  const owners = frames.fillers(role, "poss");
  if (owners.length > 0) return !owners.some((t) => context.typeOf(actors.mentionAt(t)) === "person");
  if (!OF_ANYTHING.test(roleLemma(context, role)) || /^\p{Lu}/u.test(tree.form(role))) return false;
  const cluster = context.clusters[actors.clusterOf(person)];
  const titled = new RegExp(`^${roleLemma(context, role).replace("-", ".?")}$`, "i");
  // "the president" is the country's once the text calls somebody "President Doe".
  return !cluster?.mentions.some((m) => {
    const { firstToken, kind } = context.mentions[m]!;
    const before = firstToken > 0 ? tree.form(firstToken - 1) : "";
    return kind === "name" && /^\p{Lu}/u.test(before) && titled.test(before);
  });
}

/** The role's noun in the singular: "Sens." → "sen". */
export function roleLemma({ tree }: RelationContext, role: number): string {
  const lemma = tree.lemma(role).toLowerCase().replace(/\.$/, "");
  return tree.xpos(role) === "NNPS" || PLURAL_TITLES.test(lemma) ? lemma.replace(/s$/, "") : lemma;
}

/** In the role's modifiers, its possessor, its prepositional phrase, or the brackets after the name. */
function statedEmployer(context: RelationContext, { person, role, first, end }: Descriptor): number {
  const { frames, actors, mentions } = context;
  const lemma = roleLemma(context, role);
  const fits = (mention: number) =>
    mention >= 0 &&
    mention !== person &&
    actors.isActor(mention) &&
    HOLDERS.has(speaksForType(context, mention)) &&
    !isParty(context, mention) &&
    // "the 28-year-old British lawyer" says where the lawyer is from.
    (!mentions[mention]!.demonym || context.typeOf(mention) === "place");
  for (const preposition of PREPOSITIONS) {
    // "the Chinese ambassador to London" is sent there.
    if (preposition === "to" && ENVOYS.has(lemma)) continue;
    for (const filler of frames.fillers(role, preposition)) {
      const mention = actors.mentionAt(filler);
      if (!fits(mention) || (preposition === "for" && isContinent(context, mention))) continue;
      // "president in Beirut" was there, and presided elsewhere.
      if (/^(?:in|on)$/.test(preposition) && context.typeOf(mention) === "place") continue;
      return mention;
    }
  }
  const where = actors.mentionAt(antecedentOfWhere(context, role));
  if (fits(where)) return where;
  const before = namesBetween(context, first, role).filter(fits);
  const organization = before.findLast((mention) => context.typeOf(mention) === "organization");
  if (organization !== undefined) return organization;
  if (before.length > 0) return before[before.length - 1]!;
  // "its director general": the possessor may hang on the last part of the post.
  const post = context.tree.rel(role) === "compound" ? context.tree.head(role) : role;
  for (const filler of frames.fillers(post, "poss")) {
    const mention = actors.mentionAt(filler);
    if (fits(mention)) return mention;
  }
  // Attachment of the "of" phrase is often wrong; right after the role it can only be the role's.
  const after = namesBetween(context, role + 1, end).filter(
    (mention) => fits(mention) && !isContinent(context, mention) && !ENVOYS.has(lemma),
  );
  if (after.length > 0 && followsClosely(context, role, mentions[after[0]!]!.firstToken)) return after[0]!;
  if (LOCAL_OFFICES.has(lemma)) {
    const seat = bracketedPlace(context, person);
    if (seat >= 0) return seat;
  }
  if (!STAFF.has(lemma)) return -1;
  return (
    namesBetween(context, first, role).find((m) => m !== person && context.typeOf(m) === "person") ??
    possessingPerson(context, role, person)
  );
}

/** "senior adviser for Africa": a part of the world is what the post is about, nobody's employer. */
function isContinent({ clusters, actors, options }: RelationContext, mention: number): boolean {
  const region = options.countries.regionByName(clusters[actors.clusterOf(mention)]?.name ?? "");
  return region?.kind === "continent" || region?.kind === "area";
}

/** "Orvik, where she served as treasurer": the noun that the clause belongs to, -1 if there is none. */
function antecedentOfWhere({ tree }: RelationContext, role: number): number {
  for (let t = role, up = 0; t >= 0 && up < 3; t = tree.head(t), up++) {
    if (tree.dep(t) !== "acl:relcl") continue;
    return tree.children(t).some((c) => tree.lemma(c) === "where") ? tree.head(t) : -1;
  }
  return -1;
}

function possessingPerson(context: RelationContext, role: number, person: number): number {
  for (const filler of context.frames.fillers(role, "poss")) {
    const mention = context.actors.mentionAt(filler);
    if (mention < 0 || mention === person || context.mentions[mention]!.kind !== "name") continue;
    if (context.typeOf(mention) === "person") return mention;
  }
  return -1;
}

/** "director of the X": no more than a preposition, an article and small words between. */
function followsClosely({ tree }: RelationContext, role: number, name: number): boolean {
  for (let t = role + 1; t < name; t++) {
    const pos = tree.pos(t);
    if (pos === "VERB" || pos === "AUX" || pos === "PRON" || pos === "SCONJ" || pos === "PUNCT") return false;
    if (
      pos === "ADP" &&
      /^(?:during|before|after|since|until|by|against|in|on|from|under)$/i.test(tree.form(t)) &&
      t > role + 1
    )
      return false;
  }
  return true;
}

/** "Sen. Jane Doe (R-Ohio)", "Rep. Jane Doe, D-Calif.". */
function bracketedPlace(context: RelationContext, person: number): number {
  const { tree, doc, mentions } = context;
  const open = mentions[person]!.endToken;
  if (open + 3 >= doc.tokens.length || !/^[(,[]$/.test(tree.form(open)) || !/^[-–]$/.test(tree.form(open + 2)))
    return -1;
  const place = context.nameStartingAt(open + 3);
  return place >= 0 && context.typeOf(place) === "place" ? place : -1;
}

/** The document's department for what the office sees to: "secretary of state" where the State Department is named. */
function departmentOf(context: RelationContext, { role, first, end }: Descriptor): number {
  const { clusters, tree, mentions } = context;
  if (!/^(?:secretary|minister|undersecretary)$/.test(roleLemma(context, role))) return -1;
  const said = new Set<string>();
  for (let t = first; t < end; t++) if (/^(?:NOUN|PROPN|ADJ)$/.test(tree.pos(t))) said.add(tree.form(t).toLowerCase());
  for (const cluster of clusters) {
    if (!cluster.named || cluster.entityType !== "organization") continue;
    const match = [cluster.name, ...cluster.aliases].map((name) => DEPARTMENT.exec(name)).find(Boolean);
    const field = (match?.[1] ?? match?.[2])?.toLowerCase().replace(/^(?:u\.s\.|us) /, "");
    if (field?.split(" ").every((word) => said.has(word))) return nearest(cluster.mentions, role, mentions);
  }
  return -1;
}

/** The state of a federation that a document names more often than all other places together; -1 if none. */
function homeRegion(context: RelationContext, { role }: Descriptor): number {
  const { clusters, mentions, options, tree } = context;
  // "secretary of state" and "attorney general", not "defense secretary".
  const lemma = roleLemma(context, role);
  const next = role + 1 < tree.doc.tokens.length ? tree.form(role + 1) : "";
  if (/^(?:secretary|attorney)$/.test(lemma) && !/^(?:of|general)$/i.test(next)) return -1;
  const places = clusters.filter(({ named, entityType }) => named && entityType === "place");
  const total = places.reduce((sum, place) => sum + place.mentions.length, 0);
  const home = places.find(
    ({ name, mentions: members }) =>
      options.countries.regionByName(name)?.postal !== undefined && members.length > 2 && members.length > total / 2,
  );
  return home ? nearest(home.mentions, role, mentions) : -1;
}

/** The mention, nearest to the role, of the country that most of the document's countries are. -1 if none leads. */
function homeCountry(context: RelationContext, role: number): number {
  const { clusters, mentions, options } = context;
  const counts = new Map<string, number>();
  let total = 0;
  for (const { name, named, entityType, mentions: members } of clusters) {
    if (!named || entityType !== "place") continue;
    // A state of the federation speaks for the federation: "Ohio" for the United States.
    const region = options.countries.regionByName(name);
    const country =
      options.countries.byName(name) ?? (region?.country ? options.countries.byCode(region.country) : undefined);
    if (!country) continue;
    total += members.length;
    counts.set(country.name, (counts.get(country.name) ?? 0) + members.length);
  }
  const home = clusters.find(({ name, named }) => named && (counts.get(name) ?? 0) >= HOME_SHARE * total && total > 0);
  if (!home || (counts.size > 1 && counts.get(home.name)! < HOME_MENTIONS)) return -1;
  return nearest(home.mentions, role, mentions);
}

function nearest(members: readonly number[], token: number, mentions: RelationContext["mentions"]): number {
  const distance = (mention: number) => Math.abs(mentions[mention]!.head - token);
  return members.reduce((best, mention) => (distance(mention) < distance(best) ? mention : best));
}

function speaksForType(context: RelationContext, mention: number): string {
  const { clusters, actors } = context;
  return clusters[partyBehind(clusters, actors.clusterOf(mention))]?.entityType ?? "concept";
}

/** Name mentions that touch the tokens, in text order. */
export function namesBetween(context: RelationContext, first: number, end: number): number[] {
  const found: number[] = [];
  for (let t = first; t < end; t++) {
    const mention = context.nameAt(t);
    if (mention >= 0 && found[found.length - 1] !== mention) found.push(mention);
  }
  return found;
}
