import type { RelationContext, RelationFind } from "./relation-context.ts";

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

/** Where organizations and places are: nationality words, possessive countries, "in Y", "Y-based", "City, Country". */
export function findPlaces(context: RelationContext): RelationFind[] {
  const finds: RelationFind[] = [];
  context.mentions.forEach((mention, index) => {
    const type = context.typeOf(index);
    if (mention.kind === "name" && (type === "organization" || type === "group")) {
      finds.push(...modifierBefore(context, index), ...appositionAfter(context, index), ...located(context, index));
      finds.push(...insideName(context, index), ...possessed(context, index));
    }
    if (mention.kind === "name" && type === "place") finds.push(...placeInPlace(context, index));
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
          0.8,
        ),
      ];
    }
    const pos = tree.pos(t);
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
        { subject: organization, object: seat, predicate: "based-in", token: t, confidence: 0.7, reason: "located in" },
      ];
    }
    if (isBody && place >= 0) {
      return [
        placeRelation(context, organization, place, wordsBetween(context, mentions[place]!.endToken, t + 1), 0.75),
      ];
    }
    if (pos !== "NOUN" && pos !== "ADJ" && pos !== "ADV" && pos !== "PROPN" && tree.form(t) !== "-") return [];
  }
  return [];
}

/** "Acme, based in Berlin", "the school in Milan". */
function located(context: RelationContext, organization: number): RelationFind[] {
  const { tree, frames, actors, mentions } = context;
  const { head } = mentions[organization]!;
  const finds: RelationFind[] = [];
  const add = (filler: number, token: number, confidence: number) => {
    const place = actors.mentionAt(filler);
    if (place >= 0 && context.typeOf(place) === "place") {
      finds.push({
        subject: organization,
        object: place,
        predicate: "based-in",
        token,
        confidence,
        reason: "located in",
      });
    }
  };
  for (const clause of tree.childrenBy(head, "acl", "amod")) {
    if (!/^(?:base|headquarter|locate|situate)$/.test(tree.lemma(clause))) continue;
    for (const filler of frames.fillers(clause, "in")) add(filler, clause, 0.85);
  }
  for (const filler of frames.fillers(head, "in")) add(filler, head, 0.6);
  return finds;
}

/** "Alphabet's | Google" belongs to a firm, "the government's | Climate Office" to a state. */
function possessed(context: RelationContext, organization: number): RelationFind[] {
  const { frames, actors, mentions } = context;
  const { head } = mentions[organization]!;
  return frames.fillers(head, "poss").flatMap((filler): RelationFind[] => {
    const owner = actors.mentionAt(filler);
    if (owner < 0 || !actors.isActor(owner)) return [];
    const find = { token: head, confidence: 0.6, reason: "possessive" };
    if (mentions[owner]!.kind === "name" && context.typeOf(owner) === "organization") {
      return [{ ...find, subject: owner, object: organization, predicate: "owns" }];
    }
    const isGovernment =
      mentions[owner]!.kind === "nominal" && context.tree.lemma(mentions[owner]!.head) === "government";
    return isGovernment ? [{ ...find, subject: organization, object: owner, predicate: "part-of" }] : [];
  });
}

/** "the U.S. Supreme Court": the name itself begins with its country. */
function insideName(context: RelationContext, organization: number): RelationFind[] {
  const { options, mentions, tree, clusters, actors } = context;
  const { firstToken, endToken } = mentions[organization]!;
  if (endToken - firstToken < 2) return [];
  const word = tree.form(firstToken);
  const country = options.countries.byName(word) ?? options.countries.byDemonym(word);
  if (!country) return [];
  const cluster = clusters.findIndex(({ name, named }) => named && name === country.name);
  const place = cluster < 0 ? -1 : nearest(clusters[cluster]!.mentions, organization);
  if (place < 0 || actors.clusterOf(place) === actors.clusterOf(organization)) return [];
  return [placeRelation(context, organization, place, wordsBetween(context, firstToken + 1, endToken), 0.6)];
}

/** "Livorno, Tuscany": the second place holds the first. */
function placeInPlace(context: RelationContext, inner: number): RelationFind[] {
  const { tree, doc, mentions } = context;
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
  const countries = context.options.countries;
  if (list || continued || countries.byName(doc.text.slice(mentions[inner]!.start, mentions[inner]!.end))) return [];
  return [
    {
      subject: inner,
      object: outer,
      predicate: "based-in",
      token: mentions[inner]!.head,
      confidence: 0.75,
      reason: "place, larger place",
    },
  ];
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
      return [placeRelation(context, nominal, place, wordsBetween(context, t + 1, endToken), 0.6)];
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
