import { type Arcs, attach } from "./sentence-arcs.ts";

/** Conjunctions that set one clause against another. */
const CONTRASTING = /^(?:but|while|whereas|yet)$/i;

/**
 * Gives the second of two contrasted clauses its subject: in "Roe hesitated over the plan, but the paper, the Star, sided
 * with Doe" greedy parsers take the paper for one more thing that Roe hesitated over, so that Roe sides with Doe as well.
 */
export function partContrasts(arcs: Arcs, forms: readonly string[]): void {
  const { heads } = arcs;
  for (let word = 1; word < heads.length - 2; word++) {
    if (!CONTRASTING.test(forms[word]!) || forms[word - 1] !== ",") continue;
    const subject = heads[word]!;
    const isListed = subject > word && arcs.relation(subject) === "conj" && heads[subject]! < word;
    if (!isListed || !/^(?:NOUN|PROPN|PRON)$/.test(arcs.pos(subject))) continue;
    const verb = verbBehind(arcs, subject);
    if (verb < 0 || heads[verb]! < 0 || heads[verb]! >= word || arcs.relation(verb) !== "conj") continue;
    if (hangsOn(heads, verb, subject) || hasChild(arcs, verb, /^(?:nsubj|csubj|mark)/)) continue;
    attach(arcs, subject, verb, "nsubj");
    attach(arcs, word, verb, "cc");
  }
}

/** The verb right behind all that hangs on the noun, -1 if another word comes first. */
function verbBehind(arcs: Arcs, noun: number): number {
  const { heads } = arcs;
  let end = noun + 1;
  while (end < heads.length && (hangsOn(heads, end, noun) || arcs.pos(end) === "PUNCT")) end++;
  if (end >= heads.length) return -1;
  if (arcs.pos(end) === "AUX") return arcs.pos(heads[end]!) === "VERB" ? heads[end]! : -1;
  return arcs.pos(end) === "VERB" ? end : -1;
}

function hangsOn(heads: Int32Array, word: number, on: number): boolean {
  for (let at = heads[word]!, steps = 0; at >= 0 && steps <= heads.length; at = heads[at]!, steps++)
    if (at === on) return true;
  return false;
}

function hasChild({ heads, relation }: Arcs, word: number, named: RegExp): boolean {
  for (let child = 0; child < heads.length; child++)
    if (heads[child] === word && named.test(relation(child))) return true;
  return false;
}
