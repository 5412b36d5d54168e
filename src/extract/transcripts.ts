import type { Tree } from "../language/index.ts";

/** What one person says in a transcript: "ROE: Well, …", and the paragraphs up to the next label. */
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
/** Fewer labels are a headline's colon, not a conversation. */
const FEWEST_TURNS = 2;

/** Finds the turns of interviews and debates that a document reproduces, in text order. */
export function findTurns(tree: Tree): Turn[] {
  const { sentences } = tree.doc;
  const starts: { label: number; firstToken: number }[] = [];
  let block = -1;
  for (const sentence of sentences) {
    if (sentence.block === block) continue;
    block = sentence.block;
    const label = labelAt(tree, sentence.firstToken, sentence.endToken);
    if (label >= 0) starts.push({ label, firstToken: label + 2 });
  }
  if (starts.length < FEWEST_TURNS) return [];
  return starts.map(({ label, firstToken }, i) => ({
    label,
    firstToken,
    endToken: starts[i + 1]?.label ?? tree.doc.tokens.length,
  }));
}

/** The last token of the name in capitals that opens the paragraph, before its colon; -1 if none does. */
function labelAt(tree: Tree, first: number, end: number): number {
  const start = /^["“'‘]$|^''$|^``$/.test(tree.form(first)) ? first + 1 : first;
  for (let t = start; t < Math.min(end, start + MOST_LABEL_TOKENS); t++) {
    if (!CAPITALS.test(tree.form(t))) return -1;
    if (t + 1 < end && tree.form(t + 1) === ":") return t;
  }
  return -1;
}
