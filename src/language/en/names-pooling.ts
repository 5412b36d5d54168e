import type { Name } from "../../core/index.ts";
import type { NamesView } from "./names-features.ts";
import { LABELS, labelOf, NAME_TYPES, TYPES } from "./names-labels.ts";

/** A mention that is this sure of its type keeps it, whatever the others are. */
const SURE = 0.7;
/** So many other mentions, this sure on average of one type, overrule even that. */
const TWINS = 2;
const UNANIMOUS = 0.65;
/** How much the other mentions of a string count against a mention's own probabilities. */
const OTHERS = 0.5;

/** Adjectives and peoples go by grammar: "Republican" may be either from one sentence to the next. */
const GRAMMATICAL: ReadonlySet<Name["type"]> = new Set(["demonym", "group"]);

/**
 * Gives the mentions of one string in a document the type that fits them all best, unless a mention is sure of its own.
 *
 * @param marginals label probabilities of every token, `LABELS` a token
 */
export function poolTypes(view: NamesView, names: readonly Name[], marginals: Float32Array): Name[] {
  const groups = new Map<string, Group>();
  const own: Float64Array[] = [];
  for (let k = 0; k < names.length; k++) {
    const name = names[k]!;
    const types = typeProbabilities(name, marginals);
    own.push(types);
    if (GRAMMATICAL.has(name.type)) continue;
    const key = keyOf(view, name);
    const group = groups.get(key) ?? { members: [], sum: new Float64Array(TYPES), relatives: 0 };
    group.members.push(k);
    for (let type = 0; type < TYPES; type++) group.sum[type]! += types[type]!;
    groups.set(key, group);
  }
  addSurnames(view, names, groups);
  const pooled = [...names];
  for (const { members, sum, relatives } of groups.values()) {
    if (members.length + relatives < 2) continue;
    for (const k of members) {
      const types = own[k]!;
      const before = NAME_TYPES.indexOf(names[k]!.type);
      if (types[before]! > SURE && !isOutvoted(before, types, sum, members.length - 1)) continue;
      let best = before;
      let most = -1;
      for (let type = 0; type < TYPES; type++) {
        const total = types[type]! + OTHERS * (sum[type]! - types[type]!);
        if (total > most && !GRAMMATICAL.has(NAME_TYPES[type]!)) {
          most = total;
          best = type;
        }
      }
      if (best !== before) pooled[k] = { ...names[k]!, type: NAME_TYPES[best]! };
    }
  }
  return pooled;
}

/** Whether a mention's type is not what all its many twins are. */
function isOutvoted(type: number, own: Float64Array, sum: Float64Array, others: number): boolean {
  if (others < TWINS) return false;
  let most = 0;
  for (let other = 0; other < TYPES; other++) if (other !== type) most = Math.max(most, sum[other]! - own[other]!);
  return most > UNANIMOUS * others;
}

/** The mentions of one string and the sum of their type probabilities, full names that end in it included. */
interface Group {
  readonly members: number[];
  readonly sum: Float64Array;
  relatives: number;
}

/** "Lee" may be the Ann Lee of the same document: full names of persons count for their surname. */
function addSurnames(view: NamesView, names: readonly Name[], groups: ReadonlyMap<string, Group>): void {
  for (const name of names) {
    if (name.type !== "person" || name.endToken - name.firstToken < 2) continue;
    const surname = groups.get(keyOf(view, { ...name, firstToken: name.endToken - 1 }));
    if (!surname) continue;
    surname.relatives++;
    surname.sum[NAME_TYPES.indexOf("person")]! += name.score;
  }
}

/** The words of a name in lower case, equal for names that read alike. */
export function keyOf({ facts }: NamesView, { firstToken, endToken }: Name): string {
  let key = "";
  for (let t = firstToken; t < endToken; t++) key += `${facts[t]!.lowerText} `;
  return key;
}

/** Mean probability of each type over a name's tokens. */
function typeProbabilities({ firstToken, endToken }: Name, marginals: Float32Array): Float64Array {
  const types = new Float64Array(TYPES);
  for (let t = firstToken; t < endToken; t++) {
    for (let type = 0; type < TYPES; type++) {
      const at = t * LABELS + labelOf(1, type);
      const sum = marginals[at]! + marginals[at + 1]! + marginals[at + 2]! + marginals[at + 3]!;
      types[type]! += sum / (endToken - firstToken);
    }
  }
  return types;
}
