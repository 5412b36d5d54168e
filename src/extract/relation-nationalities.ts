import type { RelationContext, RelationFind } from "./relation-context.ts";
import { SIGNS } from "./relation-signs.ts";

/** Words in an organization's name or description that make it a part of its state rather than a firm based there. */
const PUBLIC_BODY = new Set(
  (
    "agency ministry department office court army force forces navy police parliament congress senate assembly council " +
    "commission committee bureau service authority administration government cabinet treasury tribunal embassy " +
    "directorate regulator watchdog military intelligence secretariat chancellery guard corps board legislature " +
    "supreme federal national royal state"
  ).split(" "),
);
/** Words that say the opposite, whatever else the name holds: a "national bank" may be a firm, a "think tank" is. */
const PRIVATE_BODY = new Set(
  (
    "firm company group bank telecom giant maker manufacturer airline newspaper magazine broadcaster tank institute " +
    "university school charity conglomerate retailer operator carrier start-up startup vendor supplier corporation " +
    "brand studio club team daily tabloid publisher insurer automaker chipmaker"
  ).split(" "),
);
const WINDOW = 8;

/** Which country or town an organization is of: nationality words, possessive countries, names that begin with them. */
export function findNationalities(context: RelationContext): RelationFind[] {
  const finds: RelationFind[] = [];
  context.mentions.forEach((mention, index) => {
    const type = context.typeOf(index);
    // "a Texas Republican" says where somebody is from, not the party.
    if (mention.kind === "name" && !mention.demonym && (type === "organization" || type === "group")) {
      finds.push(...modifierBefore(context, index), ...appositionAfter(context, index), ...insideName(context, index));
    }
    if (mention.kind === "nominal" && type === "organization") finds.push(...nominalNationality(context, index));
  });
  return finds;
}

/** "the Finnish firm | Nokia", "the UK | National Office", "Germany's | Bank". */
function modifierBefore(context: RelationContext, organization: number): RelationFind[] {
  const { tree, doc, mentions } = context;
  const { firstToken } = mentions[organization]!;
  const bottom = Math.max(firstToken - WINDOW, doc.sentences[mentions[organization]!.sentence]!.firstToken);
  for (let t = firstToken - 1; t >= bottom; t--) {
    const place = context.nameAt(t);
    if (place >= 0) {
      if (!isCountryLike(context, place)) return [];
      return [
        placeRelation(
          context,
          organization,
          place,
          wordsBetween(context, t + 1, mentions[organization]!.endToken),
          SIGNS.beside,
        ),
      ];
    }
    const pos = tree.pos(t);
    // "the Ohio-based Quill".
    if (tree.lemma(t) === "base" || tree.form(t) === "based") continue;
    if (pos !== "NOUN" && pos !== "ADJ" && pos !== "PROPN" && tree.xpos(t) !== "POS" && tree.form(t) !== "-") return [];
  }
  return [];
}

/** "the Institute, a leading British think tank". */
function appositionAfter(context: RelationContext, organization: number): RelationFind[] {
  const { tree, doc, mentions } = context;
  let t = mentions[organization]!.endToken;
  const limit = Math.min(t + WINDOW + 2, doc.sentences[mentions[organization]!.sentence]!.endToken);
  if (t >= limit || tree.form(t) !== ",") return [];
  t++;
  if (t >= limit || tree.pos(t) !== "DET") return [];
  let place = -1;
  for (t++; t < limit; t++) {
    const pos = tree.pos(t);
    const name = context.nameAt(t);
    if (name >= 0 && isCountryLike(context, name)) place = name;
    const isBody = pos === "NOUN" && context.options.roles.get(tree.lemma(t))?.type === "organization";
    if (isBody && place < 0 && t + 2 < limit && /^(?:in|from|of)$/.test(tree.form(t + 1))) {
      const seat = context.nameStartingAt(t + 2);
      if (seat < 0 || context.typeOf(seat) !== "place") return [];
      return [
        {
          subject: organization,
          object: seat,
          predicate: "based-in",
          token: t,
          confidence: SIGNS.joined,
          reason: "located in",
        },
      ];
    }
    if (isBody && place >= 0) {
      return [
        placeRelation(
          context,
          organization,
          place,
          wordsBetween(context, mentions[place]!.endToken, t + 1),
          SIGNS.beside,
        ),
      ];
    }
    if (!/^(?:NOUN|ADJ|ADV|PROPN|CCONJ)$/.test(pos) && !/^VB[GN]$/.test(tree.xpos(t)) && tree.form(t) !== "-")
      return [];
  }
  return [];
}

