import type { ChainLink, EntityType, Polarity, Predicate } from "../core/index.ts";
import type { EdgeAttributes } from "../graph/index.ts";

/** What each polarity is called: as a verb between two actors, as a heading, and as the sign drawn on its line. */
export const POLARITY_WORDS: Record<Polarity, { verb: string; noun: string; sign: string }> = {
  support: { verb: "supports", noun: "Support", sign: "+" },
  oppose: { verb: "opposes", noun: "Opposition", sign: "−" },
  mixed: { verb: "has mixed views of", noun: "Mixed", sign: "±" },
};

const PREDICATE_WORDS: Record<Predicate, { verb: string; noun: string }> = {
  "holds-position": { verb: "holds a position at", noun: "Positions held" },
  "member-of": { verb: "is a member of", noun: "Membership" },
  "part-of": { verb: "is part of", noun: "Part of a whole" },
  "based-in": { verb: "is based in", noun: "Home and seat" },
  owns: { verb: "owns or makes", noun: "Ownership" },
  "competes-with": { verb: "competes with", noun: "Competition" },
  "allied-with": { verb: "is allied with", noun: "Alliance" },
  meets: { verb: "meets", noun: "Meetings" },
  supplies: { verb: "supplies", noun: "Supply" },
  agreement: { verb: "has an agreement with", noun: "Agreement" },
  conflict: { verb: "is in conflict with", noun: "Conflict" },
  investigates: { verb: "investigates", noun: "Investigation" },
  "related-to": { verb: "is related to", noun: "Personal ties" },
};

const ENTITY_TYPE_WORDS: Record<EntityType, { one: string; many: string }> = {
  person: { one: "Person", many: "People" },
  organization: { one: "Organization", many: "Organizations" },
  place: { one: "Place", many: "Places" },
  group: { one: "Group", many: "Groups" },
  event: { one: "Event", many: "Events" },
  product: { one: "Product", many: "Products" },
  law: { one: "Law", many: "Laws and treaties" },
  work: { one: "Work", many: "Works" },
  concept: { one: "Idea", many: "Ideas and proposals" },
};

export const SOURCE_KIND_WORDS: Record<ChainLink["sourceKind"], string> = {
  named: "named source",
  unnamed: "unnamed source",
  institution: "institution",
  author: "in its own voice",
};

export const predicateNoun = (predicate: Predicate): string => PREDICATE_WORDS[predicate].noun;
export const entityTypeName = (type: EntityType): string => ENTITY_TYPE_WORDS[type].one;
export const entityTypePlural = (type: EntityType): string => ENTITY_TYPE_WORDS[type].many;

/**
 * The words between the two ends of a line: "supports", "holds the position of director at". A relation's first
 * detail is worked into the phrase where it reads well.
 */
export function verbOf(attributes: EdgeAttributes): string {
  if (attributes.kind === "stance") return POLARITY_WORDS[attributes.polarity].verb;
  const detail = attributes.details[0];
  if (attributes.predicate === "holds-position" && detail) return `holds the position of ${detail} at`;
  return PREDICATE_WORDS[attributes.predicate].verb;
}

/** `plural(1, "article")` → "1 article"; `plural(1200, "article")` → "1,200 articles". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** How sure the program is, in a word. */
export function confidenceWord(confidence: number): string {
  if (confidence >= 0.8) return "High";
  if (confidence >= 0.55) return "Fair";
  return "Low";
}

/** Names of grammatical roles, which say nothing to a reader; prepositions are words and stay. */
const ROLE = /^(obj|iobj|subj|comp|attr|compound|poss)$/;

/** What learned models go by. */
const LEARNED: Readonly<Record<string, string>> = {
  "learned from pairs": "how such sentences mostly mean it",
  "learned from judgements in speech": "how such words mostly mean it",
  "learned from whole articles": "all that the article shows of the two",
};

/**
 * The path along which a claim was read, from its cue to its target, without the names of grammar: "drop → obj" gives
 * "drop → the target", "reverse → obj decision → on" gives "reverse → decision → on the target". A reason that is no
 * path comes back as it was.
 */
export function reasonInWords(reason: string): string {
  const [model, ...signs] = reason.split("; ");
  const learned = LEARNED[model!];
  if (learned) return [learned, ...signs].join("; ");
  const [path, ...rest] = reason.split(", ");
  const [cue, ...steps] = path!.split(" → ");
  if (steps.length === 0) return reason;
  const words = steps.map((step, index) => {
    const [role, ...lemma] = step.split(" ");
    const named = lemma.length > 0 ? lemma.join(" ") : index === steps.length - 1 ? "the target" : "";
    return [ROLE.test(role!) ? "" : role, named].filter(Boolean).join(" ");
  });
  return [[cue, ...words.filter(Boolean)].join(" → "), ...rest].join(", ");
}
