import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstWindow, nextWindow, type PlayMode, type Window } from "../../src/viewer/components/use-play.ts";

describe("playing a period", () => {
  test.each<[string, Window, PlayMode, Window]>([
    ["the whole time grows from its first month", [0, 9], "grow", [0, 0]],
    ["a period at the end grows again from its start", [4, 9], "grow", [4, 4]],
    ["a period goes on from where it stands", [2, 4], "grow", [2, 4]],
    ["the whole time slides as a window of an eighth", [0, 16], "slide", [0, 2]],
    ["a window at the end slides again from the beginning", [6, 9], "slide", [0, 3]],
  ])("%s", (_, window, mode, first) => expect(firstWindow(window, window[1] === 16 ? 16 : 9, mode)).toEqual(first));

  test("comes to the end, stays within the time, and a window keeps its width", () =>
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.constantFrom<PlayMode>("grow", "slide"), (a, b, c, mode) => {
        const [from, to, last] = [a, b, c + 1].toSorted((x, y) => x - y) as [number, number, number];
        let window = firstWindow([from, to], last, mode);
        const width = window[1] - window[0];
        let steps = 0;
        for (let next = nextWindow(window, last, mode); next; next = nextWindow(window, last, mode)) {
          window = next;
          if (mode === "slide") expect(window[1] - window[0]).toBe(width);
          expect(window[0]).toBeLessThanOrEqual(window[1]);
          expect(++steps).toBeLessThanOrEqual(last);
        }
        expect(window[1]).toBe(last);
      }),
    ));
});
