import type { RelationContext, RelationFind } from "./relation-context.ts";
import { isParty } from "./relation-parties.ts";
import { SIGNS } from "./relation-signs.ts";

/** Types of what a firm makes or runs. */
const MADE = /^(?:product|work)$/;

/** Heads of names of bodies that sit within a larger one. */
const BODIES =
  /^(?:(?:sub)?committee|caucus|school|college|cent(?:er|re)|institute|office|department|bureau|service|division)$/;

/** Of how many people a list of members speaks rather than of staff. */
const MANY = 4;

/** Heads of organizations that have members rather than staff. */
const UNIONS =
  /^(?:party|union|league|alliance|coalition|front|movement|caucus|federation|association|society|club|church|team|conference|united)$/;

/**
 * Which organization belongs to which, and who makes what: "Alphabet's Google", "the Institute at Bay University",
 * "the Quill-owned Acme", "the Commission, the Union's executive", "Jane Doe of the Bay Herald".
 */
export function findParts(context: RelationContext): RelationFind[] {
  const finds: RelationFind[] = [];
  context.mentions.forEach((mention, index) => {
    if (mention.kind !== "name" || mention.demonym) return;
    const type = context.typeOf(index);
    if (type === "organization" || MADE.test(type)) finds.push(...ownedBy(context, index));
    if (type === "organization")
      finds.push(...within(context, index), ...bodyOf(context, index), ...insideName(context, index));
    if (type === "person") finds.push(...personOf(context, index));
  });
  return finds;
}

/** "Alphabet's | Google", "the government's | Climate Office", "Quill-owned | Acme". */
function ownedBy(context: RelationContext, thing: number): RelationFind[] {
  const { tree, frames, actors, mentions } = context;
  const { head, firstToken } = mentions[thing]!;
  const find = { token: head, confidence: SIGNS.joined, reason: "possessive" };
  // Modifiers may stand between: "Acme's new Orb".
  let t = firstToken - 1;
  while (t > 0 && firstToken - t < 4 && tree.pos(t) === "ADJ" && context.nameAt(t) < 0) t--;
  const near = t > 0 && tree.xpos(t) === "POS" ? context.nameEndingAt(t) : -1;
  if (near >= 0 && isMaker(context, near)) return [{ ...find, subject: near, object: thing, predicate: "owns" }];
  if (t > 2 && /^owned$/i.test(tree.form(t)) && tree.form(t - 1) === "-") {
    const owner = context.nameEndingAt(t - 1);
    if (owner >= 0) return [{ ...find, subject: owner, object: thing, predicate: "owns", reason: "owned by" }];
  }
  if (context.typeOf(thing) !== "organization") return [];
  return frames.fillers(head, "poss").flatMap((filler): RelationFind[] => {
    const owner = actors.mentionAt(filler);
    if (owner < 0 || !actors.isActor(owner)) return [];
    if (isMaker(context, owner)) return [{ ...find, subject: owner, object: thing, predicate: "owns" }];
    const isGovernment = mentions[owner]!.kind === "nominal" && tree.lemma(mentions[owner]!.head) === "government";
    return isGovernment ? [{ ...find, subject: thing, object: owner, predicate: "part-of" }] : [];
  });
}

function isMaker(context: RelationContext, owner: number): boolean {
  return (
    context.mentions[owner]!.kind === "name" && context.typeOf(owner) === "organization" && !isParty(context, owner)
  );
}

/** "the Institute | at Bay University", "the Centre, part of Acme" by its words. */
function within(context: RelationContext, part: number): RelationFind[] {
  const { tree, doc, mentions } = context;
  let at = mentions[part]!.endToken;
  if (at + 1 >= doc.tokens.length || tree.form(at) !== "at") return [];
  at++;
  while (at < doc.tokens.length && tree.pos(at) === "DET") at++;
  const whole = context.nameStartingAt(at);
  if (whole < 0 || context.typeOf(whole) !== "organization") return [];
  return [
    {
      subject: part,
      object: whole,
      predicate: "part-of",
      token: mentions[part]!.head,
      confidence: SIGNS.joined,
      reason: "body at an institution",
    },
  ];
}

/** "the Senate Committee on Fishing", "the Bay University School of Law": the name begins with the larger body's. */
function insideName({ doc, tree, mentions, clusters, actors, options }: RelationContext, part: number): RelationFind[] {
  const { start, end, head, firstToken, endToken } = mentions[part]!;
  const name = doc.text.slice(start, end).replace(/\s+/g, " ");
  const own = actors.clusterOf(part);
  const whole = clusters.findIndex(
    (cluster, c) =>
      c !== own &&
      cluster.named &&
      cluster.entityType === "organization" &&
      [cluster.name, ...cluster.aliases].some((form) => form.length > 2 && name.startsWith(`${form} `)),
  );
  if (whole < 0) return [];
  let isBody = false;
  for (let t = firstToken; t < endToken; t++) {
    const word = tree.form(t).toLowerCase();
    if (t > firstToken) isBody ||= BODIES.test(word) && options.organizationHeads.has(word.replace(/^sub/, ""));
  }
  const near = (m: number) => Math.abs(mentions[m]!.head - head);
  const named = clusters[whole]!.mentions.filter((m) => mentions[m]!.kind === "name");
  if (!isBody || named.length === 0) return [];
  const object = named.reduce((a, b) => (near(b) < near(a) ? b : a));
  const reason = "its name begins with the larger body's";
  return [{ subject: part, object, predicate: "part-of", token: head, confidence: SIGNS.inferred, reason }];
}

