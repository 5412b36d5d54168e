import { at, bucket, type FeatureList } from "./attribution-features.ts";
import type { AttributionText } from "./attribution-text.ts";
import { hashPair } from "./linear-model.ts";

/** A word with its class, as one number: what the list of known cue heads holds. */
export function cueWord(text: AttributionText, token: number): number {
  return hashPair(text.lemma[token]!, text.pos[token]!);
}

/** Whether a token can head a cue at all: every verb, and other words that headed one in training ("according", ":"). */
export function canBeCue(text: AttributionText, token: number, heads: ReadonlySet<number>): boolean {
  const isKnown = text.doc.tags[token]!.pos === "VERB" || heads.has(cueWord(text, token));
  return isKnown && !isSoCalled(text, token);
}

/** "so-called", in one token or three, distances the writer from a name and reports nothing. */
function isSoCalled(text: AttributionText, token: number): boolean {
  const form = (offset: number): string => text.doc.tokens[token + offset]?.form.toLowerCase() ?? "";
  if (form(0) === "so-called") return true;
  return form(0) === "called" && (form(-1) === "so" || (form(-1) === "-" && form(-2) === "so"));
}

interface CueWord {
  readonly token: number;
  /** Hashes of its lemma, Penn tag and relation, and its fine and middle word class. */
  readonly L: number;
  readonly P: number;
  readonly D: number;
  readonly C: number;
  readonly M: number;
}

/** Describes a token as the head of a cue. */
export function addCueFeatures(list: FeatureList, text: AttributionText, token: number): void {
  const word: CueWord = {
    token,
    L: text.lemma[token]!,
    P: text.xpos[token]!,
    D: text.dep[token]!,
    C: text.fine[token]! + 1,
    M: text.middle[token]! + 1,
  };
  addWords(list, text, word);
  const { subject, object } = addDependents(list, text, word);
  addSubject(list, text, word, subject, object);
  addGovernors(list, text, word);
  addPlace(list, text, word);
}

/** The word itself and its neighbours. */
function addWords(list: FeatureList, text: AttributionText, { token, L, P, D, C, M }: CueWord): void {
  const { form, pos, xpos, middle } = text;
  list.add(1);
  list.add(2, L);
  list.add(3, form[token]!);
  list.add(4, L, P);
  list.add(5, L, D);
  list.add(6, C, pos[token]!);
  list.add(7, C, D);
  list.add(8, M, P, D);
  list.add(9, P, D);
  for (let offset = -2; offset <= 2; offset++) {
    if (offset === 0) continue;
    list.add(10 + offset, at(form, text, token, offset));
    list.add(15 + offset, at(xpos, text, token, offset), P);
    if (offset === 1 || offset === -1) {
      list.add(20 + offset, at(form, text, token, offset), L);
      list.add(23 + offset, at(middle, text, token, offset), C);
      list.add(26 + offset, at(xpos, text, token, offset), L);
      list.add(29 + offset, at(xpos, text, token, offset), at(xpos, text, token, 2 * offset), P);
    }
  }
}

/** What hangs on the word. Returns its subject and its object or clause, -1 where it has none. */
function addDependents(
  list: FeatureList,
  text: AttributionText,
  { token, L, P, D, C, M }: CueWord,
): { subject: number; object: number } {
  const { lemma, form, pos, dep, middle, kind, mark, tree } = text;
  let arguments_ = 0;
  let subject = -1;
  let object = -1;
  for (const child of tree.children(token)) {
    const d = dep[child]!;
    const side = child < token ? 1 : 2;
    arguments_ ^= Math.imul(d, side * 2 + 1);
    list.add(40, L, d, side);
    list.add(41, d, side, P);
    list.add(42, C, d, side);
    const rel = tree.rel(child);
    if (rel === "nsubj") subject = child;
    else if (rel === "obj" || rel === "ccomp" || rel === "xcomp") {
      object = child;
      list.add(43, L, lemma[child]!);
      list.add(44, C, pos[child]!, d);
      list.add(45, M, middle[child]! + 1, d);
      list.add(46, lemma[child]!, d);
    } else if (rel === "obl" || rel === "nmod" || rel === "advcl" || rel === "acl") {
      const marker = tree.child(child, "case", "mark");
      if (marker >= 0) {
        list.add(47, L, form[marker]!);
        list.add(48, C, form[marker]!);
        list.add(49, P, form[marker]!, kind[child]!);
      }
    } else if (rel === "aux" || rel === "advmod" || rel === "mark" || rel === "cop") {
      list.add(50, form[child]!, P);
      list.add(51, form[child]!, L);
    } else if (rel === "compound" || rel === "nmod:poss") {
      list.add(52, kind[child]!, L);
    }
    if (mark[text.left[child]!] === 1) list.add(53, d, side, P);
    if (mark[text.right[child]!] === 2) list.add(54, d, side, P);
  }
  list.add(55, arguments_, P);
  list.add(99, arguments_, L);
  list.add(39, arguments_, M, D);
  return { subject, object };
}

