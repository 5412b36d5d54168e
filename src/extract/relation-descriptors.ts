import type { RelationContext } from "./relation-context.ts";
import { listedPersons } from "./relation-lists.ts";
import { APPOINTING, isRole, premodifierStart, roleEnd, roleIn } from "./relation-roles.ts";
import { SIGNS } from "./relation-signs.ts";

/** A phrase that says what a person is: "former CIA analyst", "the director of the Institute". */
export interface Descriptor {
  /** The mention of the person. */
  readonly person: number;
  /** The noun that heads the phrase. */
  readonly role: number;
  readonly first: number;
  readonly end: number;
  readonly confidence: number;
  readonly reason: string;
}

/** What a person has who holds a post: "her years as senator". */
const TENURE = new Set("tenure time term year stint service role job career day work record experience".split(" "));
/** How far an apposition may stretch before or after a name, in tokens. */
const REACH = 12;

/** What the document says that people are: before their names, in apposition, after "is", and where it refers back to them. */
export function findDescriptors(context: RelationContext): Descriptor[] {
  const found: Descriptor[] = [];
  context.mentions.forEach((mention, index) => {
    if (context.typeOf(index) !== "person") return;
    if (mention.kind === "name")
      found.push(
        ...titleBefore(context, index),
        ...appositionAfter(context, index),
        ...appositionBefore(context, index),
      );
    else if (mention.kind === "nominal") found.push(...epithet(context, index));
  });
  return [...found, ...predicates(context)];
}

/** "former CIA analyst | Jane Doe", "US Secretary of State | Jane Doe". */
function titleBefore(context: RelationContext, person: number): Descriptor[] {
  const { mentions, tree } = context;
  const end = mentions[person]!.firstToken;
  const first = premodifierStart(context, end);
  const known = roleIn(context, first, end);
  // Right before a person's name, a common noun can only be what the person is, known to the lexicon or not.
  const unknown = first < end && tree.xpos(end - 1) === "NN" && !context.options.roles.get(tree.lemma(end - 1));
  const role = known < 0 && unknown ? end - 1 : known;
  const title = { first, end, confidence: SIGNS.beside, reason: "title before the name" };
  if (role >= 0)
    return closesTitle(context, role, end)
      ? [{ ...title, person, role }, ...chained(context, title, person, role)]
      : [];
  // "Senators Jane Doe and John Roe", "Sens. Jane Doe of Ohio and John Roe of Texas".
  const plural = pluralRole(context, first, end);
  const list = plural < 0 ? [] : listedPersons(context, person);
  return list.map((listed) => ({ ...title, person: listed, role: plural }));
}

/**
 * The title before the title: "Coast Guard spokesman | Navy Capt. | Jane Doe", "former Akron mayor | and | Quill
 * adviser | Jane Doe". Each has an employer of its own.
 */
function chained(
  context: RelationContext,
  title: Omit<Descriptor, "person" | "role">,
  person: number,
  role: number,
): Descriptor[] {
  const { tree } = context;
  const before = roleIn(context, title.first, role);
  const own = before < 0 ? -1 : context.nameAt(before + 1);
  if (own >= 0 && context.mentions[own]!.endToken <= role) return [{ ...title, person, role: before, end: before + 1 }];
  const and = title.first - 1;
  if (and < 1 || tree.form(and) !== "and" || !isRole(context, and - 1)) return [];
  const first = premodifierStart(context, and);
  // "the senator and Mayor Jane Doe" are two people.
  if (first > 0 && /^(?:the|a|an|his|her|their)$/i.test(tree.form(first - 1))) return [];
  return [{ ...title, person, role: and - 1, first, end: and }];
}

/** The plural noun of role that ends the title, -1 if none. */
function pluralRole(context: RelationContext, first: number, end: number): number {
  const { tree, options } = context;
  if (first >= end) return -1;
  const last = tree.form(end - 1) === "." ? end - 2 : end - 1;
  if (last < first || context.nameAt(last) >= 0) return -1;
  const word = tree
    .form(last)
    .toLowerCase()
    .replace(/s?\.?$/, "");
  const isPerson = options.roles.get(word)?.type === "person" || options.titles.has(word);
  return isPerson && /s\.?$/i.test(tree.form(last)) ? last : -1;
}

