import type { RelationContext, RelationFind } from "./relation-context.ts";

const PREPOSITIONS = ["of", "for", "at", "with", "in", "to", "on"];
const HOLDERS = new Set(["organization", "place", "group"]);
/** Offices of state: without another employer they are held in the country that the document is about. */
const STATE_OFFICES = new Set(
  (
    "president vice-president premier chancellor minister secretary undersecretary senator sen. sen congressman " +
    "congresswoman rep. rep lawmaker ambassador envoy king queen justice"
  ).split(" "),
);
/** Share of all mentions of countries that makes one of them the country that a document is about. */
const HOME_SHARE = 0.4;
const APPOINTING = new Set(
  "appoint name elect nominate serve work act promote install pick choose tap hire become remain".split(" "),
);
/** How far a title may stretch before or after a name, in tokens. */
const REACH = 12;

/** Who holds which position where: titles before names, appositions after and before them, "X is the … of Y". */
export function findPositions(context: RelationContext): RelationFind[] {
  const { mentions } = context;
  const finds: RelationFind[] = [];
  mentions.forEach((mention, index) => {
    if (mention.kind !== "name" || context.typeOf(index) !== "person") return;
    finds.push(...titleBefore(context, index), ...appositionAfter(context, index), ...appositionBefore(context, index));
    finds.push(...partyBefore(context, index));
  });
  return [...finds, ...predicatePositions(context)];
}

/** "former CIA analyst | Jane Doe", "US Secretary of State | Jane Doe". */
function titleBefore(context: RelationContext, person: number): RelationFind[] {
  const { mentions } = context;
  const end = mentions[person]!.firstToken;
  const first = premodifierStart(context, end);
  const known = roleIn(context, first, end);
  // Right before a person's name, a common noun can only be what the person is, known to the lexicon or not.
  const role = known < 0 && first < end && context.tree.xpos(end - 1) === "NN" ? end - 1 : known;
  if (role < 0 || !closesTitle(context, role, end)) return [];
  return positionFrom(context, person, role, first, end, 0.85, "title before the name");
}

/** "Democrat | Jane Doe", "the Green lawmaker | Jane Doe". */
function partyBefore(context: RelationContext, person: number): RelationFind[] {
  const end = context.mentions[person]!.firstToken;
  const first = premodifierStart(context, end);
  return namesBetween(context, first, end)
    .filter((mention) => context.mentions[mention]!.demonym && /^(?:organization|group)$/.test(context.typeOf(mention)))
    .map((mention) => ({
      subject: person,
      object: mention,
      predicate: "member-of",
      token: context.mentions[mention]!.head,
      confidence: 0.75,
      reason: "party or faith before the name",
    }));
}

/** "Jane Doe, the director of the Institute, …". */
function appositionAfter(context: RelationContext, person: number): RelationFind[] {
  const { tree, doc, mentions } = context;
  const comma = mentions[person]!.endToken;
  if (comma >= doc.tokens.length || tree.form(comma) !== ",") return [];
  const limit = Math.min(comma + 1 + REACH, doc.sentences[tree.sentence(comma)]!.endToken);
  let role = -1;
  for (let t = comma + 1; t < limit && !breaks(context, t); t++) {
    if (isRole(context, t)) role = t;
    if (role >= 0 && (tree.pos(t) === "ADP" || tree.form(t) === ",")) break;
  }
  if (role < 0) return [];
  return positionFrom(context, person, role, comma + 1, roleEnd(context, role), 0.8, "apposition after the name");
}

/** "The president of the region, Jane Doe, …". */
function appositionBefore(context: RelationContext, person: number): RelationFind[] {
  const { tree, doc, mentions } = context;
  const comma = mentions[person]!.firstToken - 1;
  if (comma < 1 || tree.form(comma) !== ",") return [];
  const bottom = Math.max(comma - REACH, doc.sentences[tree.sentence(comma)]!.firstToken);
  let role = -1;
  for (let t = comma - 1; t >= bottom && !breaks(context, t) && tree.form(t) !== ","; t--)
    if (isRole(context, t)) role = t;
  if (role < 0) return [];
  const head = mentions[person]!.head;
  const linked = tree.head(head) === role || tree.head(role) === head;
  const start = premodifierStart(context, role);
  const determined = start > 0 && (tree.pos(start - 1) === "DET" || tree.xpos(start - 1) === "POS");
  const after = mentions[person]!.endToken;
  const closed =
    after < doc.tokens.length && (tree.form(after) === "," || /^(?:VERB|AUX|PUNCT)$/.test(tree.pos(after)));
  if (!determined || !(linked || closed)) return [];
  return positionFrom(
    context,
    person,
    role,
    premodifierStart(context, role),
    comma,
    0.75,
    "apposition before the name",
  );
}

