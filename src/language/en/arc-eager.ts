/**
 * The state of an arc-eager transition parser (Nivre 2003) over one sentence of `count` words. The artificial root is
 * the place `count`, at the end of the buffer (Ballesteros & Nivre 2013).
 */
export interface ParseState {
  readonly count: number;
  /** Indexes of the words on the stack; `stack[depth - 1]` is its top. */
  readonly stack: Int32Array;
  depth: number;
  /** First word of the buffer; `count` is the root. */
  buffer: number;
  /** Head of each word, -1 while it has none. */
  readonly heads: Int32Array;
  /** Index of the relation to the head. */
  readonly labels: Int32Array;
  /** Outermost and next dependents on each side, -1 where there is none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Bit sets of the relations of the dependents on each side (by index modulo 32). */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;
  /** 1 for words on the stack. */
  readonly onStack: Uint8Array;
}

export const SHIFT = 0;
export const REDUCE = 1;
export const FIRST_ARC = 2;

export function createParseState(count: number): ParseState {
  const numbers = (fill: number): Int32Array => new Int32Array(count + 1).fill(fill);
  return {
    count,
    stack: numbers(0),
    depth: 0,
    buffer: 0,
    heads: numbers(-1),
    labels: numbers(-1),
    left1: numbers(-1),
    left2: numbers(-1),
    right1: numbers(-1),
    right2: numbers(-1),
    leftCount: numbers(0),
    rightCount: numbers(0),
    leftLabels: numbers(0),
    rightLabels: numbers(0),
    onStack: new Uint8Array(count + 1),
  };
}

export function isFinished(state: ParseState): boolean {
  return state.buffer >= state.count && state.depth === 0;
}

/** Moves the next word to the stack. */
export function shift(state: ParseState): void {
  state.onStack[state.buffer] = 1;
  state.stack[state.depth++] = state.buffer++;
}

/** Takes the top, which has a head, off the stack. */
export function reduce(state: ParseState): void {
  state.onStack[state.stack[--state.depth]!] = 0;
}

/** Makes the next word the head of the top of the stack, and takes that off. */
export function leftArc(state: ParseState, label: number): void {
  const head = state.buffer;
  const word = state.stack[--state.depth]!;
  state.onStack[word] = 0;
  state.heads[word] = head;
  state.labels[word] = label;
  state.left2[head] = state.left1[head]!;
  state.left1[head] = word;
  state.leftCount[head]!++;
  state.leftLabels[head]! |= 1 << (label & 31);
}

/** Makes the top of the stack the head of the next word, and moves that to the stack. */
export function rightArc(state: ParseState, label: number): void {
  const head = state.stack[state.depth - 1]!;
  const word = state.buffer;
  state.heads[word] = head;
  state.labels[word] = label;
  state.right2[head] = state.right1[head]!;
  state.right1[head] = word;
  state.rightCount[head]!++;
  state.rightLabels[head]! |= 1 << (label & 31);
  shift(state);
}

/** Puts the top of the stack in front of the buffer; the caller sets the buffer to where it was. Returns the word. */
export function unshift(state: ParseState): number {
  const word = state.stack[--state.depth]!;
  state.onStack[word] = 0;
  state.buffer = word;
  return word;
}
