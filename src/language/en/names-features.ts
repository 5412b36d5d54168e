import type { Doc } from "../../core/index.ts";
import { hashText, mix } from "../hashing.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";
import { CAPS, type FormFacts } from "./names-forms.ts";

/** Features are numbers below this; two that collide share their weights. */
export const FEATURE_BITS = 22;
const MASK = (1 << FEATURE_BITS) - 1;
export const MAX_FEATURES = 110;

export type NamesDoc = Doc<"tokens" | "sentences" | "tags">;

/** What the features of a document's tokens are drawn from. */
export interface NamesView {
  readonly doc: NamesDoc;
  readonly facts: readonly FormFacts[];
  readonly tags: Int32Array;
  /** Kind of the gazetteer phrase that covers the token: 0 none, else 2 × kind, plus one inside. */
  readonly phrases: Uint8Array;
  /** First token and one past the last of the run of capitalised words around the token; the token itself elsewhere. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** How the token's sentence is written: 0 as usual, 1 as a headline with capitals, 2 all in capitals. */
  readonly mode: Uint8Array;
  /** First and one past the last token of the token's sentence. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** 0 a lower-cased twin nowhere in the document; 1 there is one, 2 more often than capitalised ones. */
  readonly lowerTwin: Uint8Array;
  /** 1 where the same form stands with a capital inside an ordinary sentence of the document. */
  readonly capitalTwin: Uint8Array;
}

const isCapital = (facts: FormFacts): boolean =>
  facts.caps === CAPS.initial || facts.caps === CAPS.all || (facts.caps === CAPS.mixed && facts.rank !== 1);

/** Prepares a document for feature extraction. */
export function viewNames(doc: NamesDoc, formFacts: (form: string) => FormFacts, gazetteer: Gazetteer): NamesView {
  const { tokens, sentences, tags } = doc;
  const n = tokens.length;
  const facts = tokens.map((token) => formFacts(token.form));
  const view: NamesView = {
    doc,
    facts,
    tags: Int32Array.from({ length: n }, (_, i) => tagHash(tags[i]?.xpos ?? "")),
    phrases: new Uint8Array(n),
    runStart: Int32Array.from({ length: n }, (_, i) => i),
    runEnd: Int32Array.from({ length: n }, (_, i) => i + 1),
    mode: new Uint8Array(n),
    first: new Int32Array(n),
    end: new Int32Array(n),
    lowerTwin: new Uint8Array(n),
    capitalTwin: new Uint8Array(n),
  };
  const lowerCounts = new Map<string, number>();
  const upperCounts = new Map<string, number>();
  for (const { firstToken, endToken } of sentences) {
    const mode = sentenceMode(facts, firstToken, endToken);
    for (let i = firstToken; i < endToken; i++) {
      view.mode[i] = mode;
      view.first[i] = firstToken;
      view.end[i] = endToken;
      const { caps, lowerText } = facts[i]!;
      if (caps === CAPS.none) lowerCounts.set(lowerText, (lowerCounts.get(lowerText) ?? 0) + 1);
      else if (mode === 0 && i > firstToken && isCapital(facts[i]!) && facts[i - 1]!.caps !== CAPS.other) {
        upperCounts.set(lowerText, (upperCounts.get(lowerText) ?? 0) + 1);
      }
    }
    markRuns(view, firstToken, endToken);
    markPhrases(view, gazetteer, firstToken, endToken);
  }
  for (let i = 0; i < n; i++) {
    if (facts[i]!.caps === CAPS.none || facts[i]!.caps === CAPS.other) continue;
    const lower = lowerCounts.get(facts[i]!.lowerText) ?? 0;
    const upper = upperCounts.get(facts[i]!.lowerText) ?? 0;
    view.lowerTwin[i] = lower === 0 ? 0 : lower > upper ? 2 : 1;
    view.capitalTwin[i] = upper > 0 ? 1 : 0;
  }
  return view;
}

const tagHashes = new Map<string, number>();
function tagHash(xpos: string): number {
  let hash = tagHashes.get(xpos);
  if (hash === undefined) {
    hash = hashText(xpos);
    tagHashes.set(xpos, hash);
  }
  return hash;
}