/** "X is the director of Y", "X was named head of Y", "X served as adviser to Y". */
function predicatePositions(context: RelationContext): RelationFind[] {
  const { tree, doc, frames, actors } = context;
  const finds: RelationFind[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    if (!isRole(context, token)) continue;
    const verb = tree.head(token);
    const named =
      verb >= 0 && (tree.rel(token) === "xcomp" || tree.rel(token) === "obl") && APPOINTING.has(tree.lemma(verb));
    const copular = tree.child(token, "cop") >= 0;
    if (!named && !copular) continue;
    const subjects = copular
      ? frames.fillers(token, "attr")
      : [...frames.fillers(verb, "obj"), ...frames.fillers(verb, "subj")];
    for (const subject of subjects) {
      const person = actors.mentionAt(subject);
      if (person < 0 || context.typeOf(person) !== "person") continue;
      finds.push(
        ...positionFrom(
          context,
          person,
          token,
          premodifierStart(context, token),
          roleEnd(context, token),
          0.75,
          "said to be",
        ),
      );
      break;
    }
  }
  return finds;
}

function isRole(context: RelationContext, token: number): boolean {
  const { tree, options, doc } = context;
  const pos = tree.pos(token);
  if (context.nameAt(token) >= 0 || /S$/.test(tree.xpos(token))) return false;
  const word = tree.lemma(token).toLowerCase().replace(/\.$/, "");
  const isPerson = options.roles.get(word)?.type === "person";
  if (pos === "NOUN") return isPerson;
  if (pos === "PROPN") return isPerson || options.titles.has(word);
  // "a foreign affairs official," is often tagged as an adjective, but no noun follows it.
  return (
    pos === "ADJ" && isPerson && token + 1 < doc.tokens.length && !/^(?:NOUN|PROPN|ADJ)$/.test(tree.pos(token + 1))
  );
}

function breaks(context: RelationContext, token: number): boolean {
  const { tree } = context;
  const pos = tree.pos(token);
  return pos === "AUX" || pos === "PRON" || pos === "SCONJ" || (pos === "VERB" && !/^VB[NG]$/.test(tree.xpos(token)));
}

/** First token of the run of modifiers that ends before `end`. */
function premodifierStart(context: RelationContext, end: number): number {
  const { tree, doc } = context;
  const bottom = Math.max(end - REACH, doc.sentences[tree.sentence(end)]!.firstToken);
  let first = end;
  for (let t = end - 1; t >= bottom; t--) {
    const pos = tree.pos(t);
    const form = tree.form(t);
    if (pos === "NOUN" || pos === "PROPN" || pos === "ADJ" || form === "-" || form === "." || tree.xpos(t) === "POS")
      first = t;
    else if (pos === "ADP" && /^(?:of|for)$/i.test(form) && t > bottom) first = t;
    else if (pos === "VERB" && /^VB[NG]$/.test(tree.xpos(t)) && tree.rel(t) === "amod") first = t;
    else break;
  }
  return first;
}

function roleIn(context: RelationContext, first: number, end: number): number {
  for (let t = end - 1; t >= first; t--) if (isRole(context, t)) return t;
  return -1;
}

/** A title ends with its role noun or with that noun's own "of" phrase. */
function closesTitle({ tree }: RelationContext, role: number, end: number): boolean {
  return (
    role === end - 1 || /^(?:of|for|\.)$/i.test(tree.form(role + 1)) || (role === end - 2 && tree.form(end - 1) === ".")
  );
}

/** One past the last token of the role's phrase. */
function roleEnd({ tree, doc }: RelationContext, role: number): number {
  const sentenceEnd = doc.sentences[tree.sentence(role)]!.endToken;
  let end = role + 1;
  while (end < sentenceEnd && end - role < REACH) {
    const pos = tree.pos(end);
    if (pos === "PUNCT" && tree.form(end) !== "-") break;
    if (pos === "VERB" || pos === "AUX" || pos === "PRON" || pos === "SCONJ") break;
    end++;
  }
  return end;
}

