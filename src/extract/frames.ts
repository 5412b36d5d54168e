import type { Tree } from "../language/index.ts";
import { createAttributes } from "./frame-attributes.ts";
import { findComplements } from "./frame-clauses.ts";
import { createObjects } from "./frame-objects.ts";
import { createPrepositional } from "./frame-phrases.ts";
import { createSubjects } from "./frame-subjects.ts";
import { isNominal } from "./predicate-forms.ts";

/**
 * Who fills which role of a predicate, read off Universal Dependencies: passives turned round, subjects found through
 * control, coordination and relative clauses, nouns and adjectives as predicates. Roles are `subj`, `obj`, `iobj`,
 * `comp` (a clause), `attr` (what an adjective or predicate noun is said of), `poss`, `compound`, `lent` (whoever
 * issues, leads or has the thing that a noun names), and prepositions.
 */
export interface Frames {
  /** Tokens that head the fillers of a role, coordinated ones included. */
  fillers(predicate: number, role: string): readonly number[];
}

export function createFrames(tree: Tree): Frames {
  const cache = new Map<string, readonly number[]>();
  const busy = new Set<string>();
  const prepositional = createPrepositional(tree, fillers);
  const attributed = createAttributes(tree, fillers);
  const { subject, agents, lentSubject } = createSubjects(tree, fillers, prepositional);
  const object = createObjects(tree, fillers, prepositional);

  function fillers(predicate: number, role: string): readonly number[] {
    const key = `${predicate} ${role}`;
    const known = cache.get(key);
    if (known) return known;
    // Parses can hold clauses that borrow each other's subject; the second visit finds nothing.
    if (busy.has(key)) return [];
    busy.add(key);
    const found = [...new Set(expand(find(predicate, role)))];
    busy.delete(key);
    cache.set(key, found);
    return found;
  }

  function expand(tokens: readonly number[]): number[] {
    return tokens.flatMap((token) => [
      token,
      ...tree.childrenBy(token, "conj").filter((c) => isNominal(tree, token) === isNominal(tree, c) && !isExcluded(c)),
    ]);
  }

  /** "praised Rwanda, not Burundi": coordinated only to be told apart. */
  function isExcluded(conjunct: number): boolean {
    return tree
      .children(conjunct)
      .some(
        (t) => t < conjunct && isNominal(tree, conjunct) && (tree.lemma(t) === "not" || tree.lemma(t) === "rather"),
      );
  }

  function find(predicate: number, role: string): readonly number[] {
    if (tree.pos(predicate) === "ADP") return relational(predicate, role);
    switch (role) {
      case "subj":
        return isNominal(tree, predicate) ? attributed(predicate) : subject(predicate);
      case "obj":
        return object(predicate);
      case "iobj":
        return tree.childrenBy(predicate, "iobj");
      case "comp":
        return findComplements(tree, predicate);
      case "attr":
        return attributed(predicate);
      case "poss":
        // "Roe's favorite columnist": whose adjective it is says the noun.
        return tree.childrenBy(tree.rel(predicate) === "amod" ? tree.head(predicate) : predicate, "nmod:poss");
      case "compound":
        return tree
          .childrenBy(predicate, "compound", "amod", "nmod:desc")
          .filter((t) => tree.dep(t) !== "compound:prt" && (isNominal(tree, t) || tree.pos(t) === "ADJ"));
      case "agent":
        return agents(predicate);
      case "lent":
        return lentSubject(predicate);
      default:
        return prepositional(predicate, role);
    }
  }

  /** "is against X": the preposition says it, its noun is the object, the subject of the copula holds it. */
  function relational(preposition: number, role: string): readonly number[] {
    const noun = tree.head(preposition);
    if (noun < 0) return [];
    if (role === "obj") return [noun];
    return role === "subj" ? attributed(noun) : [];
  }

  return { fillers };
}