/** Who does it. */
function addSubject(
  list: FeatureList,
  text: AttributionText,
  { token, L, P, D, C, M }: CueWord,
  ownSubject: number,
  object: number,
): void {
  const { lemma, fine, kind, head, tree } = text;
  let subject = ownSubject;
  // The subject of "to" and "-ing" verbs stands with the verb that governs them.
  let borrowed = 0;
  for (let up = token; subject < 0 && up >= 0 && borrowed < 3; borrowed++) {
    const rel = tree.rel(up);
    if (rel !== "xcomp" && rel !== "advcl" && rel !== "conj" && rel !== "acl") break;
    up = head[up]!;
    if (up < 0) break;
    subject = tree.child(up, "nsubj");
    if (rel === "acl" && subject < 0) subject = up;
  }
  if (subject >= 0) {
    const near = bucket(token - subject);
    list.add(56, kind[subject]!, P);
    list.add(57, kind[subject]!, L);
    list.add(58, lemma[subject]!, borrowed);
    list.add(59, kind[subject]!, C);
    list.add(60, near, P, borrowed);
    list.add(61, fine[subject]!, M);
    list.add(62, text.doc.tags[subject]!.pos === "PROPN" ? 1 : 0, L, D);
  } else list.add(63, P, D, object >= 0 ? 1 : 0);
}

/** What the word hangs on. */
function addGovernors(list: FeatureList, text: AttributionText, { token, L, P, D }: CueWord): void {
  const { lemma, xpos, dep, fine, head, tree } = text;
  const up = head[token]!;
  if (up >= 0) {
    list.add(64, lemma[up]!, D);
    list.add(65, lemma[up]!, L);
    list.add(66, xpos[up]!, P, D);
    list.add(67, fine[up]! + 1, D);
    list.add(68, up < token ? 1 : 2, D, bucket(up - token));
    const top = head[up]!;
    list.add(69, dep[up]!, D);
    if (top >= 0) {
      list.add(70, lemma[top]!, dep[up]!, D);
      list.add(71, fine[top]! + 1, dep[up]!, D);
    }
  }
  // A reporting verb above whose content this word would lie in.
  let above = up;
  let below = token;
  for (let steps = 0; above >= 0 && steps < 8; steps++) {
    const rel = tree.dep(below);
    if (rel === "ccomp" || rel === "parataxis" || rel === "xcomp" || rel === "acl") {
      list.add(72, lemma[above]!, dep[below]!);
      list.add(73, fine[above]! + 1, dep[below]!, P);
      list.add(74, dep[below]!, steps);
      break;
    }
    below = above;
    above = head[above]!;
  }
}

/** Where it stands: in the sentence, among quotation marks, in the document. */
function addPlace(list: FeatureList, text: AttributionText, { token, L, P, D }: CueWord): void {
  const { form, xpos, mark, head, quotations, tree } = text;
  const first = text.firstOf(token);
  const end = text.endOf(token);
  const sentence = text.sentence[token]!;
  const inQuotation = quotations.of[token]!;
  list.add(80, inQuotation >= 0 ? 1 : 0, P);
  list.add(81, inQuotation >= 0 ? 1 : 0, L);
  if (inQuotation >= 0) {
    const { open, close } = quotations.list[inQuotation]!;
    list.add(82, bucket(close - open), P);
    list.add(83, open <= first ? 1 : 0, close >= end - 2 ? 1 : 0);
  }
  let before = 10;
  for (let t = token - 1; t >= first && t > token - 10; t--) {
    if (mark[t] === 2) {
      before = token - t;
      break;
    }
  }
  let after = 10;
  for (let t = token + 1; t < end && t < token + 10; t++) {
    if (mark[t] === 1) {
      after = t - token;
      break;
    }
  }
  list.add(84, before, P);
  list.add(85, after, P);
  list.add(86, before, L);
  list.add(87, after, L);
  list.add(88, bucket(token - first), bucket(end - 1 - token));
  list.add(89, bucket(end - first), P);
  list.add(90, Math.min(sentence, 3), P);
  const kindOfBlock = text.doc.blocks[text.blockOf(token)]!.kind.length;
  list.add(91, kindOfBlock, P);
  list.add(92, kindOfBlock, L);
  let quoted = 0;
  for (let t = first; t < end; t++) if (mark[t] === 1) quoted++;
  list.add(93, Math.min(quoted, 3), P, inQuotation >= 0 ? 1 : 0);
  list.add(94, Math.min(quoted, 3), L);
  list.add(95, xpos[end - 1]!, form[end - 1]!, P);
  let verbsAbove = 0;
  for (let t = head[token]!; t >= 0; t = head[t]!) if (tree.pos(t) === "VERB") verbsAbove++;
  list.add(96, Math.min(verbsAbove, 4), P);
  list.add(97, Math.min(verbsAbove, 4), L);
  list.add(98, Math.min(text.depth[token]!, 6), D, P);
}
