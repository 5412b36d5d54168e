import { type Arcs, attach } from "./sentence-arcs.ts";

/** Relations that tie a phrase to the sentence, the surest first. */
const OUTER = ["nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "obl", "nmod:poss", "nmod", "conj", "appos"];

/** Posts in capitals: "AG Jane Roe", "VP Jane Roe". */
const SHORT_POST = /^\p{Lu}{2,3}$/u;

/**
 * Makes the name the head of "Ohio Gov. Jane Roe" and "party leader Jane Roe": the words before it, from the first
 * adjective or noun that stands with them, describe it. Greedy parsers see the place or the title first and often give
 * it, or both, what belongs to the name.
 *
 * @param isTitle whether a form is a title or post ("Gov.", "Senator")
 */
export function headTitledNames(arcs: Arcs, forms: readonly string[], isTitle: (form: string) => boolean): void {
  const count = forms.length;
  for (let name = 1; name < count; name++) {
    if (arcs.pos(name) !== "PROPN" || isTitle(forms[name]!)) continue;
    const title = name - 1;
    const sure = isTitle(forms[title]!) && /^\p{Lu}/u.test(forms[title]!);
    const isPost = arcs.pos(title) === "NOUN" || SHORT_POST.test(forms[title]!);
    if (!sure && !(isPost && isTied(arcs, title, name))) continue;
    let end = name + 1;
    while (end < count && arcs.pos(end) === "PROPN" && !isTitle(forms[end]!)) end++;
    // One bare word after a common noun is as often something else ("the week Roe won").
    if (!sure && end - name < 2) continue;
    // "Ohio Attorney General's office": what has a possessor's mark inside is no such phrase.
    headBy(arcs, runStart(arcs, title), title, name, end);
    name = end - 1;
  }
}

/** Whether the parse already has the noun and the name as one flat phrase, or gives both the same place. */
function isTied(arcs: Arcs, title: number, name: number): boolean {
  const { heads } = arcs;
  if (heads[name] === title) return arcs.relation(name) === "flat";
  if (heads[title] === name) return false;
  return heads[name] === heads[title] && arcs.relation(name) === arcs.relation(title) && arcs.relation(name) !== "conj";
}

/** Where the words that describe the name begin. */
function runStart(arcs: Arcs, title: number): number {
  let start = title;
  while (start > 0) {
    const pos = arcs.pos(start - 1);
    if (pos !== "PROPN" && pos !== "NOUN" && pos !== "ADJ") break;
    // An object before a titled name is another phrase: "told reporters President Roe".
    const head = arcs.heads[start - 1]!;
    if (pos === "NOUN" && (head < start || head > title)) break;
    start--;
  }
  return start;
}

function headBy(arcs: Arcs, start: number, title: number, name: number, end: number): void {
  const { heads } = arcs;
  const inside = (word: number): boolean => word >= start && word < end;
  const outer: number[] = [];
  for (let i = start; i < end; i++) if (!inside(heads[i]!)) outer.push(i);
  const chosen = outer.length === 0 ? -1 : outer.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  if (chosen < 0 || (chosen === name && outer.length === 1)) return;
  const [head, relation] = [heads[chosen]!, arcs.relation(chosen)];
  // A head that itself hangs on the phrase by another of its words would close a ring.
  for (let at = head, steps = 0; at >= 0 && steps <= heads.length; at = heads[at]!, steps++) if (inside(at)) return;
  heads[name] = head;
  arcs.relate(name, relation);
  for (let i = start; i < name; i++) {
    if (i === title) attach(arcs, i, name, "nmod:desc");
    else if (!inside(heads[i]!) || heads[i]! >= name || ringed(i))
      attach(arcs, i, title, arcs.pos(i) === "ADJ" ? "amod" : "compound");
  }
  for (let i = name + 1; i < end; i++) attach(arcs, i, name, "flat");
  for (let i = 0; i < heads.length; i++)
    if (!inside(i) && heads[i]! >= start && heads[i]! < end && heads[i] !== name && !isInner(i)) heads[i] = name;

  function rank(word: number): number {
    if (heads[word]! < 0) return -1;
    const place = OUTER.indexOf(arcs.relation(word));
    return place < 0 ? OUTER.length : place;
  }
  /** Whether following heads from the word comes back to it before it reaches the title. */
  function ringed(word: number): boolean {
    let at = heads[word]!;
    for (let steps = 0; steps <= end - start; steps++) {
      if (at === title || at === name) return false;
      if (at < 0 || !inside(at)) return true;
      at = heads[at]!;
    }
    return true;
  }
  /** Determiners and marks stay with the word that they stand at. */
  function isInner(word: number): boolean {
    const by = arcs.relation(word);
    return word > start - 3 && word < name && (by === "punct" || by === "det");
  }
}
