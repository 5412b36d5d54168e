import { SYMMETRIC_PREDICATES } from "../core/index.ts";
import type { RelationContext, RelationFind } from "./relation-context.ts";
import type { RelationFrame } from "./relation-lexicon.ts";
import { isForce, lenders, ownersOfForce, phraseOfVerb } from "./relation-sides.ts";
import { SIGNS } from "./relation-signs.ts";

/** Which kinds of thing a predicate can hold between: subject types, object types. */
const TYPES: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  "holds-position": [/person/, /organization/],
  "member-of": [/person|organization|place|group/, /organization|group/],
  "part-of": [/organization|group|place/, /organization|place|group/],
  owns: [/person|organization|place/, /organization|product|work/],
  "related-to": [/person/, /person/],
  meets: [/person|organization|place|group/, /person|organization|place|group/],
  supplies: [/person|organization|place/, /person|organization|place|group/],
  agreement: [/person|organization|place|group/, /person|organization|place|group/],
  conflict: [/person|organization|place|group/, /person|organization|place|group|law/],
  investigates: [/person|organization|place|group/, /./],
  "competes-with": [/person|organization|place|group|product/, /person|organization|place|group|product/],
  "allied-with": [/person|organization|place|group/, /person|organization|place|group/],
};

/** Predicates whose sides may stand behind what is named: "sued over the agency's rules". */
const REACHING: ReadonlySet<string> = new Set(["conflict", "investigates", "meets", "agreement", "competes-with"]);
/** Predicates that hold between those whose forces do it. */
const FIGHTING: ReadonlySet<string> = new Set(["conflict", "allied-with", "agreement"]);
/** What one person does to another in words is a stance; between states and groups it is a fight. */
const VERBAL = new Set("attack fire fight bomb raid challenge boycott invade row".split(" "));

/** Two who "spoke" or "visited" need not have met each other. */
const UNILATERAL = new Set(["speak", "visit", "interview"]);
/** A person who leads another is ahead in a race; who leads a firm runs it. */
const PERSONAL = new Set(["lead"]);

/** Roles that are prepositions which an object may take from its verb. */
const PREPOSITION = /^(?:to|for|with|against|from)$/;

/** Relations that verbs and nouns of the lexicon state between their arguments. */
export function findPredicateRelations(context: RelationContext): RelationFind[] {
  const { tree, doc, options } = context;
  const finds: RelationFind[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    const pos = tree.pos(token);
    // "an offensive against" may be tagged as an adjective, which no object is.
    const isNoun = pos === "NOUN" || (pos === "ADJ" && tree.rel(token) === "obj");
    const wordClass = pos === "VERB" ? "v" : isNoun ? "n" : pos === "ADJ" ? "a" : undefined;
    if (tree.form(token) === "against") finds.push(...fightAgainst(context, token));
    if (!wordClass) continue;
    for (const frame of options.lexicon.find(tree.lemma(token), wordClass))
      finds.push(...findsOf(context, token, frame));
  }
  return finds;
}

/** "Kenyan forces held their positions | against the Blue Front": what a force does against somebody is a fight. */
function fightAgainst(context: RelationContext, preposition: number): RelationFind[] {
  const { tree, frames, actors } = context;
  const enemy = tree.head(preposition);
  if (enemy < 0) return [];
  let verb = tree.head(enemy);
  while (verb >= 0 && tree.pos(verb) !== "VERB") verb = tree.head(verb);
  if (verb < 0) return [];
  const forces = frames.fillers(verb, "subj").filter((subject) => isForce(context, subject));
  const subjects = forces.flatMap((force) => sideOf(context, force));
  const own = actors.mentionAt(enemy);
  const objects = ownersOfForce(context, enemy);
  if (objects.length === 0 && own >= 0 && actors.isActor(own)) objects.push(own);
  return subjects.flatMap((subject) =>
    objects
      .filter((object) => fits(context, FIGHT, subject, object))
      .map((object): RelationFind => {
        const reason = "a force acts against it";
        return {
          subject,
          object,
          predicate: "conflict",
          token: verb,
          detail: tree.lemma(verb),
          confidence: SIGNS.noun,
          reason,
        };
      }),
  );
}

const FIGHT: RelationFrame = { predicate: "conflict", subject: ["subj"], object: ["against"] };

/** The actor behind a filler: whose force it is, or the actor that it names. */
function sideOf(context: RelationContext, filler: number): number[] {
  const owners = ownersOfForce(context, filler);
  if (owners.length > 0) return owners;
  const mention = context.actors.mentionAt(filler);
  return mention >= 0 && context.actors.isActor(mention) ? [mention] : [];
}

function findsOf(context: RelationContext, token: number, frame: RelationFrame): RelationFind[] {
  const subjects = actorsIn(context, token, frame, frame.subject);
  const objects = actorsIn(context, token, frame, frame.object);
  // "Acme is ahead of rivals such as Quill": whoever has the rivals is what the clause is about.
  if (frame.predicate === "competes-with" && context.tree.pos(token) === "NOUN" && objects.length === 0)
    objects.push(...clauseSubject(context, token).filter((mention) => !subjects.includes(mention)));
  const pairs =
    objects.length > 0
      ? subjects.flatMap((s) => objects.map((o) => [s, o] as const))
      : UNILATERAL.has(context.tree.lemma(token))
        ? []
        : amongThemselves(frame, subjects);
  const confidence = context.tree.pos(token) === "VERB" ? SIGNS.verb : SIGNS.noun;
  return pairs
    .filter(([subject, object]) => fits(context, frame, subject, object))
    .filter(([subject, object]) => !isVerbal(context, token, subject, object))
    .filter(
      ([subject]) =>
        !PERSONAL.has(context.tree.lemma(token)) ||
        typeBehind(context, subject) === "person" ||
        frame.predicate !== "competes-with",
    )
    .map(([subject, object]) => ({
      subject,
      object,
      predicate: frame.predicate,
      token,
      detail: context.tree.lemma(token),
      confidence,
      reason: `“${context.tree.form(token)}” between its arguments`,
    }));
}

