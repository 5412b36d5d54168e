import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";

/** The two sides of a case as its name gives them: "Miller v. Texas". */
export interface Lawsuit {
  readonly plaintiff: number;
  readonly defendant: number;
  /** Token of the "v". */
  readonly token: number;
}

const LEGAL = new Set(["case", "lawsuit", "suit", "court", "ruling", "judge"]);

/** Names of cases. "vs." counts only beside a legal word, for teams are said to meet so, too. */
export function findLawsuits(tree: Tree, actors: Actors): Lawsuit[] {
  const { tokens } = tree.doc;
  const found: Lawsuit[] = [];
  for (let t = 1; t + 1 < tokens.length; t++) {
    const form = tree.form(t).toLowerCase().replace(/\.$/, "");
    if (form !== "v" && !(form === "vs" && isLegal(t))) continue;
    // Sentence splitters take the dot for an end.
    const next = tree.form(t + 1) === "." ? t + 2 : t + 1;
    if (next >= tokens.length || !actors.isInName(t - 1) || !actors.isInName(next)) continue;
    const [plaintiff, defendant] = [actors.mentionAt(t - 1), actors.mentionAt(next)];
    if (plaintiff >= 0 && defendant >= 0) found.push({ plaintiff, defendant, token: t });
  }
  return found;

  function isLegal(token: number): boolean {
    const { firstToken, endToken } = tree.doc.sentences[tree.sentence(token)]!;
    for (let t = firstToken; t < endToken; t++) if (LEGAL.has(tree.lemma(t))) return true;
    return false;
  }
}
