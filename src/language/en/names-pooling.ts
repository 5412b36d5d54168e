import type { Name } from "../../core/index.ts";
import type { NamesView } from "./names-features.ts";
import { LABELS, labelOf, NAME_TYPES, TYPES } from "./names-labels.ts";

/** A mention that is this sure of its type keeps it, whatever the others are. */
const SURE = 0.7;
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
  const groups = new Map<string, { members: number[]; sum: Float64Array }>();
  const own: Float64Array[] = [];
  for (let k = 0; k < names.length; k++) {
    const name = names[k]!;
    const types = typeProbabilities(name, marginals);
    own.push(types);
    if (GRAMMATICAL.has(name.type)) continue;
    const key = keyOf(view, name);
    const group = groups.get(key) ?? { members: [], sum: new Float64Array(TYPES) };
    group.members.push(k);
    for (let type = 0; type < TYPES; type++) group.sum[type]! += types[type]!;
    groups.set(key, group);
  }
  const pooled = [...names];
  for (const { members, sum } of groups.values()) {
    if (members.length < 2) continue;
    for (const k of members) {
      const types = own[k]!;
      const before = NAME_TYPES.indexOf(names[k]!.type);
      if (types[before]! > SURE) continue;
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

function keyOf({ facts }: NamesView, { firstToken, endToken }: Name): string {
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
