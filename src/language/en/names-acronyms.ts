import type { Name } from "../../core/index.ts";
import type { NamesView } from "./names-features.ts";

/** Longest acronym that is looked up in brackets, in letters. */
const LONGEST_ACRONYM = 8;

/** "Bay Fishing Board (BFB)": every BFB of the document is a name of the full name's type. */
export function tieAcronyms(view: NamesView, given: readonly Name[]): Name[] {
  let names = given;
  const { tokens } = view.doc;
  const types = new Map<string, Name["type"]>();
  const found: Name[] = [];
  const byEnd = new Map(names.map((name) => [name.endToken, name]));
  for (let i = 1; i + 2 < tokens.length; i++) {
    if (tokens[i]!.form !== "(" || tokens[i + 2]!.form !== ")") continue;
    const acronym = tokens[i + 1]!.form;
    if (acronym.length > LONGEST_ACRONYM || !/^\p{Lu}[\p{L}.&]*\p{Lu}$/u.test(acronym)) continue;
    const full = byEnd.get(i);
    if (full && shortens(acronym, view, full)) types.set(acronym, full.type);
    else {
      const whole = spelledOut(acronym, view, i, full);
      if (!whole) continue;
      types.set(acronym, whole.type);
      found.push(whole);
    }
  }
  if (found.length > 0) {
    const overlaps = (a: Name) => found.some((b) => a.firstToken < b.endToken && b.firstToken < a.endToken);
    names = [...names.filter((name) => !overlaps(name)), ...found].sort((a, b) => a.start - b.start);
  }
  if (types.size === 0) return [...names];
  const tied: Name[] = [];
  const covered = new Uint8Array(tokens.length);
  for (const name of names) {
    covered.fill(1, name.firstToken, name.endToken);
    const type = name.endToken - name.firstToken === 1 ? types.get(tokens[name.firstToken]!.form) : undefined;
    tied.push(type ? { ...name, type } : name);
  }
  for (let t = 0; t < tokens.length; t++) {
    const type = covered[t] ? undefined : types.get(tokens[t]!.form);
    if (!type) continue;
    const { start, end } = tokens[t]!;
    tied.push({ start, end, type, firstToken: t, endToken: t + 1, score: 0.9 });
  }
  return tied.sort((a, b) => a.start - b.start);
}

/** "the main agency Bay Central News Agency (BCNA)": the words before the bracket that the acronym's letters begin. */
function spelledOut(acronym: string, { doc, first }: NamesView, end: number, full: Name | undefined): Name | undefined {
  const letters = acronym.replace(/[^\p{L}]/gu, "");
  if (letters.length < 3 || letters !== letters.toUpperCase()) return undefined;
  let left = letters.length;
  let start = end;
  while (left > 0 && start > first[end - 1]!) {
    const { form } = doc.tokens[--start]!;
    if (form[0] === letters[left - 1]) left--;
    else if (!/^(?:of|the|for|and|&|on|in|-)$/.test(form)) return undefined;
  }
  if (left > 0) return undefined;
  return {
    start: doc.tokens[start]!.start,
    end: doc.tokens[end - 1]!.end,
    type: full?.type === "law" || full?.type === "event" ? full.type : "organization",
    firstToken: start,
    endToken: end,
    score: 0.9,
  };
}

/** Whether an acronym in brackets after the name begins with the letter of this word: "UK | Bay Fishing Board (BFB)". */
export function startsAcronym({ doc: { tokens } }: NamesView, first: number, end: number): boolean {
  return tokens[end]?.form === "(" && tokens[end + 1]?.form[0] === tokens[first]!.form[0];
}

/** Whether the acronym's letters are initials of the name's words, small words counted or not. */
function shortens(acronym: string, { doc }: NamesView, full: Name): boolean {
  if (full.endToken - full.firstToken < 2) return false;
  const letters = acronym.replace(/[^\p{L}]/gu, "").toUpperCase();
  const words = doc.tokens.slice(full.firstToken, full.endToken).map((token) => token.form);
  const initials = (pattern: RegExp): string =>
    words
      .filter((word) => pattern.test(word))
      .map((word) => word[0]!.toUpperCase())
      .join("");
  return initials(/^\p{Lu}/u) === letters || initials(/^\p{L}/u) === letters;
}