/** "Rivals such as X and Y", "X and Y met": a symmetric predicate with one plural side. */
function amongThemselves(frame: RelationFrame, subjects: readonly number[]): (readonly [number, number])[] {
  if (!SYMMETRIC_PREDICATES.has(frame.predicate) || subjects.length < 2 || subjects.length > 4) return [];
  // Who sue or attack together do so to somebody else.
  if (!frame.object.includes("with") && !frame.subject.includes("between")) {
    if (frame.predicate !== "meets" && frame.predicate !== "competes-with") return [];
  }
  return subjects.flatMap((a, i) => subjects.slice(i + 1).map((b) => [a, b] as const));
}

function fits(context: RelationContext, { predicate }: RelationFrame, subject: number, object: number): boolean {
  const types = TYPES[predicate];
  const [from, to] = [typeBehind(context, subject), typeBehind(context, object)];
  if (types && !(types[0].test(from) && types[1].test(to))) return false;

  // People compete with people, firms with firms.
  if (predicate === "competes-with" && (from === "person") !== (to === "person")) return false;
  // Who comes to a town meets nobody by that; who visits a country is its guest.
  if (predicate === "meets") return [subject, object].every((mention) => !isTown(context, mention));
  return !isLetter(context, subject) && !isLetter(context, object);
}

/** Type of the mention's cluster, or of the one for which it speaks: "the Quill campaign" is the person Quill. */
function typeBehind(context: RelationContext, mention: number): string {
  const { actors, clusters } = context;
  const cluster = clusters[actors.clusterOf(mention)];
  if (!cluster || cluster.named || cluster.speaksFor < 0) return context.typeOf(mention);
  return clusters[cluster.speaksFor]?.entityType ?? cluster.entityType;
}

function isTown(context: RelationContext, mention: number): boolean {
  const { actors, clusters, options } = context;
  return context.typeOf(mention) === "place" && !options.countries.byName(clusters[actors.clusterOf(mention)]!.name);
}

/** "R" in "(R-Ohio)" does nothing. */
function isLetter({ mentions }: RelationContext, mention: number): boolean {
  return mentions[mention]!.end - mentions[mention]!.start === 1;
}

function isVerbal(context: RelationContext, token: number, subject: number, object: number): boolean {
  const isPerson = (mention: number) => typeBehind(context, mention) === "person";
  return VERBAL.has(context.tree.lemma(token)) && isPerson(subject) && isPerson(object);
}

function actorsIn(context: RelationContext, token: number, frame: RelationFrame, roles: readonly string[]): number[] {
  const { actors, tree } = context;
  for (const role of roles) {
    const fillers = role === "appos" ? apposed(tree, token) : fillersOf(context, token, role);
    const found = fillers.flatMap((filler) => {
      const owners = FIGHTING.has(frame.predicate) ? ownersOfForce(context, filler) : [];
      if (owners.length > 0) return owners;
      const mention = actors.mentionAt(filler);
      if (mention >= 0 && actors.isActor(mention)) return [mention];
      // "coal producer West Virginia": the name after a noun is what the noun describes.
      const named = tree.pos(filler) === "NOUN" ? context.nameStartingAt(filler + 1) : -1;
      if (named >= 0 && !context.mentions[named]!.demonym) return [named];
      return REACHING.has(frame.predicate) ? actors.actorsOf(filler) : [];
    });
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

/** As the frames have it; "sold radios to Norway" may hang "to Norway" on the radios. */
function fillersOf(context: RelationContext, token: number, role: string): readonly number[] {
  const { frames, tree } = context;
  const own = frames.fillers(token, role);
  if (own.length > 0) return own;
  if (tree.pos(token) !== "VERB") {
    if (role === "lent") return lenders(context, token);
    return /^(?:with|against|on)$/.test(role) ? phraseOfVerb(context, token, role) : own;
  }
  if (!PREPOSITION.test(role)) return own;
  return frames.fillers(token, "obj").flatMap((object) => frames.fillers(object, role));
}

/** The actors that are the subject of the clause around a noun. */
function clauseSubject({ tree, frames, actors }: RelationContext, noun: number): number[] {
  for (let t = tree.head(noun); t >= 0; t = tree.head(t)) {
    const subjects = frames.fillers(t, "subj").map((token) => actors.mentionAt(token));
    const found = subjects.filter((mention) => mention >= 0 && actors.isActor(mention));
    if (found.length > 0) return found;
  }
  return [];
}

/** Names beside the noun: "his wife Jane", "Acme, a subsidiary of", "rivals such as Acme". */
function apposed(tree: RelationContext["tree"], noun: number): number[] {
  const found = tree.childrenBy(noun, "appos", "flat");
  if (tree.rel(noun) === "appos") found.push(tree.head(noun));
  for (const example of tree.childrenBy(noun, "nmod")) {
    if (
      tree
        .childrenBy(example, "case")
        .some((t) => tree.lemma(t) === "such" || tree.lemma(t) === "like" || tree.lemma(t) === "including")
    ) {
      found.push(example);
    }
  }
  return found.flatMap((token) => [token, ...tree.childrenBy(token, "conj")]);
}