function sentenceMode(facts: readonly FormFacts[], first: number, end: number): 0 | 1 | 2 {
  let words = 0;
  let capitals = 0;
  let all = 0;
  for (let i = first; i < end; i++) {
    const { caps, connects, lowerText } = facts[i]!;
    if (caps === CAPS.other || caps === CAPS.digit || connects || lowerText.length < 3) continue;
    words++;
    if (caps !== CAPS.none) capitals++;
    if (caps === CAPS.all) all++;
  }
  if (words < 3) return 0;
  if (all > 0.7 * words) return 2;
  return capitals > 0.75 * words && words > 3 ? 1 : 0;
}

function markRuns(view: NamesView, first: number, end: number): void {
  for (let i = first; i < end; ) {
    let stop = i;
    while (stop < end && isCapital(view.facts[stop]!)) stop++;
    for (let j = i; j < stop; j++) {
      view.runStart[j] = i;
      view.runEnd[j] = stop;
    }
    i = Math.max(stop, i + 1);
  }
}

function markPhrases(view: NamesView, gazetteer: Gazetteer, first: number, end: number): void {
  const forms = view.doc.tokens.slice(first, end).map((token) => token.form);
  for (let i = 0; i < forms.length; ) {
    const caps = view.facts[first + i]!.caps;
    const found = caps === CAPS.none || caps === CAPS.other ? undefined : gazetteer.phrase(forms, i);
    if (!found) {
      i++;
      continue;
    }
    for (let j = 0; j < found.length; j++) view.phrases[first + i + j] = 2 * found.kind + (j > 0 ? 1 : 0);
    i += found.length;
  }
}

const EDGE = hashText("<edge>");
const HEAD_BITS =
  WORD.organizationHead |
  WORD.mediaHead |
  WORD.placeHead |
  WORD.eventHead |
  WORD.lawHead |
  WORD.workHead |
  WORD.productHead;

/**
 * Writes the features of token `i` into `out` and returns how many there are.
 * `domain` is the kind of text that the token comes from; running text is read as news, 0.
 */
