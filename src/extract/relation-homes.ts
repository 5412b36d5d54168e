import type { RelationContext, RelationFind } from "./relation-context.ts";
import { SIGNS } from "./relation-signs.ts";

const SETTLEMENT =
  /^(?:city|town|village|suburb|neighborhood|neighbourhood|district|borough|county|province|state|region|capital|port|resort|municipality|hamlet|island|community)$/;
const AWAY = /^(?:of|from)$/;

/** Where people, organizations and places are: "Acme, based in Berlin", "Livorno, Tuscany", "Jane Doe of Akron". */
export function findHomes(context: RelationContext): RelationFind[] {
  const finds: RelationFind[] = [];
  context.mentions.forEach((mention, index) => {
    if (mention.kind !== "name" || mention.demonym) return;
    const type = context.typeOf(index);
    if (type === "organization" || type === "group") finds.push(...located(context, index));
    else if (type === "place")
      finds.push(...placeInPlace(context, index), ...ownedPlace(context, index), ...capital(context, index));
    else if (type === "person") finds.push(...personFrom(context, index));
  });
  return finds;
}

function home(subject: number, object: number, token: number, confidence: number, reason: string): RelationFind {
  return { subject, object, predicate: "based-in", token, confidence, reason };
}

/** "Acme, based in Berlin", "the school in Milan". */
function located(context: RelationContext, organization: number): RelationFind[] {
  const { tree, frames, actors, mentions } = context;
  const { head } = mentions[organization]!;
  const finds: RelationFind[] = [];
  const add = (filler: number, token: number, confidence: number) => {
    const place = actors.mentionAt(filler);
    if (place >= 0 && context.typeOf(place) === "place" && !mentions[place]!.demonym)
      finds.push(home(organization, place, token, confidence, "located in"));
  };
  for (const clause of tree.childrenBy(head, "acl", "amod")) {
    if (!/^(?:base|headquarter|locate|situate)$/.test(tree.lemma(clause))) continue;
    for (const filler of frames.fillers(clause, "in")) add(filler, clause, SIGNS.fixed);
  }
  for (const filler of frames.fillers(head, "in")) add(filler, head, SIGNS.joined);
  // "Bay University of the US", "the Hawks, from Brazil"
  const from = isBareNoun(context, organization) ? -1 : placeAfter(context, organization, /^(?:of|from)$/);
  if (from >= 0 && finds.length === 0 && !goesOn(context, from)) {
    const joined = tree.form(mentions[organization]!.endToken) === "," ? [] : joinedBefore(context, organization);
    for (const member of [organization, ...joined])
      finds.push(home(member, from, mentions[member]!.head, SIGNS.joined, "of the place"));
  }
  if (finds.length > 0) return finds;
  // "the schools Alba and Beta in Milan": whatever the parser hung the phrase on, it stands right behind the name.
  const seat = placeAfter(context, organization, /^in$/);
  const shared =
    seat >= 0 && tree.rel(mentions[seat]!.head) === "nmod"
      ? [organization, ...joinedBefore(context, organization)]
      : [];
  return shared.map((member) => home(member, seat, mentions[member]!.head, SIGNS.joined, "located in"));
}

/** "Municipality of …": what follows is the rest of the name. */
function isBareNoun({ tree, mentions, options }: RelationContext, organization: number): boolean {
  const { firstToken, endToken } = mentions[organization]!;
  const word = tree.form(firstToken).toLowerCase();
  return endToken - firstToken === 1 && (options.organizationHeads.has(word) || options.roles.get(word) !== undefined);
}

/** "Bank of the East | and the West": another place follows, and both belong to one name. */
function goesOn({ tree, doc, mentions, ...context }: RelationContext, place: number): boolean {
  let t = mentions[place]!.endToken;
  if (t >= doc.tokens.length - 1 || !/^(?:and|or|-)$/.test(tree.form(t))) return false;
  for (t++; t < doc.tokens.length - 1 && tree.pos(t) === "DET"; t++);
  const next = context.nameStartingAt(t);
  return next < 0 || context.typeOf(next) === "place";
}

/** The place named right after the mention and a preposition; -1 if none. */
function placeAfter(context: RelationContext, index: number, preposition: RegExp): number {
  const { tree, doc, mentions } = context;
  let at = mentions[index]!.endToken;
  if (at + 2 < doc.tokens.length && tree.form(at) === "," && tree.form(at + 1) === "from") at++;
  if (at + 1 >= doc.tokens.length || !preposition.test(tree.form(at))) return -1;
  at++;
  while (at < doc.tokens.length && (tree.pos(at) === "DET" || tree.pos(at) === "ADJ")) at++;
  const place = context.nameStartingAt(at);
  return place >= 0 && context.typeOf(place) === "place" && !mentions[place]!.demonym ? place : -1;
}

/** "Alba and | Beta": the organization that shares what follows. */
function joinedBefore(context: RelationContext, organization: number): number[] {
  const { tree, mentions } = context;
  const and = mentions[organization]!.firstToken - 1;
  if (and < 1 || tree.form(and) !== "and") return [];
  const before = context.nameEndingAt(and);
  return before >= 0 && context.typeOf(before) === "organization" ? [before] : [];
}