/** A title ends with its role noun or with that noun's own "of" phrase. */
function closesTitle({ tree }: RelationContext, role: number, end: number): boolean {
  return (
    role === end - 1 || /^(?:of|for|\.)$/i.test(tree.form(role + 1)) || (role === end - 2 && tree.form(end - 1) === ".")
  );
}

/** "Jane Doe, the director of the Institute, …", "Jane Doe (R-Ohio), the chairman of …". */
function appositionAfter(context: RelationContext, person: number): Descriptor[] {
  const { tree, doc, mentions } = context;
  const comma = skipBrackets(context, mentions[person]!.endToken);
  if (comma >= doc.tokens.length || !/^[,–—]$/.test(tree.form(comma)) || isQuoteEnd(context, comma)) return [];
  const limit = Math.min(comma + 1 + REACH, doc.sentences[tree.sentence(comma)]!.endToken);
  let role = -1;
  let first = comma + 1;
  for (let t = comma + 1; t < limit && !breaks(context, t); t++) {
    if (/^["“”]$/.test(tree.form(t))) break;
    if (isRole(context, t)) role = t;
    // "the nominee's daughter" is the daughter.
    if (role === t - 1 && tree.xpos(t) === "POS") [role, first] = [-1, t + 1];
    if (role >= 0 && (tree.pos(t) === "ADP" || tree.form(t) === ",")) break;
    // "…, but critics": another clause begins.
    if (role < 0 && (tree.form(t) === "," || /^(?:and|or|but|as)$/.test(tree.form(t)))) break;
  }
  if (role < 0) return [];
  const next = role + 1;
  // "Ann Lee, former president Bob Roe said": the title belongs to the name after it.
  const named = next < limit ? context.nameStartingAt(next) : -1;
  if (named >= 0 && context.typeOf(named) === "person") return [];
  if (next < limit && /^NNS?$/.test(tree.xpos(next)) && tree.head(role) === next) return [];
  return [
    {
      person,
      role,
      first,
      end: roleEnd(context, role),
      confidence: SIGNS.joined,
      reason: "apposition after the name",
    },
  ];
}

/** Past "(R-Ohio)" or ", 48". */
function skipBrackets({ tree, doc }: RelationContext, at: number): number {
  const limit = Math.min(at + 8, doc.tokens.length);
  if (at < limit && tree.form(at) === "(") {
    for (let t = at + 1; t < limit; t++) if (tree.form(t) === ")") return t + 1;
  }
  if (at + 2 < limit && tree.form(at) === "," && tree.form(at + 2) === ",") {
    if (tree.pos(at + 1) === "NUM" || /^(?:Jr|Sr)\.?$/.test(tree.form(at + 1))) return at + 2;
  }
  return at;
}

/** `"We won," Ann Lee`: the comma belongs to the quotation. */
function isQuoteEnd({ tree, doc }: RelationContext, comma: number): boolean {
  return comma + 1 < doc.tokens.length && /^(?:["”]|''|’)$/.test(tree.form(comma + 1));
}

/** "The president of the region, Jane Doe, …". */
function appositionBefore(context: RelationContext, person: number): Descriptor[] {
  const { tree, doc, mentions } = context;
  const comma = mentions[person]!.firstToken - 1;
  if (comma < 1 || tree.form(comma) !== ",") return [];
  const bottom = Math.max(comma - REACH, doc.sentences[tree.sentence(comma)]!.firstToken);
  let role = -1;
  for (let t = comma - 1; t >= bottom && !breaks(context, t) && !/^[,"“”]$/.test(tree.form(t)); t--)
    if (isRole(context, t)) role = t;
  if (role < 0) return [];
  const head = mentions[person]!.head;
  const linked = tree.head(head) === role || tree.head(role) === head;
  const first = premodifierStart(context, role);
  const determined =
    // "Quill's chief executive, Jane Doe, …"
    hasPossessor(context, first, role) ||
    (first > 0 &&
      (tree.pos(first - 1) === "DET" || tree.xpos(first - 1) === "POS" || tree.xpos(first - 1) === "PRP$")) ||
    /^(?:DET)$/.test(tree.pos(first));
  const after = mentions[person]!.endToken;
  const closed =
    after < doc.tokens.length && (tree.form(after) === "," || /^(?:VERB|AUX|PUNCT)$/.test(tree.pos(after)));
  if (!determined || !(linked || closed)) return [];
  return [{ person, role, first, end: comma, confidence: SIGNS.fixed, reason: "apposition before the name" }];
}

function hasPossessor({ tree }: RelationContext, first: number, role: number): boolean {
  for (let t = first; t < role; t++) if (tree.xpos(t) === "POS") return true;
  return false;
}

function breaks({ tree }: RelationContext, token: number): boolean {
  const pos = tree.pos(token);
  if (pos === "PRON") return tree.xpos(token) !== "PRP$";
  return pos === "AUX" || pos === "SCONJ" || (pos === "VERB" && !/^VB[NG]$/.test(tree.xpos(token)));
}

/** "the Florida senator", "the Republican nominee" where it refers to a person named elsewhere in the document. */
function epithet(context: RelationContext, index: number): Descriptor[] {
  const { mentions, clusters, actors, tree } = context;
  const { firstToken, endToken, head, plural } = mentions[index]!;
  if (plural || !clusters[actors.clusterOf(index)]?.named || !isRole(context, head)) return [];
  if (!/^the$/i.test(tree.form(firstToken)) || /^(?:appos|conj)$/.test(tree.rel(head))) return [];
  if (tree.child(head, "appos", "flat") >= 0 || tree.child(head, "cop") >= 0) return [];
  return [
    {
      person: index,
      role: head,
      first: firstToken + 1,
      end: endToken,
      confidence: SIGNS.beside,
      reason: "epithet of the person",
    },
  ];
}

/** "X is the director of Y", "X was named head of Y", "X served as adviser to Y". */
function predicates(context: RelationContext): Descriptor[] {
  const { tree, doc, frames, actors } = context;
  const found: Descriptor[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    if (!isRole(context, token)) continue;
    found.push(...tenure(context, token));
    const verb = tree.head(token);
    const named =
      verb >= 0 && (tree.rel(token) === "xcomp" || tree.rel(token) === "obl") && APPOINTING.has(tree.lemma(verb));
    const copular = tree.child(token, "cop") >= 0;
    if (!(named && !isOpen(context, verb)) && !(copular && !isOpen(context, token))) continue;
    const subjects = copular
      ? frames.fillers(token, "attr")
      : [...frames.fillers(verb, "obj"), ...frames.fillers(verb, "subj")];
    for (const subject of subjects) {
      const person = actors.mentionAt(subject);
      if (person < 0 || context.typeOf(person) !== "person") continue;
      found.push({
        person,
        role: token,
        first: premodifierStart(context, token),
        end: roleEnd(context, token),
        confidence: SIGNS.joined,
        reason: "said to be",
      });
      break;
    }
  }
  return found;
}

/** "Jane Doe's tenure as secretary of state". */
function tenure(context: RelationContext, role: number): Descriptor[] {
  const { tree, frames, actors } = context;
  const noun = tree.head(role);
  const as = tree.child(role, "case");
  if (noun < 0 || as < 0 || !TENURE.has(tree.lemma(noun)) || tree.lemma(as) !== "as") return [];
  return frames.fillers(noun, "poss").flatMap((owner) => {
    const person = actors.mentionAt(owner);
    if (person < 0 || context.typeOf(person) !== "person") return [];
    const span = { first: premodifierStart(context, role), end: roleEnd(context, role) };
    return [{ ...span, person, role, confidence: SIGNS.joined, reason: "tenure as" }];
  });
}

/** "would be president", "running to be president", "fit to serve as president": not so, or not yet. */
function isOpen({ tree }: RelationContext, predicate: number): boolean {
  return tree
    .childrenBy(predicate, "aux", "mark")
    .some(
      (t) =>
        (tree.xpos(t) === "MD" && !/^(?:can|do)$/.test(tree.lemma(t))) ||
        /^(?:to|if|whether)$/.test(tree.lemma(t)) ||
        tree.lemma(t) === "can",
    );
}
