import type { Tree } from "../language/index.ts";

/** What one person says in a transcript: "ROE: Well, …", and the quoted paragraphs up to the next label. */
export interface Turn {
  /** Last token of the label's name. */
  readonly label: number;
  readonly firstToken: number;
  /** One past the last token. */
  readonly endToken: number;
}

/** A label that is no line of a play or a list has a name in capitals of a few words. */
const MOST_LABEL_TOKENS = 5;
const CAPITALS = /^[A-Z][A-Z'’.-]*[A-Z.]$/;
const QUOTE = /^(?:["“'‘]|''|``)$/;
/** Fewer labels are a headline's colon, not a conversation. */
const FEWEST_TURNS = 2;

/** Finds the turns of interviews and debates that a document reproduces, in text order. */
export function findTurns(tree: Tree): Turn[] {
  const turns: Turn[] = [];
  let block = -1;
  let isOpen = false;
  for (const sentence of tree.doc.sentences) {
    const { firstToken, endToken } = sentence;
    if (sentence.block !== block) {
      block = sentence.block;
      const label = labelAt(tree, firstToken, endToken);
      if (label >= 0) turns.push({ label, firstToken: label + 2, endToken });
      // A paragraph without a label goes on where it is quoted; otherwise the writer speaks again.
      isOpen = label >= 0 || (isOpen && QUOTE.test(tree.form(firstToken)));
    }
    const last = turns.at(-1);
    if (isOpen && last) turns[turns.length - 1] = { ...last, endToken };
  }
  return turns.length < FEWEST_TURNS ? [] : turns;
}

/** The last token of the name in capitals that opens the paragraph, before its colon; -1 if none does. */
function labelAt(tree: Tree, first: number, end: number): number {
  const start = QUOTE.test(tree.form(first)) ? first + 1 : first;
  for (let t = start; t < Math.min(end, start + MOST_LABEL_TOKENS); t++) {
    if (!CAPITALS.test(tree.form(t))) return -1;
    if (t + 1 < end && tree.form(t + 1) === ":") return t;
  }
  return -1;
}
