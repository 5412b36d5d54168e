import type { NameForm, WordIndex } from "./name-forms.ts";
import type { UnionFind } from "./union-find.ts";

/** Shorter words differ by a letter without being misspelt. */
const SHORTEST = 6;
/** What is written so more often is meant so. */
const MOST_MENTIONS = 2;

/**
 * Puts slips of the pen with what they mean: "Untied Nations", "Lindqvst" where the document has "Ann Lindqvist" twice. A
 * slip stands alone, is rare, keeps its first letter, and is one letter, or two letters changed about, from the name of
 * a person or organization that the document has more often.
 */
export function linkMisspelt(forms: readonly NameForm[], sets: UnionFind, index: WordIndex): void {
  const bySurname = indexSurnames(forms);
  const sizes = new Map<number, number>();
  forms.forEach((form, f) => {
    const root = sets.find(f);
    sizes.set(root, (sizes.get(root) ?? 0) + form.mentions.length);
  });
  forms.forEach((form, f) => {
    const own = sizes.get(sets.find(f))!;
    if (own > MOST_MENTIONS || own > form.mentions.length || form.canonical !== undefined) return;
    const hosts = new Set<number>();
    // All words but one must be there, so that the first or the second finds a name of several.
    const near = isSurname(form)
      ? (bySurname.get(form.words[0]![0]!) ?? [])
      : form.words.slice(0, 2).flatMap((word) => index.get(word) ?? []);
    for (const h of near) {
      const size = sizes.get(sets.find(h))!;
      if (sets.find(h) !== sets.find(f) && size > own && isSlipOf(form, forms[h]!)) hosts.add(sets.find(h));
    }
    if (hosts.size === 1) sets.union(f, [...hosts][0]!);
  });
}

/** Full names of persons by the first letter of the last word. */
function indexSurnames(forms: readonly NameForm[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  forms.forEach(({ type, words }, f) => {
    if (type !== "person" || words.length < 2) return;
    const initial = words.at(-1)![0]!;
    const list = index.get(initial);
    if (list) list.push(f);
    else index.set(initial, [f]);
  });
  return index;
}

function isSurname({ type, words }: NameForm): boolean {
  return type === "person" && words.length === 1;
}

function isSlipOf(slip: NameForm, name: NameForm): boolean {
  if (slip.type === "place" || name.type === "place" || (slip.type === "person") !== (name.type === "person"))
    return false;
  // A surname alone may be a slip of the surname of a full name; of other names every word must be there.
  const words = isSurname(slip) ? name.words.slice(-1) : name.words;
  if (words.length !== slip.words.length || name.words.length < 2) return false;
  const different = words.findIndex((word, w) => word !== slip.words[w]);
  if (different < 0 || words.some((word, w) => w > different && word !== slip.words[w])) return false;
  return isOneSlipApart(words[different]!, slip.words[different]!);
}

/** Whether one word becomes the other by a letter left out, put in, replaced, or changed about with the next. */
function isOneSlipApart(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
