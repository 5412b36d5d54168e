import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { mayAgree, mayName } from "./coref-agreement.ts";
import { findControlled } from "./coref-control.ts";
import { addNode, type CorefEntity, createEntity } from "./coref-entities.ts";
import { findBody, findByRole, findKin } from "./coref-families.ts";
import {
  addNominalFeatures,
  addNoNominalFeatures,
  addNoPronounFeatures,
  addPronounFeatures,
  FeatureList,
  type PairFacts,
} from "./coref-features.ts";
import { findByEpithet, findOfKind, findOnlyOfKind, findThing } from "./coref-kinds.ts";
import { joinLeads } from "./coref-lead.ts";
import { addNameWords, addTitles } from "./coref-names.ts";
import { type CorefNode, collectNodes } from "./coref-nodes.ts";
import { findStructuralLinks } from "./coref-structure.ts";
import { framesOf } from "./frames.ts";
import { hashText } from "./linear-model.ts";
import { findQuotes, findSpeaker, quoteOfTokens } from "./quotes.ts";

/** Sentences that a pronoun, and a noun phrase, look back. */
const PRONOUN_REACH = 3;
const NOMINAL_REACH = 12;
/** Sentences that "the company" looks back for the only one there. */
const KIND_REACH = 4;
const EPITHET_REACH = 2;
/** Prepositions by which one does not aim at oneself. */
const AIMING = new Set(["with", "against", "at", "on", "to", "of", "from", "for"]);
/** Candidates at most. */
const MAX_CANDIDATES = 24;

export type CorefTask = "pronoun" | "nominal";

/** Chooses among candidates as they are offered; the model and the trainer's oracle are two of a kind. */
export interface Chooser {
  /** Whether rules may still find what no candidate was chosen for; an oracle knows better. */
  readonly asksRules: boolean;
  begin(task: CorefTask, anaphor: CorefNode): void;
  /** Offers one candidate, or, with undefined, the choice of none. */
  offer(entity: CorefEntity | undefined, features: FeatureList): void;
  /** The chosen candidate, if any. */
  end(): CorefEntity | undefined;
}

export interface Resolution {
  readonly nodes: readonly CorefNode[];
  readonly entities: readonly CorefEntity[];
  /** Entity of every mention. */
  readonly entityOf: Int32Array;
}

/**
 * Reads a document from front to back and joins every mention to an entity: names by their group, appositions and
 * relative pronouns by structure, other pronouns and definite noun phrases as the chooser says.
 */
