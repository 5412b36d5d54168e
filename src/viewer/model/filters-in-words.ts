import { dateInWords } from "./dates.ts";
import { type Filters, isFiltered } from "./filters.ts";
import type { StanceGraph } from "./stance-graph.ts";
import { entityTypePlural, listInWords, POLARITY_WORDS, plural, predicateNoun } from "./words.ts";

/** What the filters leave out or insist on, as sentences for a footer; "Nothing is filtered out." where that is so. */
export function filtersInWords(filters: Filters, graph: StanceGraph): string {
  if (!isFiltered(filters)) return "Nothing is filtered out.";
  const name = (key: string): string => (graph.hasNode(key) ? graph.getNodeAttribute(key, "label") : key);
  const names = (keys: readonly string[]): string =>
    keys.length > 5
      ? `${listInWords(keys.slice(0, 5).map(name))} and ${keys.length - 5} more`
      : listInWords(keys.map(name));
  const { focus, period, lens } = filters;
  const without = [
    ...filters.hiddenPolarities.map((polarity) => POLARITY_WORDS[polarity].noun.toLowerCase()),
    ...filters.hiddenPredicates.map((predicate) => predicateNoun(predicate).toLowerCase()),
    ...filters.hiddenTypes.map((type) => entityTypePlural(type).toLowerCase()),
  ];
  const sentences = [
    period && `${dateInWords(period.from)} to ${dateInWords(period.to)}.`,
    focus && `${name(focus.key)} and those within ${plural(focus.depth, "line")} of it.`,
    filters.holder && `Only what ${name(filters.holder)} holds.`,
    filters.target && `Only what is held of ${name(filters.target)}.`,
    filters.onlyActors.length > 0 && `Only ${names(filters.onlyActors)}.`,
    without.length > 0 && `Without ${listInWords(without)}.`,
    filters.hiddenActors.length > 0 && `Without ${names(filters.hiddenActors)}.`,
    filters.minConfidence > 0 && `At least ${Math.round(filters.minConfidence * 100)}% confidence.`,
    lens.source && `As ${name(lens.source)} tells it.`,
    lens.outlet && `As ${lens.outlet} prints it.`,
    lens.namedOnly && "Named sources only.",
    lens.withoutAuthor && "Without what articles say in their own voice.",
  ];
  return sentences.filter(Boolean).join(" ");
}