/** "the Commission, the Union's executive arm". */
function bodyOf(context: RelationContext, body: number): RelationFind[] {
  const { tree, doc, mentions, options } = context;
  const comma = mentions[body]!.endToken;
  const limit = Math.min(comma + 9, doc.tokens.length);
  if (comma >= limit || tree.form(comma) !== ",") return [];
  let t = comma + 1;
  while (t < limit && tree.pos(t) === "DET") t++;
  const owner = context.nameStartingAt(t);
  if (owner < 0 || !/^(?:organization|place)$/.test(context.typeOf(owner))) return [];
  t = mentions[owner]!.endToken;
  if (t >= limit || tree.xpos(t) !== "POS") return [];
  for (t++; t < limit && /^(?:NOUN|ADJ|ADV|VERB)$/.test(tree.pos(t)); t++) {
    const isBody =
      options.roles.get(tree.lemma(t))?.type === "organization" ||
      /^(?:arm|executive|branch|watchdog|regulator|wing)$/.test(tree.lemma(t));
    const ends = t + 1 >= limit || !/^(?:NOUN|ADJ)$/.test(tree.pos(t + 1));
    if (tree.pos(t) === "NOUN" && ends && isBody)
      return [
        {
          subject: body,
          object: owner,
          predicate: "part-of",
          token: t,
          confidence: SIGNS.joined,
          reason: "body of a larger one",
        },
      ];
  }
  return [];
}

/**
 * "Jane Doe | of the Bay Herald", "the Bay Herald's | Jane Doe": a paper, school, agency or firm has people who work for
 * it; of any other organization the text says no more than that the person belongs to it.
 */
function personOf(context: RelationContext, person: number): RelationFind[] {
  const { tree, doc, mentions } = context;
  const { firstToken, endToken, head } = mentions[person]!;
  const find = { subject: person, token: head } as const;
  const predicateOf = (organization: number, owns: boolean) =>
    isEmployer(context, organization, owns) ? "holds-position" : "member-of";
  const owner = firstToken > 1 && tree.xpos(firstToken - 1) === "POS" ? context.nameEndingAt(firstToken - 1) : -1;
  if (owner >= 0 && isMaker(context, owner))
    return [
      {
        ...find,
        object: owner,
        predicate: predicateOf(owner, true),
        confidence: SIGNS.fixed,
        reason: "person of an organization",
      },
    ];
  if (endToken + 1 >= doc.tokens.length || !/^(?:of|with|at)$/.test(tree.form(endToken))) return [];
  let at = endToken + 1;
  while (at < doc.tokens.length && tree.pos(at) === "DET") at++;
  const employer = context.nameStartingAt(at);
  if (employer < 0 || !isMaker(context, employer)) return [];
  // "sent Jane Doe to …" and "met Jane Doe at Acme" say nothing of whom she works for; "of" does.
  if (tree.form(endToken) !== "of" && tree.rel(mentions[employer]!.head) !== "nmod") return [];
  const predicate = predicateOf(employer, false);
  return [{ ...find, object: employer, predicate, confidence: SIGNS.fixed, reason: "person of an organization" }];
}

/**
 * A paper, school or firm has people who work for it. "NRK's Jane Doe" works for NRK too, if it is no union or party and
 * not one of whose people the text names many; "Jane Doe of NRK" need not.
 */
function isEmployer(context: RelationContext, organization: number, owns: boolean): boolean {
  const { tree, mentions, options } = context;
  const { firstToken, endToken } = mentions[organization]!;
  let union = false;
  for (let t = firstToken; t < endToken; t++) {
    const word = tree.form(t).toLowerCase().replace(/\.$/, "");
    if (options.mediaHeads.has(word) || (options.organizationHeads.has(word) && !UNIONS.test(word))) return true;
    union ||= UNIONS.test(word);
  }
  return owns && !union && peopleOf(context, organization) < MANY;
}

/** How many people the document names as an organization's: "the ANP's Jane Doe", "John Roe of the ANP". */
function peopleOf(context: RelationContext, organization: number): number {
  const { tree, mentions, clusters, actors } = context;
  const people = new Set<number>();
  for (const member of clusters[actors.clusterOf(organization)]!.mentions) {
    const { firstToken, endToken, kind } = mentions[member]!;
    if (kind !== "name") continue;
    const owned = endToken < tree.doc.tokens.length && tree.xpos(endToken) === "POS" ? endToken + 1 : -1;
    const of = firstToken > 1 && tree.pos(firstToken - 1) === "DET" ? firstToken - 2 : firstToken - 1;
    const beside = [
      owned < 0 ? -1 : context.nameStartingAt(owned),
      of > 0 && tree.form(of) === "of" ? context.nameEndingAt(of) : -1,
    ];
    for (const name of beside) if (name >= 0 && context.typeOf(name) === "person") people.add(actors.clusterOf(name));
  }
  return people.size;
}
