import { InputError } from "../core/index.ts";

export const SENSE_KINDS = ["act", "say", "think", "event", "judge"] as const;
/**
 * What a word says of its arguments: something done (`act`), said (`say`) or felt (`think`) by a holder about a
 * target; something that happens and helps or harms (`event`); or an evaluation by whoever speaks (`judge`).
 */
export type SenseKind = (typeof SENSE_KINDS)[number];

/** `p` is a preposition that says it all: "is against X". */
export type LexicalClass = "v" | "n" | "a" | "r" | "p";

/** What the predicate means for whoever fills a role: 1 helps or favours, -1 harms or rejects, 0 both. */
export interface Effect {
  readonly role: string;
  readonly sign: -1 | 0 | 1;
  /** How much of the sense's strength it has, 0…1. */
  readonly weight: number;
}

export interface Sense {
  readonly lemma: string;
  readonly wordClass: LexicalClass;
  readonly kind: SenseKind;
  /** Roles that may hold the stance, the first one filled wins. */
  readonly holder: readonly string[];
  readonly effects: readonly Effect[];
  /** 0…1 */
  readonly strength: number;
  readonly factuality: string;
}

export interface StanceLexicon {
  /** Senses of a word; `particle` is that of a phrasal verb ("out" of "lash out"). */
  find(lemma: string, wordClass: LexicalClass, particle?: string): readonly Sense[];
  readonly size: number;
}

/**
 * Reads the table `lexicon/stance.tsv`: a header line, then `lemma pos kind holder effects strength factuality`.
 * @throws InputError naming the line that does not fit
 */
export function parseStanceLexicon(table: string): StanceLexicon {
  const byClass = new Map<string, Map<string, Sense[]>>();
  const phrasal = new Map<string, Map<string, readonly Sense[]>>();
  let size = 0;
  const lines = table.split("\n");
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!.trimEnd();
    if (line === "" || line.startsWith("#")) continue;
    const [lemma, pos, kind, holder, effects, strength, factuality] = line.split("\t");
    if (lemma === undefined || pos === undefined || effects === undefined || strength === undefined) {
      throw new InputError(`stance.tsv:${i + 1}: expected 7 columns, got "${line.slice(0, 80)}".`, {
        code: "lexicon-row",
      });
    }
    const sense: Sense = {
      lemma,
      wordClass: pos as LexicalClass,
      kind: kind as SenseKind,
      holder: holder === "none" || holder === undefined ? [] : holder.split(","),
      effects: effects.split(",").flatMap(parseEffect),
      strength: Number(strength),
      factuality: factuality ?? "act",
    };
    const senses = entryOf(byClass, pos);
    const known = senses.get(lemma);
    if (known) known.push(sense);
    else {
      const entry = [sense];
      senses.set(lemma, entry);
      const blank = lemma.indexOf(" ");
      if (blank > 0) entryOf(phrasal, `${pos} ${lemma.slice(0, blank)}`).set(lemma.slice(blank + 1), entry);
    }
    size++;
  }
  const none: readonly Sense[] = [];
  return {
    size,
    find: (lemma, wordClass, particle) => {
      // Few words take a particle: most are told without putting the two together.
      const senses = particle ? phrasal.get(`${wordClass} ${lemma}`) : byClass.get(wordClass);
      return senses?.get(particle || lemma) ?? none;
    },
  };
}

function entryOf<T>(maps: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let map = maps.get(key);
  if (!map) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}

const SIGNS: Readonly<Record<string, -1 | 0 | 1>> = { "+": 1, "-": -1, "0": 0 };
const EFFECT = /^(?<role>[a-z]+):(?<sign>[-+0])(?<weight>[\d.]*)$/;

function parseEffect(text: string): Effect[] {
  const { role, sign, weight } = EFFECT.exec(text.trim())?.groups ?? {};
  if (!role || !sign) return [];
  return [{ role: role === "towards" ? "toward" : role, sign: SIGNS[sign]!, weight: weight ? Number(weight) : 1 }];
}
