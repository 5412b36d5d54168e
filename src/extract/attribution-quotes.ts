import type { Block, Sentence, Token } from "../core/index.ts";

/** A stretch between quotation marks; tokens, marks included. */
export interface Quotation {
  readonly open: number;
  /** Last token: the closing mark, or the last token of the block where none follows. */
  readonly close: number;
  /** Whether a closing mark was found; a quotation over several paragraphs is closed in its last one only. */
  readonly closed: boolean;
}

export interface Quotations {
  /** Outermost ones, in text order; they never overlap. */
  readonly list: readonly Quotation[];
  /** Index into `list` of the quotation that holds a token, marks included, or -1. */
  readonly of: Int32Array;
  /** For an opening mark the token of its closing mark, for a closing mark its opening one, at any depth; else -1. */
  readonly partner: Int32Array;
  /** Quotations inside quotations. */
  readonly nested: readonly Quotation[];
}

type Role = "open" | "close" | "either" | "none";

const DOUBLE: Readonly<Record<string, Role>> = {
  "“": "open",
  "„": "open",
  "``": "open",
  "«": "open",
  "”": "close",
  "»": "close",
  '"': "either",
  "''": "either",
  "’’": "either",
};
const SINGLE: Readonly<Record<string, Role>> = { "‘": "open", "`": "open", "’": "close", "'": "either" };

/** Pairs the quotation marks of a document, block by block; apostrophes and feet are not marks. */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  blocks: readonly Block[],
): Quotations {
  const of = new Int32Array(tokens.length).fill(-1);
  const partner = new Int32Array(tokens.length).fill(-1);
  const list: Quotation[] = [];
  const nested: Quotation[] = [];
  const firstOfBlock = new Int32Array(blocks.length + 1).fill(-1);
  const endOfBlock = new Int32Array(blocks.length + 1).fill(-1);
  for (const sentence of sentences) {
    if (firstOfBlock[sentence.block]! < 0) firstOfBlock[sentence.block] = sentence.firstToken;
    endOfBlock[sentence.block] = sentence.endToken;
  }

  const addOuter = (open: number, close: number, closed: boolean): void => {
    for (let t = open; t <= close; t++) of[t] = list.length;
    list.push({ open, close, closed });
  };

  for (let block = 0; block < blocks.length; block++) {
    const first = firstOfBlock[block]!;
    const end = endOfBlock[block]!;
    if (first < 0) continue;
    let double = -1;
    let single = -1;
    for (let t = first; t < end; t++) {
      const form = tokens[t]!.form;
      const doubled = tokens[t + 1]?.form === form && tokens[t + 1]!.start === tokens[t]!.end && t + 1 < end;
      let role = DOUBLE[form] ?? (doubled && form in SINGLE ? DOUBLE[form + form] : undefined);
      if (role) {
        const last = form in DOUBLE ? t : t + 1;
        if (role === "either") role = roleOf(text, tokens[t]!.start, tokens[last]!.end, double >= 0);
        if (role === "open" && double >= 0) {
          // A new opening mark where one is open: the first was never closed.
          addOuter(double, t - 1, false);
          double = t;
        } else if (role === "open") double = t;
        else if (role === "close" && double >= 0) {
          partner[double] = last;
          partner[last] = double;
          addOuter(double, last, true);
          double = -1;
        }
        if (role !== "none") single = -1;
        t = last;
        continue;
      }
      role = SINGLE[form];
      if (!role) continue;
      if (role !== "open") role = roleOf(text, tokens[t]!.start, tokens[t]!.end, single >= 0);
      if (role === "open" && closesLater(text, tokens, t, end)) single = t;
      else if (role === "close" && single >= 0) {
        partner[single] = t;
        partner[t] = single;
        if (double < 0) addOuter(single, t, true);
        else nested.push({ open: single, close: t, closed: true });
        single = -1;
      }
    }
    if (double >= 0) addOuter(double, end - 1, false);
  }
  return { list, of, partner, nested };
}

/** The quotations as someone sees them who stands inside the outermost ones. */
export function insideQuotations({ of, nested }: Quotations): Quotations {
  const inside = { of: new Int32Array(of.length).fill(-1), partner: new Int32Array(of.length).fill(-1) };
  for (const [index, { open, close }] of nested.entries()) {
    inside.of.fill(index, open, close + 1);
    inside.partner[open] = close;
    inside.partner[close] = open;
  }
  return { list: nested, nested: [], ...inside };
}

/** Reads a mark that looks the same at both ends by the blanks around it. */
function roleOf(text: string, start: number, end: number, isOpen: boolean): Role {
  const before = start === 0 || /[\s([{—–-]/.test(text[start - 1]!);
  const after = end >= text.length || /[\s)\]}.,;:!?—–-]/.test(text[end]!);
  if (before && !after) return "open";
  if (after && !before) return isOpen ? "close" : "none";
  if (before && after) return isOpen ? "close" : "open";
  // Inside a word or between a mark and a word: an apostrophe, or a mark right after a full stop.
  return isOpen && /[.,!?]/.test(text[start - 1]!) ? "close" : "none";
}

function closesLater(text: string, tokens: readonly Token[], open: number, end: number): boolean {
  for (let t = open + 1; t < end && t < open + 80; t++) {
    const { form, start, end: stop } = tokens[t]!;
    if ((form === "'" || form === "’") && roleOf(text, start, stop, true) === "close") return true;
    if (DOUBLE[form]) return false;
  }
  return false;
}
