import type { RelationContext } from "./relation-context.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Who and what fights for the country or group that it is named after: "Kenyan soldiers", "Blue Front positions". */
const FORCES = words(`
  fighter fighters militant militants rebel rebels insurgent insurgents gunman guerrilla militia militiaman troop troops
  soldier marine paratrooper force forces army military navy police warplane jet plane aircraft helicopter drone missile
  rocket mortar tank warship ship vessel artillery airstrike strike position target base stronghold post outpost convoy
  vehicle bunker camp unit commander jihadist separatist extremist terrorist hacker`);
/** Verbs whose subject has the treaty, war or talks that is their object. */
const LENDING = words(`
  reach sign strike seal clinch conclude impose slap launch wage mount open begin start conduct ratify broker announce
  lift levy renew resume hold file bring`);

/** The country, group or firm whose force or weapon the noun names; empty if it names none. */
export function ownersOfForce({ tree, frames, actors, mentions }: RelationContext, noun: number): number[] {
  if (!FORCES.has(tree.lemma(noun).toLowerCase()) || actors.isInName(noun)) return [];
  for (const role of ["poss", "compound", "of"]) {
    const owners = frames
      .fillers(noun, role)
      .map((token) => actors.mentionAt(token))
      .filter((m) => m >= 0 && mentions[m]!.kind === "name" && actors.isActor(m));
    if (owners.length > 0) return [...new Set(owners)];
  }
  return [];
}

export function isForce({ tree }: RelationContext, noun: number): boolean {
  return FORCES.has(tree.lemma(noun).toLowerCase());
}

/** "reached a | deal with", "launched an | offensive against": whoever does what the noun names, by its verb. */
export function lenders({ tree, frames }: RelationContext, noun: number): readonly number[] {
  const verb = tree.head(noun);
  if (verb < 0 || tree.rel(noun) !== "obj" || !LENDING.has(tree.lemma(verb))) return [];
  return frames.fillers(verb, "subj");
}

/** "launched an offensive | against": the phrase of the noun may hang on the verb. */
export function phraseOfVerb({ tree, frames }: RelationContext, noun: number, preposition: string): readonly number[] {
  const verb = tree.head(noun);
  if (verb < 0 || tree.rel(noun) !== "obj" || !LENDING.has(tree.lemma(verb))) return [];
  return frames.fillers(verb, preposition);
}
