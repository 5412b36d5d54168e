import { type KeyboardEvent, type RefObject, useRef, useState } from "react";

type Place = readonly [row: number, column: number];

const STEPS: Record<string, Place> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface GridFocus {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What the cell's element must carry. */
  readonly cellProps: (row: number, column: number) => { readonly "data-at": string; readonly tabIndex: 0 | -1 };
  /** Says that a cell was reached another way, by the pointer. */
  readonly moveHere: (row: number, column: number) => void;
}

/**
 * Moves the focus through a grid as ARIA asks of one: a single cell can be reached by Tab, the arrow keys, Home, End, Page
 * Up and Page Down lead to the others, Enter and Space act.
 */
export function useGridFocus(rows: number, columns: number, onEnter: (row: number, column: number) => void): GridFocus {
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<Place>([0, 0]);
  const clamp = ([row, column]: Place): Place => [
    Math.max(0, Math.min(row, rows - 1)),
    Math.max(0, Math.min(column, columns - 1)),
  ];
  const [row, column] = clamp(current);
  const goTo = (place: Place) => {
    const next = clamp(place);
    setCurrent(next);
    const cell = table.current?.querySelector<HTMLElement>(`[data-at="${next[0]} ${next[1]}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return {
    table,
    onKeyDown(event) {
      const step = STEPS[event.key];
      // Where the key was pressed, since a screen reader may have moved the focus by itself.
      const place = (event.target as HTMLElement).closest<HTMLElement>("[data-at]")?.dataset.at?.split(" ").map(Number);
      const [row, column] = clamp((place as unknown as Place | undefined) ?? current);
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (step) goTo([row + step[0], column + step[1]]);
      else if (event.key === "Home") goTo([row, 0]);
      else if (event.key === "End") goTo([row, columns - 1]);
      else if (event.key === "PageUp") goTo([row - 10, column]);
      else if (event.key === "PageDown") goTo([row + 10, column]);
      else if (event.key === "Enter" || event.key === " ") onEnter(row, column);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    cellProps: (r, c) => ({ "data-at": `${r} ${c}`, tabIndex: r === row && c === column ? 0 : -1 }),
    moveHere: (r, c) => setCurrent([r, c]),
  };
}
