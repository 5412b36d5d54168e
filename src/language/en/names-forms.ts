import { hashText, mix } from "../hashing.ts";
import type { Clusters } from "./clusters.ts";
import { type Gazetteer, WORD } from "./gazetteer.ts";

/** Words from this class of rank on (`FormFacts.rank`) are rare. */
export const RARE = 5;

/** What the name tagger knows of a word form wherever it stands; worked out once a form. */
export interface FormFacts {
  /** The form with straight quotes. */
  readonly form: number;
  /** Lower-cased, digits folded. */
  readonly lower: number;
  readonly lowerText: string;
  readonly shape: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix3: number;
  readonly fine: number;
  readonly middle: number;
  readonly coarse: number;
  /** How common the lower-cased word is in newswire: 0 unknown, 1 commonest … 6. */
  readonly rank: number;
  /** Bits of `WORD`. */
  readonly words: number;
  readonly caps: Caps;
  /** May join the parts of a name: "of", "the", "de". */
  readonly connects: boolean;
}

export const CAPS = { none: 0, initial: 1, all: 2, mixed: 3, digit: 4, other: 5 } as const;
export type Caps = (typeof CAPS)[keyof typeof CAPS];

const CONNECTORS = new Set([
  "of",
  "the",
  "for",
  "and",
  "&",
  "de",
  "la",
  "du",
  "del",
  "des",
  "al",
  "bin",
  "von",
  "van",
  "der",
  "on",
  "in",
  "-",
]);
const MAX_KNOWN = 100_000;

/** Facts of forms, remembered; the memory is emptied when it grows beyond a hundred thousand forms. */
export function createFormFacts(clusters: Clusters, gazetteer: Gazetteer): (form: string) => FormFacts {
  const known = new Map<string, FormFacts>();
  return (form) => {
    let facts = known.get(form);
    if (!facts) {
      if (known.size >= MAX_KNOWN) known.clear();
      facts = factsOf(form, clusters, gazetteer);
      known.set(form, facts);
    }
    return facts;
  };
}

function factsOf(raw: string, clusters: Clusters, gazetteer: Gazetteer): FormFacts {
  const form = raw.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-");
  const lowerText = form.toLowerCase();
  const lower = lowerText.replace(/\d/g, "0");
  const rank = clusters.rank(lowerText);
  return {
    form: hashText(form),
    lower: hashText(lower),
    lowerText,
    shape: hashText(shapeOf(form)),
    suffix2: hashText(lower.slice(-2)),
    suffix3: hashText(lower.slice(-3)),
    suffix4: hashText(lower.slice(-4)),
    prefix3: mix(hashText(lower.slice(0, 3)), 3),
    fine: clusters.fine(lowerText),
    middle: clusters.middle(lowerText),
    coarse: clusters.coarse(lowerText),
    rank: rank < 0 ? 0 : rank < 300 ? 1 : rank < 1500 ? 2 : rank < 5000 ? 3 : rank < 15_000 ? 4 : rank < 40_000 ? 5 : 6,
    words: gazetteer.word(form) | hyphenatedDemonym(form, gazetteer),
    caps: capsOf(form),
    connects: CONNECTORS.has(lowerText),
  };
}

/** "Syrian-American", "Lebanese-born": the tokenizer may keep such words whole. */
function hyphenatedDemonym(form: string, gazetteer: Gazetteer): number {
  const hyphen = form.lastIndexOf("-");
  return hyphen > 0 ? gazetteer.word(form.slice(hyphen + 1)) & (WORD.adjective | WORD.people) : 0;
}

function capsOf(form: string): Caps {
  if (/^\p{Lu}/u.test(form)) {
    if (form.length === 1 || /^\p{Lu}\.$/u.test(form)) return CAPS.initial;
    if (!/\p{Ll}/u.test(form)) return CAPS.all;
    return /^\p{Lu}[^\p{Lu}]*$/u.test(form) ? CAPS.initial : CAPS.mixed;
  }
  if (/\p{Lu}/u.test(form)) return CAPS.mixed;
  if (/\d/.test(form)) return CAPS.digit;
  return /\p{L}/u.test(form) ? CAPS.none : CAPS.other;
}

/** "McCain" → "XxXx", "U.S." → "X.X.", "2016" → "dd", "Trump" → "Xxx": runs of more than two letters are cut to two. */
function shapeOf(form: string): string {
  let shape = "";
  let last = "";
  let run = 0;
  for (const character of form.slice(0, 24)) {
    const kind = /\p{Lu}/u.test(character)
      ? "X"
      : /\p{L}/u.test(character)
        ? "x"
        : /\d/.test(character)
          ? "d"
          : character;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}