/** "Livorno, Tuscany": the second place holds the first. */
function placeInPlace(context: RelationContext, inner: number): RelationFind[] {
  const { tree, doc, mentions, options } = context;
  const comma = mentions[inner]!.endToken;
  if (comma + 1 >= doc.tokens.length || tree.form(comma) !== ",") return [];
  const outer = context.nameStartingAt(comma + 1);
  if (outer < 0 || context.typeOf(outer) !== "place" || mentions[outer]!.demonym) return [];
  const after = mentions[outer]!.endToken;
  // "Berlin, London and Paris" is a list, which goes on with a comma and a name or with "and".
  const next = after < doc.tokens.length ? tree.form(after) : ".";
  const list =
    /^(?:and|or)$/.test(next) ||
    (next === "," && (context.nameStartingAt(after + 1) >= 0 || /^(?:and|or)$/.test(tree.form(after + 1))));
  const before = mentions[inner]!.firstToken - 1;
  const continued = before > 0 && tree.form(before) === "," && context.nameEndingAt(before) >= 0;
  if (list || continued || options.countries.byName(doc.text.slice(mentions[inner]!.start, mentions[inner]!.end)))
    return [];
  // "in Washington, US President Jane Doe": the country belongs to the title.
  if (/^(?:NOUN|PROPN|ADJ)$/.test(after < doc.tokens.length ? tree.pos(after) : "PUNCT")) return [];
  return [home(inner, outer, mentions[inner]!.head, SIGNS.fixed, "place, larger place")];
}

/** "Japan's Nagasaki", "the Syrian city of Aleppo", "the port of Odessa in Ukraine". */
function ownedPlace(context: RelationContext, inner: number): RelationFind[] {
  const { tree, mentions, options, clusters, actors } = context;
  const { firstToken, head } = mentions[inner]!;
  if (options.countries.byName(clusters[actors.clusterOf(inner)]!.name)) return [];
  const found: number[] = [];
  let t = firstToken - 1;
  if (t > 0 && tree.form(t) === "of" && SETTLEMENT.test(tree.lemma(t - 1))) {
    t -= 2;
    while (t > 0 && (tree.pos(t) === "ADJ" || tree.pos(t) === "NOUN") && context.nameAt(t) < 0) t--;
  }
  if (t > 0 && tree.xpos(t) === "POS") t--;
  if (t < firstToken - 1 && t >= 0) found.push(context.nameAt(t));
  found.push(placeAfter(context, inner, /^in$/));
  const outer = found.find((m) => m >= 0 && context.typeOf(m) === "place");
  return outer === undefined || outer === inner
    ? []
    : [home(inner, outer, head, SIGNS.joined, "place of a larger place")];
}

/** "the nation's capital, Wellington", where the document names the country. */
function capital(context: RelationContext, city: number): RelationFind[] {
  const { tree, doc, mentions, options, clusters, actors } = context;
  const country = options.countries.byCapital(clusters[actors.clusterOf(city)]!.name);
  const cluster = country ? clusters.find(({ named, name }) => named && name === country.name) : undefined;
  const { head, firstToken, endToken } = mentions[city]!;
  const says = [firstToken - 1, firstToken - 2, endToken + 1, endToken + 2, endToken + 3].some(
    (t) => t >= 0 && t < doc.tokens.length && tree.lemma(t) === "capital",
  );
  if (!cluster || !says) return [];
  const nearest = cluster.mentions.reduce((a, b) => (Math.abs(b - city) < Math.abs(a - city) ? b : a));
  return [home(city, nearest, head, SIGNS.beside, "capital of the country")];
}

/** "Jane Doe of Akron, Ohio", "Jane Doe, 34, from Akron", "Jane Doe, of Akron", "Akron resident Jane Doe" by its title. */
function personFrom(context: RelationContext, person: number): RelationFind[] {
  const { tree, doc, mentions, options } = context;
  let at = mentions[person]!.endToken;
  if (at + 2 < doc.tokens.length && tree.form(at) === "," && tree.pos(at + 1) === "NUM") at += 2;
  if (at + 2 < doc.tokens.length && tree.form(at) === "," && AWAY.test(tree.form(at + 1))) at++;
  if (at + 1 >= doc.tokens.length || !AWAY.test(tree.form(at))) return [];
  const place = context.nameStartingAt(at + 1);
  if (place < 0 || context.typeOf(place) !== "place" || mentions[place]!.demonym) return [];
  // "President Jane Doe of Ruritania" holds an office there.
  const before = mentions[person]!.firstToken - 1;
  const title = before < 0 ? "" : tree.form(tree.form(before) === "." && before > 0 ? before - 1 : before);
  if (options.titles.has(title.toLowerCase().replace(/\.$/, ""))) {
    return [
      {
        subject: person,
        object: place,
        predicate: "holds-position",
        token: mentions[person]!.head,
        detail: title,
        confidence: SIGNS.joined,
        reason: "title and place around the name",
      },
    ];
  }
  return [home(person, place, mentions[person]!.head, SIGNS.inferred, "where the person is from")];
}
