import type { RelationContext } from "./relation-context.ts";

/** Verbs after which a noun of role says what somebody became. */
export const APPOINTING: ReadonlySet<string> = new Set(
  "appoint name elect nominate serve work act promote install pick choose tap hire become remain".split(" "),
);
/** Short for several people: "Sens. Jane Doe and John Roe". */
export const PLURAL_TITLES = /^(?:sens|reps|govs)$/;
/** How far a title may stretch, in tokens. */
const REACH = 12;

/** Whether the token is a common noun of role outside of names: "official", "Senator", "lawyer". */
export function isRole(context: RelationContext, token: number): boolean {
  const { tree, options, doc } = context;
  const pos = tree.pos(token);
  if (context.nameAt(token) >= 0 || /S$/.test(tree.xpos(token))) return false;
  const word = tree.lemma(token).toLowerCase().replace(/\.$/, "");
  if (PLURAL_TITLES.test(word)) return false;
  const isPerson = options.roles.get(word)?.type === "person";
  if (pos === "NOUN") return isPerson;
  if (pos === "PROPN") return isPerson || options.titles.has(word);
  // "a foreign affairs official," is often tagged as an adjective, but no noun follows it.
  return (
    pos === "ADJ" && isPerson && token + 1 < doc.tokens.length && !/^(?:NOUN|PROPN|ADJ)$/.test(tree.pos(token + 1))
  );
}

export function roleIn(context: RelationContext, first: number, end: number): number {
  for (let t = end - 1; t >= first; t--) if (isRole(context, t)) return t;
  return -1;
}

/** First token of the run of modifiers that ends before `end`: "former", "US Secretary of State". */
export function premodifierStart(context: RelationContext, end: number): number {
  const { tree, doc } = context;
  const bottom = Math.max(end - REACH, doc.sentences[tree.sentence(end)]!.firstToken);
  let first = end;
  for (let t = end - 1; t >= bottom; t--) {
    const pos = tree.pos(t);
    const form = tree.form(t);
    // "the nominee's | daughter": what stands before says who the nominee is.
    if (tree.xpos(t) === "POS" && t > bottom && context.nameAt(t - 1) < 0) break;
    if (pos === "NOUN" || pos === "PROPN" || pos === "ADJ" || form === "-" || form === "." || tree.xpos(t) === "POS")
      first = t;
    // Only what is somebody's post goes on before "of": "Secretary of State", not "the home of editor".
    else if (pos === "ADP" && /^(?:of|for)$/i.test(form) && t > bottom && first < end && isRole(context, t - 1))
      first = t;
    else if (pos === "VERB" && /^VB[NG]$/.test(tree.xpos(t)) && tree.rel(t) === "amod") first = t;
    else break;
  }
  return first;
}

/** One past the last token of the role's phrase. */
export function roleEnd({ tree, doc }: RelationContext, role: number): number {
  const sentenceEnd = doc.sentences[tree.sentence(role)]!.endToken;
  let end = role + 1;
  while (end < sentenceEnd && end - role < REACH) {
    const pos = tree.pos(end);
    if (pos === "PUNCT" && tree.form(end) !== "-") break;
    if (pos === "VERB" || pos === "AUX" || pos === "SCONJ" || (pos === "PRON" && tree.xpos(end) !== "PRP$")) break;
    end++;
  }
  return end;
}
