import type { RelationContext } from "./relation-context.ts";

/** Longest stretch between two persons of one list: "(R-Ohio), ", " of Texas and ". */
const GAP = 7;

/** The person and those listed after: "Jane Doe (R-Ohio), John Roe of Texas and Ann Lee". */
export function listedPersons(context: RelationContext, first: number): number[] {
  const { tree, mentions, doc } = context;
  const list = [first];
  for (let at = first; ; ) {
    const start = mentions[at]!.endToken;
    const limit = Math.min(start + GAP, doc.sentences[tree.sentence(start - 1)]!.endToken);
    const next = nextPerson(context, start, limit);
    if (next < 0) break;
    list.push(next);
    at = next;
  }
  // "Ann Lee, Bob Roe said …" without "and" is two clauses.
  const last = list[list.length - 1]!;
  const joined = list.length > 1 && tree.form(mentions[last]!.firstToken - 1);
  return list.length > 1 && (joined === "and" || joined === "or" || joined === "&" || list.length > 2) ? list : [first];
}

/** The person named next if only commas, "and", brackets and a place stand between; -1 otherwise. */
function nextPerson(context: RelationContext, start: number, limit: number): number {
  const { tree } = context;
  let separated = false;
  let depth = 0;
  for (let t = start; t < limit; t++) {
    const name = context.nameStartingAt(t);
    const form = tree.form(t);
    if (name >= 0 && depth === 0 && separated && context.typeOf(name) === "person") return name;
    if (form === "(" || form === "[") depth++;
    else if (form === ")" || form === "]") depth--;
    else if (depth > 0) continue;
    else if (form === "," || form === "and" || form === "or" || form === "&" || form === ";") separated = true;
    else if (
      form !== "of" &&
      form !== "from" &&
      (context.nameAt(t) < 0 || context.typeOf(context.nameAt(t)) !== "place")
    )
      return -1;
  }
  return -1;
}
