import { FIRST_ARC, type ParseState, REDUCE, SHIFT } from "../language/en/arc-eager.ts";

/** A sentence's tree as the oracle reads it; the root is the place `count`. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly children: readonly (readonly number[])[];
}

export function toGoldTree(heads: readonly number[], labels: readonly number[]): GoldTree {
  const count = heads.length;
  const children: number[][] = Array.from({ length: count + 1 }, () => []);
  const gold = Int32Array.from(heads, (head) => (head < 0 ? count : head));
  for (let i = 0; i < count; i++) children[gold[i]!]!.push(i);
  return { heads: gold, labels: Int32Array.from(labels), children };
}

/** Gold arcs that an action makes impossible, for the three kinds that do not depend on the relation. */
export interface ActionCosts {
  shift: number;
  reduce: number;
  left: number;
  right: number;
}

/** The dynamic oracle for arc-eager parsing (Goldberg & Nivre 2012). */
export function actionCosts(state: ParseState, gold: GoldTree, costs: ActionCosts): void {
  const { buffer, count, depth, onStack, heads } = state;
  costs.shift = 0;
  costs.reduce = 0;
  costs.left = 0;
  costs.right = 0;
  if (buffer < count) {
    const goldHead = gold.heads[buffer]!;
    let waiting = 0;
    for (const child of gold.children[buffer]!) if (child < buffer && onStack[child] && heads[child]! < 0) waiting++;
    const headOnStack = goldHead < buffer && onStack[goldHead] ? 1 : 0;
    costs.shift = waiting + headOnStack;
    const top = depth > 0 ? state.stack[depth - 1]! : -1;
    costs.right = waiting + (goldHead !== top && (headOnStack || goldHead > buffer) ? 1 : 0);
  }
  if (depth > 0) {
    const top = state.stack[depth - 1]!;
    let ahead = 0;
    for (const child of gold.children[top]!) if (child >= buffer) ahead++;
    costs.reduce = ahead;
    costs.left = ahead + (gold.heads[top]! > buffer ? 1 : 0);
  }
}

/** Whether an action costs nothing: no gold arc is lost, and an arc that is right gets its relation. */
export function isFree(
  action: number,
  state: ParseState,
  gold: GoldTree,
  costs: ActionCosts,
  relations: number,
): boolean {
  if (action === SHIFT) return costs.shift === 0;
  if (action === REDUCE) return costs.reduce === 0;
  const top = state.stack[state.depth - 1]!;
  if (action < FIRST_ARC + relations) {
    if (costs.left > 0) return false;
    return gold.heads[top] !== state.buffer || gold.labels[top] === action - FIRST_ARC;
  }
  if (costs.right > 0) return false;
  return gold.heads[state.buffer] !== top || gold.labels[state.buffer] === action - FIRST_ARC - relations;
}
