import type { ActorLexicon } from "./actor-lexicon.ts";
import type { CorefEntity } from "./coref-entities.ts";
import type { CorefNode } from "./coref-nodes.ts";

/** Last words of companies' names that are no common nouns of organizations. */
const COMPANY_WORDS = new Set(
  `inc incorporated corp corporation co ltd limited llc plc ag gmbh sa nv bv spa oyj holdings partners motors airlines airways
  industries systems technologies communications networks telecom oil steel pharmaceuticals insurance securities studios
  stores labs software semiconductor electric aerospace bros brothers capital energy entertainment`.split(/\s+/),
);

/** What kind of organization a name's last word tells of ("court" for "the Supreme Court"), empty if it does not tell. */
export function kindOfName(lastWord: string, lexicon: ActorLexicon): string {
  if (COMPANY_WORDS.has(lastWord)) return "company";
  if (lexicon.mediaHeads.has(lastWord)) return "media";
  return lexicon.roles.get(lastWord)?.kind ?? "";
}

/** How much more often the winner must be named than the next candidate. */
const DOMINANCE = 2;

/**
 * The organization that "the company", "the agency" or "the Chinese telecom" means: one of the same kind, or of unknown
 * kind for a company, that no country contradicts; the only such one in reach, or the one named far more often.
 */
export function findOfKind(
  anaphor: CorefNode,
  kind: string,
  candidates: readonly { readonly entity: CorefEntity }[],
): CorefEntity | undefined {
  if (kind === "" || anaphor.plural || anaphor.owned) return undefined;
  const fitting = candidates.filter(
    ({ entity }) =>
      entity.type === "organization" &&
      (entity.kind === kind || (entity.kind === "" && kind === "company")) &&
      (anaphor.places.length === 0 || entity.places.size === 0 || anaphor.places.some((p) => entity.places.has(p))),
  );
  const sure = fitting.filter(({ entity }) => entity.kind === kind);
  const [first, second] = (sure.length > 0 ? sure : fitting).sort((a, b) => b.entity.nameCount - a.entity.nameCount);
  if (!first) return undefined;
  return !second || first.entity.nameCount >= DOMINANCE * second.entity.nameCount ? first.entity : undefined;
}

/**
 * The person that an epithet means: "the Vermont senator" right after one person alone was named. None where several
 * were, or where the one named says it of somebody else ("Roe called the senator …").
 *
 * @param governs whether a candidate is the subject of a clause around the phrase
 */
export function findByEpithet(
  anaphor: CorefNode,
  candidates: readonly { readonly entity: CorefEntity; readonly last: CorefNode }[],
  governs: (last: CorefNode) => boolean,
): CorefEntity | undefined {
  if (anaphor.plural || anaphor.owned || anaphor.determiner !== "definite") return undefined;
  const [only, second] = candidates.filter(({ entity }) => entity.type === "person" && !entity.plural);
  return only && !second && !governs(only.last) ? only.entity : undefined;
}
