import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createParseState, FIRST_ARC, isFinished, REDUCE, SHIFT } from "../../src/language/en/arc-eager.ts";
import { applyAction } from "../../src/language/en/parser.ts";
import { type ActionCosts, actionCosts, isFree, toGoldTree } from "../../src/train/oracle.ts";

const RELATIONS = 3;

/** Heads of a tree without crossing arcs over `count` words, -1 for the root: each span picks its head. */
function projectiveHeads(count: number, choose: () => number): number[] {
  const heads: number[] = new Array(count).fill(-1);
  const fill = (start: number, end: number, head: number): void => {
    if (start >= end) return;
    const middle = start + Math.floor(choose() * (end - start));
    heads[middle] = head;
    fill(start, middle, middle);
    fill(middle + 1, end, middle);
  };
  fill(0, count, -1);
  return heads;
}

/** All actions that an arc-eager parser may take. */
function possibleActions({ depth, buffer, count, heads, stack }: ReturnType<typeof createParseState>): number[] {
  const hasTop = depth > 0;
  const hasNext = buffer < count;
  const isAttached = hasTop && heads[stack[depth - 1]!]! >= 0;
  const actions: number[] = hasNext ? [SHIFT] : [];
  if (isAttached) actions.push(REDUCE);
  for (let relation = 0; relation < RELATIONS && hasTop; relation++) {
    if (!isAttached) actions.push(FIRST_ARC + relation);
    if (hasNext) actions.push(FIRST_ARC + RELATIONS + relation);
  }
  return actions;
}

describe("actionCosts(state, gold, costs)", () => {
  test("any way through actions that cost nothing ends at the tree", () => {
    const length = fc.integer({ min: 1, max: 14 });
    const numbers = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
    fc.assert(
      fc.property(length, numbers, (count, stream) => {
        const choose = (): number => stream.next().value as number;
        const heads = projectiveHeads(count, choose);
        const labels = heads.map(() => Math.floor(choose() * RELATIONS));
        const gold = toGoldTree(heads, labels);
        const state = createParseState(count);
        const costs: ActionCosts = { shift: 0, reduce: 0, left: 0, right: 0 };
        while (!isFinished(state)) {
          actionCosts(state, gold, costs);
          const free = possibleActions(state).filter((action) => isFree(action, state, gold, costs, RELATIONS));
          expect(free.length).toBeGreaterThan(0);
          applyAction(state, free[Math.floor(choose() * free.length)]!, RELATIONS);
        }
        expect([...state.heads.slice(0, count)]).toEqual([...gold.heads]);
        expect([...state.labels.slice(0, count)]).toEqual(labels);
      }),
    );
  });
});
