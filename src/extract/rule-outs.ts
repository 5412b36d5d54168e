import type { Mention, Stance } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Composer } from "./composition.ts";
import type { Grader } from "./grades.ts";
import { predicateAbove } from "./predicate-forms.ts";
import type { Speakers } from "./speakers.ts";
import { ASKING_VERBS } from "./word-classes.ts";

/** Tells where syntax speaks against a stance that a model proposes from the words around two mentions. */
export type RuleOut = (holder: number, target: number, composed: Iterable<Stance>) => boolean;

export function createRuleOut(
  tree: Tree,
  actors: Actors,
  composer: Composer,
  grader: Grader,
  speakers: Speakers,
  mentions: readonly Mention[],
): RuleOut {
  /** "asked whether", "denied attacking", "demanded that Berlin stop": what is said is not so, or not yet. */
  function isUnsaid(token: number): boolean {
    const predicate = predicateAbove(tree, token);
    const { supposed, question, negated } = grader.grade(predicate);
    // "never criticised X"
    if (negated && composer.sensesOf(predicate).some(({ kind }) => kind === "say")) return true;
    return supposed || question || composer.isDisclaimed(predicate) || composer.isUnrealized(predicate);
  }

  /** "the mayor of Bergen criticised X": a name inside another actor's phrase holds nothing. */
  function isPartOfName(holder: number): boolean {
    const token = mentions[holder]!.head;
    let child = token;
    for (let head = tree.head(token); head >= 0; child = head, head = tree.head(head)) {
      if (!/^(?:nmod|appos|compound|flat)$/.test(tree.rel(child))) return false;
      const outer = actors.mentionAt(head);
      if (outer >= 0 && actors.isActor(outer) && actors.clusterOf(outer) !== actors.clusterOf(holder)) {
        const isPerson = mentions[outer]!.entityType === "person";
        return isPerson || (mentions[outer]!.kind === "name" && tree.rel(child) !== "compound");
      }
    }
    return false;
  }

  /** "urged X to act": to ask something of someone is neither for nor against them. */
  function isAsked(target: number): boolean {
    const { head } = mentions[target]!;
    const verb = tree.head(head);
    return (
      verb >= 0 &&
      /^i?obj$/.test(tree.rel(head)) &&
      ASKING_VERBS.has(tree.lemma(verb)) &&
      tree.child(verb, "xcomp") >= 0
    );
  }

  /** "Norway should ban X", "ought to ban X": what somebody is told to do is not yet their position. */
  function isTold(holder: number): boolean {
    const { head } = mentions[holder]!;
    const verb = tree.dep(head) === "nsubj" ? tree.head(head) : -1;
    return verb >= 0 && (tree.lemma(verb) === "ought" || (tree.pos(verb) === "VERB" && grader.grade(verb).deontic));
  }

  /** "praised Rwanda, not Burundi" */
  function isExcepted(target: number): boolean {
    const token = mentions[target]!.head;
    return tree.rel(token) === "conj" && tree.children(token).some((t) => t < token && tree.lemma(t) === "not");
  }

  /** "wants a free ride on its App Shop": the thing is the holder's own. */
  function isOwn(holder: number, target: number): boolean {
    const owner = tree.child(mentions[target]!.head, "nmod:poss");
    const mention = owner < 0 ? -1 : actors.mentionAt(owner);
    return mention >= 0 && actors.clusterOf(mention) === actors.clusterOf(holder);
  }

  /** A source that reports what others do or think of each other takes no side by it. */
  function isReporter(holder: number, target: number, composed: Iterable<Stance>): boolean {
    const cluster = actors.clusterOf(holder);
    const { head } = mentions[target]!;
    const speaker = speakers.speakerAt(head);
    const sources = [
      speaker < 0 ? -1 : actors.clusterOf(speaker),
      ...speakers.chainAt(head).map((link) => link.cluster),
    ];
    if (!sources.includes(cluster)) return false;
    const judged = actors.clusterOf(target);
    const { start, end } = mentions[target]!;
    for (const stance of composed) {
      if (stance.holder.cluster === cluster || stance.evidence.start > start || stance.evidence.end < end) continue;
      if (stance.target.cluster === judged || stance.holder.cluster === judged) return true;
    }
    return false;
  }

  return (holder, target, composed) =>
    isUnsaid(mentions[target]!.head) ||
    isUnsaid(mentions[holder]!.head) ||
    isPartOfName(holder) ||
    isTold(holder) ||
    isExcepted(target) ||
    isAsked(target) ||
    isOwn(holder, target) ||
    isReporter(holder, target, composed);
}