export function resolveMentions(
  tree: Tree,
  mentions: readonly Mention[],
  groupOf: Int32Array,
  lexicon: ActorLexicon,
  chooser: Chooser,
): Resolution {
  const nodes = collectNodes(tree, mentions, lexicon);
  const structure = findStructuralLinks(tree, nodes, mentions);
  // "The carmaker Acme": the name right behind says what is meant.
  const awaitsName = new Set([...structure].filter(([late]) => nodes[late]!.kind === "name").map(([, early]) => early));
  const quotes = findQuotes(tree);
  const quoteOf = quoteOfTokens(quotes, tree.doc.tokens.length);
  /** Quotations by the token that heads their speaker. */
  const spokenBy = new Map(quotes.map((quote, q) => [findSpeaker(tree, quote, quoteOf), q]));
  const entities: CorefEntity[] = [];
  const entityAt = new Int32Array(nodes.length).fill(-1);
  const groups = new Map<number, CorefEntity>();
  const features = new FeatureList();
  const nameCounts = new Map<number, number>();
  for (const group of groupOf) if (group >= 0) nameCounts.set(group, (nameCounts.get(group) ?? 0) + 1);

  const create = (speech = false): CorefEntity => {
    const entity = createEntity(entities.length, speech);
    entities.push(entity);
    return entity;
  };
  const join = (entity: CorefEntity, index: number): void => {
    entityAt[index] = entity.id;
    addNode(entity, index, nodes[index]!);
  };

  /** Entities with a node in the last sentences, nearest first, with that node. */
  function reachable(index: number, reach: number): { entity: CorefEntity; last: CorefNode }[] {
    const anaphor = nodes[index]!;
    const found: { entity: CorefEntity; last: CorefNode }[] = [];
    const seen = new Set<number>();
    for (let i = index - 1; i >= 0 && found.length < MAX_CANDIDATES; i--) {
      const last = nodes[i]!;
      if (anaphor.sentence - last.sentence > reach) break;
      const id = entityAt[i]!;
      if (id < 0 || seen.has(id)) continue;
      seen.add(id);
      const entity = entities[id]!;
      if (!entity.speech) found.push({ entity, last });
    }
    return found;
  }

  /** "urged Russia to end its attacks": whoever is to do it, where the form of the pronoun allows. */
  function controller(index: number): CorefEntity | undefined {
    const head = chooser.asksRules ? findControlled(tree, nodes[index]!) : -1;
    const at = head < 0 ? -1 : nodes.findLastIndex((node, i) => i < index && node.head === head && entityAt[i]! >= 0);
    const entity = at < 0 ? undefined : entities[entityAt[at]!]!;
    return entity && mayAgree(nodes[index]!, entity) ? entity : undefined;
  }

  function resolvePronoun(index: number): CorefEntity | undefined {
    const anaphor = nodes[index]!;
    const controlled = controller(index);
    if (controlled) return controlled;
    const verb = verbAbove(tree, anaphor);
    chooser.begin("pronoun", anaphor);
    let rank = 0;
    let agreeingRank = 0;
    for (const { entity, last } of reachable(index, PRONOUN_REACH)) {
      if (!mayAgree(anaphor, entity) || (chooser.asksRules && isBarred(anaphor, entity))) {
        rank++;
        continue;
      }
      addPronounFeatures(features, relate(anaphor, entity, last, rank, agreeingRank, verb, 0));
      chooser.offer(entity, features);
      rank++;
      agreeingRank++;
    }
    addNoPronounFeatures(features, anaphor, verb, agreeingRank);
    chooser.offer(undefined, features);
    const chosen = chooser.end();
    if (!chooser.asksRules || tree.form(anaphor.head).toLowerCase() !== "its") return chosen;
    const near = reachable(index, 1);
    const isBeside = near.some(({ entity, last }) => entity === chosen && last.sentence === anaphor.sentence);
    if (chosen?.named && isBeside) return chosen;
    const owned = tree.head(anaphor.head);
    // "its president", "its director general"
    const nouns = owned < 0 ? [] : [owned, ...tree.childrenBy(owned, "compound")];
    const isPost = nouns.some((noun) => lexicon.roles.get(tree.lemma(noun).toLowerCase())?.type === "person");
    return (isPost ? findBody(tree, anaphor, near) : undefined) ?? chosen;
  }

  /** "We don't trust Roe," he said: whoever speaks of Roe by name is somebody else. */
  function isNamedBy(speaker: CorefNode, entity: CorefEntity): boolean {
    const quote = spokenBy.get(speaker.head);
    return (
      quote !== undefined && entity.nodes.some((i) => nodes[i]!.kind === "name" && quoteOf[nodes[i]!.head] === quote)
    );
  }

  function isBarred(anaphor: CorefNode, entity: CorefEntity): boolean {
    return isNamedBy(anaphor, entity) || isDoer(anaphor, entity);
  }

  /** "Chad and Togo left, accusing it of fraud": what is done to "it" neither of them does to itself. */
  function isDoer({ head }: CorefNode, entity: CorefEntity): boolean {
    const verb = tree.head(head);
    if (verb < 0 || /sel(?:f|ves)$/i.test(tree.form(head))) return false;
    // "disagreed with him", but "took it with him".
    const isAimed = tree.rel(head) === "obl" && AIMING.has(tree.lemma(head - 1)) && tree.child(verb, "obj") < 0;
    if (!isAimed && !/^i?obj$/.test(tree.rel(head))) return false;
    return framesOf(tree)
      .fillers(verb, "subj")
      .some((doer) => entity.heads.includes(doer));
  }

  function resolveNominal(index: number): CorefEntity | undefined {
    const anaphor = nodes[index]!;
    const candidates = reachable(index, NOMINAL_REACH).filter(({ entity, last }) => mayName(anaphor, entity, last));
    const rivals = candidates.filter(({ entity }) => entity.named && entity.type === anaphor.type).length;
    chooser.begin("nominal", anaphor);
    let rank = 0;
    let agreeingRank = 0;
    let sameNouns = 0;
    for (const { entity, last } of candidates) {
      addNominalFeatures(features, relate(anaphor, entity, last, rank, agreeingRank, 0, rivals), isMedia);
      chooser.offer(entity, features);
      rank++;
      if (entity.type === anaphor.type) agreeingRank++;
      if (entity.nouns.has(anaphor.hash)) sameNouns++;
    }
    addNoNominalFeatures(features, anaphor, agreeingRank, sameNouns);
    chooser.offer(undefined, features);
    const chosen = chooser.end();
    if (chosen || !chooser.asksRules) return chosen;
    const kind = lexicon.roles.get(anaphor.lemma)?.kind ?? "";
    const named = candidates.filter(({ entity }) => entity.named);
    const thing = findThing(anaphor, kind, entities, reachable(index, NOMINAL_REACH));
    if (thing) return thing;
    const within = (reach: number) => named.filter(({ last }) => anaphor.sentence - last.sentence <= reach);
    const called = findByRole(anaphor, entities, nodes);
    if (called) return called;
    if (kind !== "epithet")
      return findOfKind(anaphor, kind, within(KIND_REACH)) ?? findOnlyOfKind(anaphor, kind, entities);
    return findByEpithet(anaphor, within(EPITHET_REACH), (last) => governs(tree, last.head, anaphor.head));
  }

  function isMedia(entity: CorefEntity): boolean {
    return entity.named && mediaHashes.has(entity.nameHead);
  }
  const mediaHashes = new Set([...lexicon.mediaHeads].map((word) => hashText(word)));

  function relate(
    anaphor: CorefNode,
    entity: CorefEntity,
    last: CorefNode,
    rank: number,
    agreeingRank: number,
    verb: number,
    rivals: number,
  ): PairFacts {
    const [p, q] = [quoteOf[anaphor.head]!, quoteOf[last.head]!];
    const clause = clauseOf(tree, anaphor.head);
    return {
      anaphor,
      entity,
      last,
      rank,
      agreeingRank,
      verb,
      sameClause: anaphor.sentence === last.sentence && clause === clauseOf(tree, last.head),
      subjectOfClause: clause >= 0 && last.role <= 1 && tree.head(last.head) === clause,
      inside: last.firstToken <= anaphor.head && anaphor.head < last.endToken,
      quotes: p < 0 ? (q < 0 ? 0 : 3) : q < 0 ? 2 : p === q ? 1 : 4,
      joined: tree.rel(last.head) === "conj" || tree.child(last.head, "conj") >= 0,
      rivals,
    };
  }

  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === "name") {
      const group = groupOf[node.mention]!;
      let entity = groups.get(group);
      if (!entity) {
        entity = create();
        entity.nameCount = nameCounts.get(group)!;
        groups.set(group, entity);
      }
      const before = structure.get(index);
      // A title or apposition that came first ("the company, Acme") is joined now that the name is known.
      if (before !== undefined && entityAt[before]! >= 0) absorb(entity, entities[entityAt[before]!]!);
      addNameWords(tree, entity, mentions[node.mention]!, lexicon);
      addTitles(tree, entity, mentions[node.mention]!, lexicon);
      join(entity, index);
      continue;
    }
    if (node.kind === "nominal") describeSubject(index);
    const linked = structure.get(index);
    if (linked !== undefined && entityAt[linked]! >= 0) {
      join(entities[entityAt[linked]!]!, index);
      continue;
    }
    if (node.pronoun) {
      const { kind } = node.pronoun;
      const speech = kind === "i" || kind === "we" || kind === "you";
      const chosen = speech || kind === "relative" ? undefined : resolvePronoun(index);
      join(chosen ?? create(speech), index);
    } else if (node.kind === "nominal" && isAnaphoric(node) && !awaitsName.has(index))
      join(resolveNominal(index) ?? create(), index);
    else if (node.kind === "nominal" && node.determiner === "possessive")
      join((chooser.asksRules ? findKin(node, entities) : undefined) ?? create(), index);
    else if (node.kind === "other" && isAnaphoric(node)) join(repeated(index) ?? create(), index);
    else join(create(), index);
  }

  /** "Acme is a Swiss bank": what the phrase tells of its subject is kept, though the two are not one mention. */
  function describeSubject(index: number): void {
    const { head, hash, places } = nodes[index]!;
    const subject = tree.child(head, "cop") < 0 || isNegated(tree, head) ? -1 : tree.child(head, "nsubj");
    const at = subject < 0 ? -1 : nodes.findLastIndex((node, i) => i < index && node.head === subject);
    const entity = at < 0 ? undefined : entities[entityAt[at]!];
    if (!entity) return;
    entity.nouns.add(hash);
    for (const place of places) entity.places.add(place);
  }

  /** Moves all nodes of an unnamed entity to a named one. */
  function absorb(into: CorefEntity, from: CorefEntity): void {
    if (into === from || from.named) return;
    const moved = from.nodes.splice(0);
    from.heads.length = 0;
    for (const i of moved) join(into, i);
    into.nodes.sort((a, b) => a - b);
  }

  /** For nouns that are no mentions: the last thing called by the same noun. */
  function repeated(index: number): CorefEntity | undefined {
    const { hash, plural } = nodes[index]!;
    return reachable(index, 2).find(
      ({ entity, last }) => last.kind === "other" && entity.nouns.has(hash) && entity.plural === plural,
    )?.entity;
  }

  if (chooser.asksRules) joinLeads(nodes, entities, (unnamed, named) => absorb(named, unnamed));

  const entityOf = new Int32Array(mentions.length).fill(-1);
  nodes.forEach((node, i) => {
    if (node.mention >= 0) entityOf[node.mention] = entityAt[i]!;
  });
  return { nodes, entities, entityOf };
}

/** Definite and demonstrative phrases may point back; so may "the X of Y", while "a", numbers and bare nouns start anew. */
function isAnaphoric({ determiner }: CorefNode): boolean {
  return determiner === "definite" || determiner === "demonstrative";
}

/** The verb (or other predicate) whose clause the token stands in, -1 if none. */
function clauseOf(tree: Tree, token: number): number {
  let t = tree.head(token);
  for (let steps = 0; steps < 8 && t >= 0; steps++, t = tree.head(t)) {
    if (tree.pos(t) === "VERB" || tree.child(t, "cop") >= 0) return t;
  }
  return -1;
}

/** Whether the one token is the subject of a clause that holds the other. */
function governs(tree: Tree, subject: number, token: number): boolean {
  const clause = tree.head(subject);
  return clause >= 0 && /^nsubj/.test(tree.dep(subject)) && tree.dominates(clause, token);
}

function isNegated(tree: Tree, head: number): boolean {
  return tree.children(head).some((child) => /^(not|n['’]t|never)$/i.test(tree.form(child)));
}

function verbAbove(tree: Tree, node: CorefNode): number {
  const verb = clauseOf(tree, node.head);
  return verb < 0 ? 0 : hashText(tree.lemma(verb).toLowerCase());
}