function positionFrom(
  context: RelationContext,
  person: number,
  role: number,
  first: number,
  end: number,
  confidence: number,
  reason: string,
): RelationFind[] {
  const stated = employerOf(context, person, role, first, end);
  const isState = STATE_OFFICES.has(context.tree.lemma(role).toLowerCase());
  const object = stated < 0 && isState ? homeCountry(context, role) : stated;
  if (object < 0) return [];
  const find = { subject: person, object, token: role };
  // "Republican nominee Jane Doe" is a member of the party rather than its officer.
  if (context.mentions[object]!.demonym && context.typeOf(object) !== "place") {
    return [{ ...find, predicate: "member-of", confidence, reason: "party or faith before the name" }];
  }
  const detail = detailOf(context, role, first, end, object);
  return stated < 0
    ? [{ ...find, predicate: "holds-position", detail, confidence: 0.6, reason: `${reason}, in the country at issue` }]
    : [{ ...find, predicate: "holds-position", detail, confidence, reason }];
}

/** The mention, nearest to the role, of the country that most of the document's countries are. -1 if none leads. */
function homeCountry(context: RelationContext, role: number): number {
  const { clusters, mentions, options } = context;
  const countries = clusters.filter(({ name, named }) => named && options.countries.byName(name));
  const total = countries.reduce((sum, cluster) => sum + cluster.mentions.length, 0);
  const home = countries.find((cluster) => cluster.mentions.length >= HOME_SHARE * total);
  if (!home) return -1;
  const distance = (mention: number) => Math.abs(mentions[mention]!.head - role);
  return home.mentions.reduce((best, mention) => (distance(mention) < distance(best) ? mention : best));
}

/** The organization or place that the role belongs to: in its modifiers, its possessor, or its prepositional phrase. */
function employerOf(context: RelationContext, person: number, role: number, first: number, end: number): number {
  const { frames, actors } = context;
  const fits = (mention: number) =>
    mention >= 0 && mention !== person && actors.isActor(mention) && HOLDERS.has(speaksForType(context, mention));
  for (const preposition of PREPOSITIONS) {
    for (const filler of frames.fillers(role, preposition)) {
      const mention = actors.mentionAt(filler);
      if (fits(mention)) return mention;
    }
  }
  const before = namesBetween(context, first, role).filter(fits);
  const organization = before.find((mention) => context.typeOf(mention) === "organization");
  if (organization !== undefined) return organization;
  if (before.length > 0) return before[before.length - 1]!;
  for (const filler of frames.fillers(role, "poss")) {
    const mention = actors.mentionAt(filler);
    if (fits(mention)) return mention;
  }
  // Attachment of the "of" phrase is often wrong; right after the role it can only be the role's.
  const after = namesBetween(context, role + 1, end).filter(fits);
  if (after.length > 0) return after[0]!;
  // "Quill lawyer Jane Doe": a person's staff.
  const principal = namesBetween(context, first, role).find(
    (mention) => mention !== person && context.typeOf(mention) === "person",
  );
  return principal ?? -1;
}

function speaksForType(context: RelationContext, mention: number): string {
  const { clusters, actors } = context;
  let cluster = clusters[actors.clusterOf(mention)];
  for (let steps = 0; cluster && !cluster.named && cluster.speaksFor >= 0 && steps < 8; steps++)
    cluster = clusters[cluster.speaksFor];
  return cluster?.entityType ?? "concept";
}

function namesBetween(context: RelationContext, first: number, end: number): number[] {
  const found: number[] = [];
  for (let t = first; t < end; t++) {
    const mention = context.nameAt(t);
    if (mention >= 0 && found[found.length - 1] !== mention) found.push(mention);
  }
  return found;
}

/** The title in the text's words, without article and employer. */
function detailOf(context: RelationContext, role: number, first: number, end: number, object: number): string {
  const { doc, tree, mentions } = context;
  const employer = mentions[object]!;
  const words: string[] = [];
  for (let t = first; t < end; t++) {
    if (t >= employer.firstToken && t < employer.endToken) {
      if (t > role) break;
      continue;
    }
    if (t > role && /^(?:,|and|who|which)$/.test(tree.form(t))) break;
    if (tree.pos(t) === "DET" || tree.xpos(t) === "POS") continue;
    const glued = words.length > 0 && doc.tokens[t - 1]!.end === doc.tokens[t]!.start;
    words.push(`${words.length > 0 && !glued ? " " : ""}${tree.form(t)}`);
  }
  return words
    .join("")
    .replace(/\s+(?:of|for|at|with|in|to|on)(?:\s+the)?$/i, "")
    .replace(/^[-–\s]+|[-–,\s]+$/g, "");
}