/** "the U.S. Supreme Court": the name itself begins with its country. */
function insideName(context: RelationContext, organization: number): RelationFind[] {
  const { options, mentions, tree, clusters, actors } = context;
  const { firstToken, endToken } = mentions[organization]!;
  if (endToken - firstToken < 2) return [];
  const word = tree.form(firstToken);
  const pair = `${word} ${tree.form(firstToken + 1)}`;
  const { byName, byDemonym, regionByName } = options.countries;
  const known = byName(word) ?? byDemonym(word) ?? regionByName(pair) ?? regionByName(word) ?? byName(pair);
  // "the Akron Police Department" is in the Akron that the text names.
  const cluster = clusters.findIndex(
    ({ name, named, entityType }) =>
      named && entityType === "place" && (known ? name === known.name : name === word || name === pair),
  );
  // "the Akron Times" is a name; who reads it there is not said. A country's or people's paper is its own.
  const isPaper = !(byName(word) ?? byDemonym(word)) && options.mediaHeads.has(tree.form(endToken - 1).toLowerCase());
  if (isPaper) return [];
  const place = cluster < 0 ? -1 : nearest(clusters[cluster]!.mentions, organization);
  if (place < 0 || actors.clusterOf(place) === actors.clusterOf(organization)) return [];
  return [placeRelation(context, organization, place, wordsBetween(context, firstToken + 1, endToken), SIGNS.joined)];
}

/** A nominal that stands for a named organization and carries a nationality: "the Chinese telecom". */
function nominalNationality(context: RelationContext, nominal: number): RelationFind[] {
  const { mentions, clusters, actors } = context;
  const cluster = clusters[actors.clusterOf(nominal)];
  if (!cluster?.named) return [];
  const { firstToken, endToken } = mentions[nominal]!;
  for (let t = firstToken; t < endToken; t++) {
    const place = context.nameAt(t);
    if (place >= 0 && mentions[place]!.demonym && isCountryLike(context, place)) {
      return [placeRelation(context, nominal, place, wordsBetween(context, t + 1, endToken), SIGNS.joined)];
    }
  }
  return [];
}

function isCountryLike(context: RelationContext, mention: number): boolean {
  return context.typeOf(mention) === "place";
}

function wordsBetween({ tree }: RelationContext, first: number, end: number): string[] {
  const words: string[] = [];
  for (let t = first; t < end; t++) words.push(tree.form(t).toLowerCase());
  return words;
}

function placeRelation(
  context: RelationContext,
  organization: number,
  place: number,
  words: readonly string[],
  confidence: number,
): RelationFind {
  const firm = words.some((word) => PRIVATE_BODY.has(word));
  const state = words.some((word) => PUBLIC_BODY.has(word));
  const isState =
    state &&
    !firm &&
    context.options.countries.byName(context.clusters[context.actors.clusterOf(place)]!.name) !== undefined;
  return {
    subject: organization,
    object: place,
    predicate: isState ? "part-of" : "based-in",
    token: context.mentions[organization]!.head,
    confidence,
    reason: isState ? "a public body of the country" : "nationality or location",
  };
}

function nearest(mentions: readonly number[], to: number): number {
  let best = -1;
  for (const mention of mentions) if (best < 0 || Math.abs(mention - to) < Math.abs(best - to)) best = mention;
  return best;
}
