import type { Cluster, EntityType, Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { looksLikeAcronym, nameWords } from "./aliases.ts";
import { readForms } from "./mentions-names.ts";

/** Writes the cluster of some mentions: its name, aliases and type. */
export function describeCluster(
  tree: Tree,
  mentions: readonly Mention[],
  members: readonly number[],
  lexicon: ActorLexicon,
): Cluster {
  const list = members.map((m) => mentions[m]!);
  const names = list.filter((mention) => mention.kind === "name");
  const first = list[0]!;
  const named = names.some((mention) => !mention.demonym || mention.canonical !== undefined);
  const entityType = typeOfCluster(tree, list, lexicon);
  if (!named) {
    const { start, end } = first;
    const name = tree.doc.text.slice(start, end).replace(/\s+/g, " ");
    return { name, entityType, mentions: members, aliases: [], named, speaksFor: -1 };
  }
  const forms = countForms(tree, names);
  const canonicals = names.flatMap((mention) => mention.canonical ?? []);
  // A capital that acts for its country may have a normal form of its own.
  const canonical = canonicals.find((form) => lexicon.countries.byName(form) !== undefined) ?? canonicals[0];
  const name = canonical ?? fullestForm(forms, entityType);
  const aliases = [...forms].filter(([form]) => form !== name).sort((a, b) => b[1] - a[1] || a[2] - b[2]);
  return { name, entityType, mentions: members, aliases: aliases.map(([form]) => form), named, speaksFor: -1 };
}

/** Forms without article, with how often they occur and where first. */
function countForms(tree: Tree, names: readonly Mention[]): (readonly [form: string, count: number, first: number])[] {
  const counts = new Map<string, [count: number, first: number]>();
  for (const mention of names) {
    const form = readForms(tree, mention.firstToken, mention.endToken).replace(/^(the|a|an)\s+(?=\S)/i, "");
    const entry = counts.get(form);
    if (entry) entry[0]++;
    else counts.set(form, [1, mention.start]);
  }
  return [...counts].map(([form, [count, at]]) => [form, count, at] as const);
}

/**
 * The form that names the thing best: for a person the commonest full name, else the one with most words, acronyms last.
 * Of equals, the form in ordinary capitals and the more frequent one.
 */
function fullestForm(
  forms: readonly (readonly [form: string, count: number, first: number])[],
  type: EntityType,
): string {
  const rank = ([form, count, first]: readonly [string, number, number]): number[] => {
    const words = nameWords(form).length;
    const shouted = form === form.toUpperCase() && !looksLikeAcronym(form) ? 1 : 0;
    const size = type === "person" ? Math.min(words, 2) : words;
    return [-size, shouted, type === "person" ? -count : 0, -words, -count, first];
  };
  const ranked = forms.map((entry) => ({ form: entry[0], rank: rank(entry) }));
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((value, i) => value !== b.rank[i]);
    return at < 0 ? 0 : a.rank[at]! - b.rank[at]!;
  });
  return ranked[0]!.form;
}

/** How much a mention's own type counts, by what it is: full names know best, pronouns only tell persons from things. */
const WEIGHTS = { fullName: 1.5, name: 1, nominal: 0.8, pronoun: 0.6 } as const;

function typeOfCluster(tree: Tree, list: readonly Mention[], lexicon: ActorLexicon): EntityType {
  const votes = new Map<EntityType, number>();
  const vote = (type: EntityType, weight: number): void => void votes.set(type, (votes.get(type) ?? 0) + weight);
  for (const mention of list) {
    const { kind, entityType, canonical } = mention;
    if (entityType === undefined) continue;
    // The country table is sure, whatever the tagger thought of one mention.
    if (kind === "name" && canonical !== undefined) return entityType;
    if (kind === "name") vote(entityType, mention.endToken - mention.firstToken > 1 ? WEIGHTS.fullName : WEIGHTS.name);
    else vote(entityType, WEIGHTS[kind]);
    if (kind !== "name") continue;
    const last = nameWords(readForms(tree, mention.firstToken, mention.endToken)).at(-1) ?? "";
    const several = mention.endToken - mention.firstToken > 1;
    if (several && (lexicon.organizationHeads.has(last) || lexicon.mediaHeads.has(last))) vote("organization", 0.3);
  }
  let best: EntityType = "organization";
  let most = 0;
  for (const [type, weight] of votes) {
    if (weight <= most) continue;
    best = type;
    most = weight;
  }
  return best;
}
