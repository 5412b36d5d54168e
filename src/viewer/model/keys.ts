/** A key or combination and what it does, as the sheet of shortcuts lists it. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

export const KEY_HELP: readonly {
  readonly title: string;
  readonly single: boolean;
  readonly keys: readonly KeyHelp[];
}[] = [
  {
    title: "Anywhere",
    single: false,
    keys: [
      { keys: ["Ctrl K"], does: "Ask, search, or do anything" },
      { keys: ["Ctrl Z", "Ctrl Shift Z"], does: "Undo, redo" },
      { keys: ["Esc"], does: "Close what is open, then leave the focus" },
    ],
  },
  {
    title: "In the graph",
    single: false,
    keys: [
      { keys: ["← ↑ → ↓"], does: "To the next actor that way" },
      { keys: ["Shift ← ↑ → ↓"], does: "Along a line" },
      { keys: ["Enter"], does: "Read where the actor stands" },
      { keys: ["Shift F10"], does: "Menu of the actor" },
    ],
  },
  {
    title: "With the mouse",
    single: false,
    keys: [
      { keys: ["Drag"], does: "Pin an actor, or move the view" },
      { keys: ["Double-click"], does: "Its neighbours only" },
      { keys: ["Ctrl click"], does: "Choose several actors" },
      { keys: ["Shift drag"], does: "Choose by a box" },
      { keys: ["Right-click"], does: "Menu" },
      { keys: ["Alt click"], does: "In the legend: only this" },
    ],
  },
  {
    title: "Single keys",
    single: true,
    keys: [
      { keys: ["/"], does: "Search" },
      { keys: ["?"], does: "This sheet" },
      { keys: ["1", "2", "3"], does: "Neighbours within so many steps" },
      { keys: ["0"], does: "All actors again" },
      { keys: ["f"], does: "Focus on the actor, or leave it" },
      { keys: ["x"], does: "Choose it together with others" },
      { keys: ["p"], does: "Find the way to another actor" },
      { keys: ["h", "Shift H"], does: "Hide it, hide the others" },
      { keys: ["+", "−", "v"], does: "Zoom in, out, show all" },
      { keys: ["g"], does: "Ring groups" },
      { keys: ["j", "k"], does: "Next and previous statement" },
      { keys: ["n", "Shift N"], does: "In the reader: next and previous claim" },
    ],
  },
];
