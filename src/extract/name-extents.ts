import type { Name } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

/** Words in lower case that a long name may hold. */
const INNER = new Set(["of", "for", "the", "and", "in", "on", "&"]);
const LONGEST = 10;

/**
 * Gives names the words that belong to them: the number behind a hyphen ("EB | -5"), and all words whose initials are an
 * acronym of the same document: where ISIL is written, "Islamic State | of | Iraq | and the | Levant" is one name.
 */
export function extendNames(tree: Tree, names: readonly Name[]): Name[] {
  const acronyms = new Set(tree.doc.tokens.map(({ form }) => form).filter((form) => /^\p{Lu}{3,7}$/u.test(form)));
  const extended: Name[] = [];
  for (const found of names) {
    const name = acronyms.size > 0 ? fromFirstWord(tree, found, acronyms) : found;
    while (extended.length > 0 && extended[extended.length - 1]!.firstToken >= name.firstToken) extended.pop();
    const before = extended[extended.length - 1];
    if (before && name.firstToken < before.endToken) continue;
    const end = Math.max(numberBehind(tree, name), acronyms.size > 0 ? spelledEnd(tree, name, acronyms) : 0);
    if (end <= name.endToken) extended.push(name);
    else {
      const isLong = end > name.endToken + 2;
      extended.push({
        ...name,
        endToken: end,
        end: tree.doc.tokens[end - 1]!.end,
        type: isLong ? "organization" : name.type,
      });
    }
  }
  return extended;
}

/** "Food and | Drug Administration", where FDA is written: an organization's name may begin before what was found of it. */
function fromFirstWord(tree: Tree, name: Name, acronyms: ReadonlySet<string>): Name {
  if (name.type !== "organization" || name.endToken - name.firstToken < 2) return name;
  const { tokens, sentences } = tree.doc;
  const limit = Math.max(name.firstToken - 4, sentences[tree.sentence(name.firstToken)]!.firstToken);
  const words = tokens.slice(name.firstToken, name.endToken).filter(({ form }) => !INNER.has(form));
  let initials = words.map(({ form }) => form[0]!).join("");
  for (let t = name.firstToken - 1; t >= limit; t--) {
    const { form, start } = tokens[t]!;
    if (INNER.has(form)) continue;
    if (!/^\p{Lu}\p{Ll}+$/u.test(form)) break;
    initials = form[0]! + initials;
    if (acronyms.has(initials)) return { ...name, firstToken: t, start };
  }
  return name;
}

function numberBehind(tree: Tree, { endToken }: Name): number {
  const { tokens } = tree.doc;
  const [last, hyphen, number] = [tokens[endToken - 1]!, tokens[endToken], tokens[endToken + 1]];
  if (!hyphen || !number || !/^[-–]$/.test(hyphen.form) || !/^\d{1,3}\p{Lu}?$/u.test(number.form)) return 0;
  return last.end === hyphen.start && hyphen.end === number.start && /^\p{Lu}{1,5}$/u.test(last.form)
    ? endToken + 2
    : 0;
}

/** End of the words from the name's first on whose initials spell an acronym, 0 where none do. */
function spelledEnd(tree: Tree, { firstToken, endToken }: Name, acronyms: ReadonlySet<string>): number {
  const { tokens, sentences } = tree.doc;
  const limit = Math.min(firstToken + LONGEST, sentences[tree.sentence(firstToken)]!.endToken);
  let initials = "";
  let found = 0;
  for (let t = firstToken; t < limit; t++) {
    const { form } = tokens[t]!;
    if (INNER.has(form)) {
      // "Acme and Bell": a list has nothing before its "and" that would hold it together.
      if (form === "and" && !tokens.slice(firstToken, t).some((token) => INNER.has(token.form))) break;
      continue;
    }
    if (!/^\p{Lu}[\p{L}'’]*$/u.test(form)) break;
    // "UN High Commissioner for Refugees" is UNHCR.
    initials += /^\p{Lu}{2,4}$/u.test(form) ? form : form[0]!;
    if (t >= endToken && initials.length > 3 && acronyms.has(initials)) found = t + 1;
  }
  return found;
}