export function nameFeatures(view: NamesView, i: number, domain: number, out: Int32Array): number {
  const { facts, tags } = view;
  const first = view.first[i]!;
  const end = view.end[i]!;
  const f0 = facts[i]!;
  const p1 = i > first ? facts[i - 1] : undefined;
  const p2 = i - 1 > first ? facts[i - 2] : undefined;
  const n1 = i + 1 < end ? facts[i + 1] : undefined;
  const n2 = i + 2 < end ? facts[i + 2] : undefined;
  let n = 0;
  let template = 1;
  const put = (value: number): void => {
    out[n++] = mix(template++, value) & MASK;
  };
  const put2 = (a: number, b: number): void => put(mix(a, b));
  const put3 = (a: number, b: number, c: number): void => put(mix(mix(a, b), c));
  const lower = (facts: FormFacts | undefined): number => facts?.lower ?? EDGE;
  const lp1 = lower(p1);
  const lp2 = lower(p2);
  const ln1 = lower(n1);
  const ln2 = lower(n2);
  const mode = view.mode[i]!;
  const capital = isCapital(f0);
  const t0 = tags[i]!;
  const tp1 = p1 ? tags[i - 1]! : EDGE;
  const tn1 = n1 ? tags[i + 1]! : EDGE;
  const sp1 = p1?.shape ?? EDGE;
  const sn1 = n1?.shape ?? EDGE;
  const phrase = view.phrases[i]!;
  const runStart = view.runStart[i]!;
  const runEnd = view.runEnd[i]!;

  put(0);
  put(f0.lower);
  put(lp1);
  put(ln1);
  put2(lp1, f0.lower);
  put2(f0.lower, ln1);
  put3(sp1, f0.shape, sn1);
  put2(f0.fine, f0.caps);
  put2(f0.coarse, f0.shape);
  put2(f0.rank, f0.shape);
  put2(t0, f0.caps);
  put3(tp1, t0, tn1);
  put2(f0.words, f0.caps);
  // Words in lower case are seldom part of a name: a few features do for them.
  if ((f0.caps !== CAPS.none && f0.caps !== CAPS.other) || f0.connects) {
    template = 20;
    put(f0.form);
    put(lp2);
    put(ln2);
    put2(lp2, lp1);
    put2(ln1, ln2);
    put2(f0.shape, mode);
    put3(sp1, f0.shape, mode);
    put3(f0.shape, sn1, mode);
    put2(f0.suffix2, f0.caps);
    put2(f0.suffix3, f0.caps);
    put2(f0.suffix4, f0.caps);
    put2(f0.prefix3, f0.caps);
    put2(f0.middle, f0.caps);
    put2(p1?.fine ?? -1, f0.caps);
    put2(n1?.fine ?? -1, f0.caps);
    put2(p1?.coarse ?? -1, f0.coarse);
    put2(f0.coarse, n1?.coarse ?? -1);
    put2(p2?.middle ?? -1, f0.caps);
    put2(n2?.middle ?? -1, f0.caps);
    put3(p1?.middle ?? -1, f0.middle, n1?.middle ?? -1);
    put2(tp1, t0);
    put2(t0, tn1);
    put2(t0, f0.fine);
    put3(view.lowerTwin[i]!, f0.shape, i === first ? 1 : 0);
    put3(view.capitalTwin[i]! + 2 * view.lowerTwin[i]!, mode + 3 * (i === first ? 1 : 0), f0.rank);
    put2(mix(phrase, f0.caps), mode);
    put2(phrase, ln1);
    put2(phrase, lp1);
    put3(p1 ? view.phrases[i - 1]! : -1, phrase, f0.shape);
    put3(phrase, n1 ? view.phrases[i + 1]! : -1, sn1);
    put3(p1?.words ?? -1, f0.words, f0.caps);
    put3(f0.words, n1?.words ?? -1, n1?.caps ?? -1);
    put3(p2?.words ?? -1, p1?.words ?? -1, f0.caps);
  }

  // The run of capitalised words: its ends tell the type, its neighbours whether it is a name.
  template = 60;
  if (capital) {
    const last = facts[runEnd - 1]!;
    const start = facts[runStart]!;
    const before = runStart > first ? facts[runStart - 1] : undefined;
    const before2 = runStart - 1 > first ? facts[runStart - 2] : undefined;
    const after = runEnd < end ? facts[runEnd] : undefined;
    const after2 = runEnd + 1 < end ? facts[runEnd + 1] : undefined;
    const length = Math.min(5, runEnd - runStart);
    const place = mix(Math.min(3, i - runStart), Math.min(3, runEnd - 1 - i));
    const where = mix(i === runStart ? 1 : 0, i === runEnd - 1 ? 1 : 0);
    put3(place, length, mode);
    put2(last.lower, where);
    put2(last.fine, where);
    put3(last.words & HEAD_BITS, where, length);
    put2(start.lower, where);
    put2(start.words, place);
    put2(start.middle, place);
    put3(start.words, last.words, place);
    put2(lower(before), place);
    put2(lower(after), place);
    put2(before?.fine ?? -1, where);
    put2(after?.fine ?? -1, where);
    put3(lower(before2), lower(before), where);
    put3(lower(after), lower(after2), where);
    put3(view.phrases[runStart]!, view.phrases[runEnd - 1]!, place);
    put3(before?.words ?? -1, after?.coarse ?? -1, where);
    // "Department | of | Justice": the head word beyond the connector.
    const beyond = after?.connects ? (after2 && isCapital(after2) ? after2 : undefined) : undefined;
    put3(lower(after), beyond?.fine ?? -1, mix(last.words & HEAD_BITS, where));
    const from = before?.connects ? (before2 && isCapital(before2) ? before2 : undefined) : undefined;
    put3(lower(before), from?.lower ?? -1, mix((from?.words ?? 0) & HEAD_BITS, where));
  }
  template = 80;
  if (f0.connects) {
    put3(p1?.words ?? -1, f0.lower, n1?.words ?? -1);
    put3(lp1, f0.lower, n1?.fine ?? -1);
    put3(p1?.fine ?? -1, f0.lower, n1?.fine ?? -1);
    put3(sp1, f0.lower, sn1);
    put3(view.phrases[i - 1] ?? 0, f0.lower, n1 ? view.phrases[i + 1]! : 0);
  }
  // What holds for one kind of text only, so that the corpora may disagree.
  template = 90;
  put(domain);
  put3(domain, f0.shape, mode);
  if (f0.caps === CAPS.none || f0.caps === CAPS.other) return n;
  put2(domain, f0.lower);
  put3(domain, f0.words, phrase);
  put3(domain, lp1, f0.caps);
  put3(domain, t0, f0.caps);
  put3(domain, p1?.words ?? -1, f0.shape);
  return n;
}
