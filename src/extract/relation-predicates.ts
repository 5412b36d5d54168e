import { SYMMETRIC_PREDICATES } from "../core/index.ts";
import type { RelationContext, RelationFind } from "./relation-context.ts";
import type { RelationFrame } from "./relation-lexicon.ts";

/** Which kinds of thing a predicate can hold between: subject types, object types. */
const TYPES: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  "member-of": [/person|organization|place|group/, /organization|group/],
  "part-of": [/organization|group|place/, /organization|place|group/],
  owns: [/person|organization|place/, /organization|product|work/],
  "related-to": [/person/, /person/],
  meets: [/person|organization|place|group/, /person|organization|place|group/],
  supplies: [/person|organization|place/, /person|organization|place|group/],
  agreement: [/person|organization|place|group/, /person|organization|place|group/],
};

/** Relations that verbs and nouns of the lexicon state between their arguments. */
export function findPredicateRelations(context: RelationContext): RelationFind[] {
  const { tree, doc, options } = context;
  const finds: RelationFind[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    const pos = tree.pos(token);
    const wordClass = pos === "VERB" ? "v" : pos === "NOUN" ? "n" : pos === "ADJ" ? "a" : undefined;
    if (!wordClass) continue;
    for (const frame of options.lexicon.find(tree.lemma(token), wordClass))
      finds.push(...findsOf(context, token, frame));
  }
  return finds;
}

function findsOf(context: RelationContext, token: number, frame: RelationFrame): RelationFind[] {
  const subjects = actorsIn(context, token, frame.subject);
  const objects = actorsIn(context, token, frame.object);
  const pairs =
    objects.length > 0
      ? subjects.flatMap((s) => objects.map((o) => [s, o] as const))
      : amongThemselves(frame, subjects);
  const confidence = context.tree.pos(token) === "VERB" ? 0.7 : 0.65;
  return pairs
    .filter(([subject, object]) => fits(context, frame, subject, object))
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
  return subjects.flatMap((a, i) => subjects.slice(i + 1).map((b) => [a, b] as const));
}

function fits(context: RelationContext, { predicate }: RelationFrame, subject: number, object: number): boolean {
  const types = TYPES[predicate];
  return !types || (types[0].test(context.typeOf(subject)) && types[1].test(context.typeOf(object)));
}

function actorsIn({ frames, actors, tree }: RelationContext, token: number, roles: readonly string[]): number[] {
  for (const role of roles) {
    const fillers = role === "appos" ? apposed(tree, token) : frames.fillers(token, role);
    const found = fillers
      .map((filler) => actors.mentionAt(filler))
      .filter((mention) => mention >= 0 && actors.isActor(mention));
    if (found.length > 0) return [...new Set(found)];
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
