import type { Tree } from "../language/index.ts";
import { createAttributes } from "./frame-attributes.ts";
import { findComplements } from "./frame-clauses.ts";
import { createObjects } from "./frame-objects.ts";
import { createPrepositional } from "./frame-phrases.ts";
import { createSubjects } from "./frame-subjects.ts";
import { isListed, isNominal } from "./predicate-forms.ts";

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

const readTrees = new WeakMap<Tree, Frames>();

/** The frames of a document's predicates; the same object every time for the same tree. */
export function framesOf(tree: Tree): Frames {
  let frames = readTrees.get(tree);
  if (!frames) {
    frames = createFrames(tree);
    readTrees.set(tree, frames);
  }
  return frames;
}

const NONE: readonly number[] = [];

function createFrames(tree: Tree): Frames {
  /** For each role what was found, by predicate; undefined while it is being found. */
  const caches = new Map<string, Map<number, readonly number[] | undefined>>();
  const prepositional = createPrepositional(tree, fillers);
  const attributed = createAttributes(tree, fillers);
  const { subject, agents, lentSubject } = createSubjects(tree, fillers, prepositional);
  const object = createObjects(tree, fillers, prepositional);

  function fillers(predicate: number, role: string): readonly number[] {
    let cache = caches.get(role);
    if (!cache) {
      cache = new Map();
      caches.set(role, cache);
    }
    const known = cache.get(predicate);
    if (known) return known;
    // Parses can hold clauses that borrow each other's subject; the second visit finds nothing.
    if (cache.has(predicate)) return NONE;
    cache.set(predicate, undefined);
    const found = expand(find(predicate, role));
    cache.set(predicate, found);
    return found;
  }

  /** The tokens with what is coordinated with them, each once. */
  function expand(tokens: readonly number[]): readonly number[] {
    if (tokens.length === 0) return NONE;
    const found: number[] = [];
    for (const token of tokens) {
      if (!found.includes(token)) found.push(token);
      for (const c of tree.childrenBy(token, "conj")) {
        if (isNominal(tree, token) === isNominal(tree, c) && !isExcluded(c) && !found.includes(c)) found.push(c);
      }
    }
    return found;
  }

  /** "praised Rwanda, not Burundi", "critics of X, like Y": joined only by the parser, or to be told apart. */
  function isExcluded(conjunct: number): boolean {
    if (isListed(tree, conjunct) || isApposed(conjunct)) return true;
    return tree
      .children(conjunct)
      .some(
        (t) => t < conjunct && isNominal(tree, conjunct) && (tree.lemma(t) === "not" || tree.lemma(t) === "rather"),
      );
  }

  /** "Jane Roe, Democrat of Ohio, said": a list has an "and". */
  function isApposed(conjunct: number): boolean {
    const head = tree.head(conjunct);
    const { tokens } = tree.doc;
    const { first, end } = tree.extent(conjunct);
    if (head < 0 || !isNominal(tree, conjunct) || end >= tokens.length || tree.form(end) !== ",") return false;
    if (tree.child(conjunct, "nmod") < 0 || tree.child(conjunct, "flat") >= 0) return false;
    const start = tree.form(first) === "," ? first : first - 1;
    if (start < 0 || tree.form(start) !== ",") return false;
    return [head, ...tree.childrenBy(head, "conj")].every((t) => tree.child(t, "cc") < 0);
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
