import type { EntityType } from "../core/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import type { CorefEntity } from "./coref-entities.ts";
import type { CorefNode } from "./coref-nodes.ts";

/** Last words of companies' names that are no common nouns of organizations. */
const COMPANY_WORDS = new Set(
  `inc incorporated corp corporation co ltd limited llc plc ag gmbh sa nv bv spa oyj holdings partners motors airlines airways
  industries systems technologies communications networks telecom oil steel pharmaceuticals insurance securities studios
  stores labs software semiconductor electric aerospace bros brothers capital energy entertainment`.split(/\s+/),
);

/** Last words of unions' names: those whom they stand for. */
const UNION_WORDS = new Set(
  `workers steelworkers autoworkers teamsters employees machinists nurses pilots teachers miners dockworkers
  longshoremen firefighters brotherhood unison`.split(/\s+/),
);
/** Nouns for any body of people that is no firm, court or office. */
const ANY_BODY = new Set(["group", "organization", "organisation", "body"]);
const BODIES = new Set(["body", "union", "charity", "alliance"]);

/** What "the alliance" and "the bloc" are: unions of states are no less. */
const LEAGUE = "alliance";
/** Kinds that are often known by their letters alone: "NATO", "the FDA"; what is named once may be whose report it is. */
const KNOWN_BY_LETTERS = new Set([LEAGUE, "agency"]);

const PREPOSITIONS = new Set(["of", "for", "on", "against", "to", "in"]);

/**
 * What kind of organization a name's last word tells of ("court" for "the Supreme Court"), or the last before a
 * preposition ("the Court of Appeals for the Fifth Circuit"); empty if neither does.
 */
export function kindOfName(words: readonly string[], lexicon: ActorLexicon): string {
  // "the Food and Drug Administration", unlike "the Roe Administration"
  if (words.length > 2 && words.at(-1) === "administration") return "agency";
  const inner = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
  const last = words.at(-1) ?? "";
  const kind = (inner > 0 ? kindOfWord(words[inner - 1]!, lexicon) : "") || kindOfWord(last, lexicon);
  return kind === "" && UNION_WORDS.has(last) ? "union" : kind;
}

function kindOfWord(word: string, lexicon: ActorLexicon): string {
  if (COMPANY_WORDS.has(word)) return "company";
  if (lexicon.mediaHeads.has(word)) return "media";
  return lexicon.roles.get(word)?.kind ?? "";
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
      (entity.kind === kind ||
        (entity.kind === "" && kind === "company") ||
        (ANY_BODY.has(anaphor.lemma) && BODIES.has(entity.kind)) ||
        (kind === LEAGUE && entity.kind === "union") ||
        (KNOWN_BY_LETTERS.has(kind) && entity.kind === "" && entity.letters && entity.nameCount > 1)) &&
      (anaphor.places.length === 0 || entity.places.size === 0 || anaphor.places.some((p) => entity.places.has(p))),
  );
  const sure = ANY_BODY.has(anaphor.lemma) ? fitting : fitting.filter(({ entity }) => entity.kind === kind);
  // "The appeals court" is not the supreme one.
  const told = sure.filter(({ entity }) => anaphor.modifiers.some((modifier) => entity.nouns.has(modifier)));
  if (told.length > 0) return dominant(told);
  if (kind === "court" && anaphor.modifiers.length > 0) return undefined;
  return dominant(sure.length > 0 ? sure : fitting);
}

/** Kinds of which a story seldom has two, so that "the union" may look further back than "the company". */
const LASTING = new Set(["union", "church", "team", "school", "court"]);

/**
 * The only named organization of a kind, if the document speaks of no other.
 *
 * @param entities all of the document so far
 */
export function findOnlyOfKind(
  anaphor: CorefNode,
  kind: string,
  entities: readonly CorefEntity[],
): CorefEntity | undefined {
  if (!LASTING.has(kind) || anaphor.plural || anaphor.owned || anaphor.modifiers.length > 0) return undefined;
  const [only, second] = entities.filter(
    (entity) => entity.nodes.length > 0 && (entity.kind === kind || entity.nouns.has(anaphor.hash)),
  );
  return only && !second && only.named && only.type === "organization" ? only : undefined;
}

/** Types of things that "the rules", "the deal" or "the war" stand for. */
const THINGS: ReadonlySet<EntityType> = new Set(["law", "event", "work", "product"]);

/**
 * The named law, deal, event, work or product that "the rules", "the agreement" or "the film" means: the only one of its
 * kind in reach, or the one named far more often. Number does not count: a plan is spoken of as "the rules". Events must
 * be known to be of the kind; other names seldom tell. Before a name with another noun goes what bore this one unnamed.
 *
 * @param entities all of the document so far
 */
export function findThing(
  anaphor: CorefNode,
  kind: string,
  entities: readonly CorefEntity[],
  candidates: readonly { readonly entity: CorefEntity; readonly last: CorefNode }[],
): CorefEntity | undefined {
  if (kind === "" || anaphor.type === undefined || !THINGS.has(anaphor.type)) return undefined;
  if (anaphor.owned || anaphor.modifiers.length > 0 || anaphor.places.length > 0) return undefined;
  const fitting = candidates.filter(
    ({ entity, last }) =>
      entity.named &&
      !(last.firstToken <= anaphor.head && anaphor.head < last.endToken) &&
      // The noun inside a name tells more than the type that the sentence suggested for it.
      (entity.kind === kind || (entity.kind === "" && entity.type === anaphor.type && anaphor.type !== "event")),
  );
  const sure = fitting.filter(({ entity }) => entity.kind === kind);
  const meant = dominant(sure.length > 0 ? sure : fitting);
  // "A bill", later "the First Amendment", then "the bill": what was called by just this noun before is meant.
  if (!meant || meant.nouns.has(anaphor.hash)) return meant;
  const same = entities.findLast(
    ({ named, plural, type, nouns }) => !named && !plural && type === anaphor.type && nouns.has(anaphor.hash),
  );
  return same ?? meant;
}

/** The only candidate, or the one that the document names far more often than the next. */
function dominant(candidates: readonly { readonly entity: CorefEntity }[]): CorefEntity | undefined {
  const [first, second] = [...candidates].sort((a, b) => b.entity.nameCount - a.entity.nameCount);
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
