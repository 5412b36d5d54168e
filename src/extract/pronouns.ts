import type { Gender } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

export type PronounKind = "he" | "she" | "it" | "they" | "i" | "we" | "you" | "relative";

/** What a pronoun's form says of its antecedent. */
export interface Pronoun {
  readonly kind: PronounKind;
  readonly plural: boolean;
  readonly gender: Gender;
  readonly possessive: boolean;
  readonly reflexive: boolean;
}

const FORMS: readonly (readonly [kind: PronounKind, plural: boolean, gender: Gender, forms: string])[] = [
  ["he", false, "male", "he him his himself"],
  ["she", false, "female", "she her hers herself"],
  ["it", false, "neuter", "it its itself"],
  ["they", true, "unknown", "they them their theirs themselves themself 'em"],
  ["i", false, "unknown", "i me my mine myself"],
  ["we", true, "unknown", "we us our ours ourselves"],
  ["you", false, "unknown", "you your yours yourself yourselves"],
];

const POSSESSIVE = new Set("his her hers its their theirs my mine our ours your yours whose".split(" "));
/** Words that open a relative clause; "that" opens others too. */
export const RELATIVE: ReadonlySet<string> = new Set(["who", "whom", "whose", "which", "that"]);
const PERSONAL = new Map<string, Pronoun>();
for (const [kind, plural, gender, forms] of FORMS) {
  for (const form of forms.split(" ")) {
    const reflexive = /sel(f|ves)$/.test(form);
    PERSONAL.set(form, { kind, plural, gender, possessive: POSSESSIVE.has(form), reflexive });
  }
}

/**
 * Reads the token as a pronoun that points to something, or gives undefined. "It" that points to nothing ("it rains",
 * marked `expl` in the tree) is none; "who", "which" and "that" are where they open a relative clause.
 */
export function readPronoun(tree: Tree, token: number): Pronoun | undefined {
  const xpos = tree.xpos(token);
  const form = tree.form(token).toLowerCase();
  if (xpos === "PRP" || xpos === "PRP$") {
    if (tree.rel(token) === "expl") return undefined;
    const pronoun = PERSONAL.get(form);
    // "her" as an object is no possessive; the tag tells them apart.
    return pronoun && form === "her" ? { ...pronoun, possessive: xpos === "PRP$" } : pronoun;
  }
  if ((xpos === "WP" || xpos === "WDT" || xpos === "WP$") && RELATIVE.has(form) && findRelativeHead(tree, token) >= 0) {
    return {
      kind: "relative",
      plural: false,
      gender: form === "which" ? "neuter" : "unknown",
      possessive: form === "whose",
      reflexive: false,
    };
  }
  return undefined;
}

/** The noun that a relative pronoun's clause describes: the head of the nearest `acl:relcl` above it, or -1. */
export function findRelativeHead(tree: Tree, token: number): number {
  for (let t = token, steps = 0; t >= 0 && steps < 8; t = tree.head(t), steps++) {
    if (tree.dep(t) === "acl:relcl") {
      const head = tree.head(t);
      return head < token ? head : -1;
    }
    // A pronoun belongs to the innermost clause only.
    if (t !== token && (tree.rel(t) === "ccomp" || tree.rel(t) === "advcl" || tree.rel(t) === "parataxis")) return -1;
  }
  return -1;
}
