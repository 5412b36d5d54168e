import type { Arc, Doc, Span } from "../core/index.ts";

/** What is needed to walk a document's dependency trees. */
export type ParsedDoc = Doc<"tokens" | "sentences" | "tags" | "lemmas" | "syntax">;

/** Dependents of every token, worked out once a document. Tokens are indexes into the document's `tokens`. */
export interface Tree {
  readonly doc: ParsedDoc;
  head(token: number): number;
  /** The relation to the head, with subtype: `nsubj:pass`. */
  dep(token: number): string;
  /** The relation without its subtype: `nsubj`. */
  rel(token: number): string;
  lemma(token: number): string;
  form(token: number): string;
  pos(token: number): string;
  xpos(token: number): string;
  /** Index of the sentence that holds the token. */
  sentence(token: number): number;
  /** Dependents in text order. */
  children(token: number): readonly number[];
  /** First dependent whose relation is one of `deps`, compared with subtype first and without it next. */
  child(token: number, ...deps: string[]): number;
  childrenBy(token: number, ...deps: string[]): number[];
  /** Every token below `token`, itself included, in text order. */
  subtree(token: number): number[];
  /** First and one past the last token of the subtree. */
  extent(token: number): { readonly first: number; readonly end: number };
  /** Whether `ancestor` is `token` or one of its heads. */
  dominates(ancestor: number, token: number): boolean;
  /** The span of text from token `first` to before token `end`. */
  span(first: number, end: number): Span;
}

const trees = new WeakMap<readonly Arc[], Tree>();

/** The tree view of a parsed document; the same object every time for the same parse. */
export function treeOf(doc: ParsedDoc): Tree {
  const known = trees.get(doc.syntax);
  if (known) return known;
  const tree = createTree(doc);
  trees.set(doc.syntax, tree);
  return tree;
}

const NONE: readonly number[] = [];

function createTree(doc: ParsedDoc): Tree {
  const { tokens, sentences, tags, lemmas, syntax } = doc;
  const children: (number[] | undefined)[] = new Array(tokens.length);
  const sentenceOf = new Int32Array(tokens.length);
  for (let s = 0; s < sentences.length; s++) {
    for (let t = sentences[s]!.firstToken; t < sentences[s]!.endToken; t++) sentenceOf[t] = s;
  }
  for (let t = 0; t < syntax.length; t++) {
    const head = syntax[t]!.head;
    if (head < 0) continue;
    const list = children[head];
    if (list) list.push(t);
    else children[head] = [t];
  }
  const rels = syntax.map((arc) => {
    const colon = arc.dep.indexOf(":");
    return colon < 0 ? arc.dep : arc.dep.slice(0, colon);
  });

  const childrenOf = (token: number): readonly number[] => children[token] ?? NONE;
  // Called more often than anything else here: a loop costs half of what includes() does on lists of one or two.
  const matches = (token: number, deps: readonly string[]): boolean => {
    const { dep } = syntax[token]!;
    const rel = rels[token]!;
    for (let d = 0; d < deps.length; d++) if (deps[d] === dep || deps[d] === rel) return true;
    return false;
  };
  const collect = (token: number, into: number[]): number[] => {
    into.push(token);
    for (const child of childrenOf(token)) collect(child, into);
    return into;
  };

  return {
    doc,
    head: (token) => syntax[token]!.head,
    dep: (token) => syntax[token]!.dep,
    rel: (token) => rels[token]!,
    lemma: (token) => lemmas[token]!,
    form: (token) => tokens[token]!.form,
    pos: (token) => tags[token]!.pos,
    xpos: (token) => tags[token]!.xpos,
    sentence: (token) => sentenceOf[token]!,
    children: childrenOf,
    child: (token, ...deps) => {
      for (const child of childrenOf(token)) if (matches(child, deps)) return child;
      return -1;
    },
    childrenBy: (token, ...deps) => childrenOf(token).filter((child) => matches(child, deps)),
    subtree: (token) => collect(token, []).sort((a, b) => a - b),
    extent: (token) => {
      let first = token;
      let last = token;
      for (const t of collect(token, [])) {
        if (t < first) first = t;
        if (t > last) last = t;
      }
      return { first, end: last + 1 };
    },
    dominates: (ancestor, token) => {
      for (let t = token; t >= 0; t = syntax[t]!.head) if (t === ancestor) return true;
      return false;
    },
    span: (first, end) => ({ start: tokens[first]!.start, end: tokens[end - 1]!.end }),
  };
}
