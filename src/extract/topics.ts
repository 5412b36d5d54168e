import type { Tree } from "../language/index.ts";
import { casesOf } from "./predicate-forms.ts";

/** Verbs of speech after which a phrase with "of" or "about" tells what was spoken of. */
const SPEAKING = new Set("say write remark comment complain declare add tweet joke ask note warn tell post".split(" "));

/** Whether the token points to what is spoken of without naming it. */
export function isPointer(tree: Tree, token: number): boolean {
  return /^(?:he|she|it|they|him|her|them|this|that|these|those)$/i.test(tree.form(token)) && isArgument(tree, token);
}

function isArgument(tree: Tree, token: number): boolean {
  return /^(?:nsubj|obj)$/.test(tree.rel(token));
}

/** "'They are cowards,' Roe said of X": the token of whom or what a report says that its pronouns stand for, or -1. */
export function topicOf(tree: Tree, pointer: number): number {
  let clause = pointer;
  for (let verb = tree.head(pointer); verb >= 0; clause = verb, verb = tree.head(verb)) {
    if (!SPEAKING.has(tree.lemma(verb)) || tree.pos(verb) !== "VERB" || clause === pointer) continue;
    const topic = tree
      .childrenBy(verb, "obl", "nmod")
      .find((t) => t > verb && casesOf(tree, t).some((mark) => mark === "of" || mark === "about"));
    return topic !== undefined && pointer < verb ? topic : -1;
  }
  return -1;
}
