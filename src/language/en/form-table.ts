import { hashText } from "../hashing.ts";
import type { Clusters } from "./clusters.ts";

/** Columns of a form's row: what taggers and parsers look at, as hashes or small numbers. */
export const FORM = 0;
export const LOWER = 1;
export const SUFFIX_1 = 2;
export const SUFFIX_2 = 3;
export const SUFFIX_3 = 4;
export const SUFFIX_4 = 5;
export const PREFIX_1 = 6;
export const PREFIX_2 = 7;
export const PREFIX_3 = 8;
export const PREFIX_4 = 9;
export const SHAPE = 10;
export const FINE = 11;
export const MIDDLE = 12;
export const COARSE = 13;
/** Class of tags that the word was seen with; 0 for rare words. */
export const AMBIGUITY = 14;
/** 0 no capital, 1 first letter, 2 all letters, 3 mixed. */
export const CAPITALS = 15;
export const STRIDE = 16;

/** Rows of the places before and after a sentence. */
export const BEFORE = 0;
export const AFTER = 1;

/** No document has that many forms; a stream of documents may. */
const MOST_FORMS = 200_000;

/** Rows of numbers for word forms, worked out once a form. Not shared between models with different word lists. */
export interface FormTable {
  /** Row numbers of a sentence's forms. */
  rowsOf(forms: readonly string[]): Int32Array;
  /** All rows, `STRIDE` numbers each. Asked for anew after each `rowsOf`: it may have grown. */
  readonly rows: Int32Array;
}

/** Digits count as 0, curly quotes, dashes and the ellipsis as their ASCII forms: what differs only there behaves the same. */
export function foldForm(form: string): string {
  if (!/[\d\u2010-\u2026]|^``$|^''$/.test(form)) return form;
  return form
    .replace(/\d/g, "0")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]|``|^''$/g, '"')
    .replace(/[—–―]/g, "--")
    .replace(/‐|‑/g, "-")
    .replace(/…/g, "...");
}

/**
 * @param clusters word classes
 * @param ambiguity class of a folded, lower-cased form, 0 where there is none
 */
export function createFormTable(clusters: Clusters, ambiguity: (lower: string) => number): FormTable {
  let rows = new Int32Array(1024 * STRIDE);
  let known = new Map<string, number>();
  let size = 0;
  const reset = (): void => {
    known = new Map();
    rows.fill(-1, 0, STRIDE);
    rows.fill(-2, STRIDE, 2 * STRIDE);
    for (const column of [FINE, MIDDLE, COARSE, AMBIGUITY, CAPITALS]) {
      rows[column] = 0;
      rows[STRIDE + column] = 0;
    }
    size = 2;
  };
  reset();

  const add = (form: string): number => {
    if ((size + 1) * STRIDE > rows.length) {
      const larger = new Int32Array(rows.length * 2);
      larger.set(rows);
      rows = larger;
    }
    const row = size++;
    fillRow(rows.subarray(row * STRIDE, (row + 1) * STRIDE), form, clusters, ambiguity);
    known.set(form, row);
    return row;
  };
  return {
    rowsOf: (forms) => {
      if (size + forms.length > MOST_FORMS) reset();
      const result = new Int32Array(forms.length);
      for (let i = 0; i < forms.length; i++) result[i] = known.get(forms[i]!) ?? add(forms[i]!);
      return result;
    },
    get rows() {
      return rows;
    },
  };
}

function fillRow(row: Int32Array, form: string, clusters: Clusters, ambiguity: (lower: string) => number): void {
  const folded = foldForm(form);
  const lower = folded.toLowerCase();
  row[FORM] = hashText(folded);
  row[LOWER] = hashText(lower);
  for (let length = 1; length <= 4; length++) {
    row[SUFFIX_1 + length - 1] = lower.length > length ? hashText(lower.slice(-length)) : 0;
    row[PREFIX_1 + length - 1] = lower.length > length ? hashText(lower.slice(0, length)) : 0;
  }
  row[SHAPE] = hashText(shapeOf(folded));
  row[FINE] = clusters.fine(lower);
  row[MIDDLE] = clusters.middle(lower);
  row[COARSE] = clusters.coarse(lower);
  row[AMBIGUITY] = ambiguity(lower);
  row[CAPITALS] = capitalsOf(folded);
}

/** `Xx`, `X`, `x-x`, `0.0`: runs of like characters, at most two kept. */
function shapeOf(form: string): string {
  let shape = "";
  for (const character of form.slice(0, 24)) {
    const kind = /\p{Lu}/u.test(character)
      ? "X"
      : /\p{L}/u.test(character)
        ? "x"
        : /\p{N}/u.test(character)
          ? "0"
          : character;
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape;
}

function capitalsOf(form: string): number {
  const upper = form.match(/\p{Lu}/gu)?.length ?? 0;
  if (upper === 0) return 0;
  const letters = form.match(/\p{L}/gu)!.length;
  if (upper === letters) return letters === 1 ? 1 : 2;
  return /^\P{L}*\p{Lu}\P{Lu}*$/u.test(form) ? 1 : 3;
}
