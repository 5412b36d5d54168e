import { POLARITIES } from "../../core/index.ts";
import type { Action } from "../state/view-state.ts";
import { periodInWords } from "./dates.ts";
import { DEFAULT_FILTERS, type Filters } from "./filters.ts";
import type { StanceGraph } from "./stance-graph.ts";
import { entityTypePlural, listInWords, POLARITY_WORDS, plural } from "./words.ts";

/** One filter in words, and what takes it off. */
export interface Chip {
  readonly id: string;
  readonly words: string;
  readonly remove: Action;
}

/** Every filter that is on, in words. Removing all of them shows everything. */
export function listChips(graph: StanceGraph, filters: Filters): Chip[] {
  const name = (key: string) => (graph.hasNode(key) ? graph.getNodeAttribute(key, "label") : key);
  const names = (keys: readonly string[]) =>
    keys.length <= 2 ? listInWords(keys.map(name)) : plural(keys.length, "actor");
  const { focus, period, holder, target, lens, minConfidence, hiddenActors, onlyActors } = filters;
  const reset = (...parts: (keyof Filters)[]): Action => ({
    type: "narrow",
    filters: Object.fromEntries(parts.map((part) => [part, DEFAULT_FILTERS[part]])),
  });
  const without = (part: "source" | "outlet" | "namedOnly" | "withoutAuthor"): Action => ({
    type: "set-lens",
    lens: { [part]: part === "namedOnly" || part === "withoutAuthor" ? false : undefined },
  });
  const chips: (Chip | false)[] = [
    holder !== null && { id: "holder", words: `What ${name(holder)} holds`, remove: reset("holder") },
    polarityChip(filters, reset),
    target !== null && { id: "target", words: `About ${name(target)}`, remove: reset("target") },
    filters.hiddenPredicates.length > 0 && {
      id: "predicates",
      words: `Without ${plural(filters.hiddenPredicates.length, "kind")} of relations`,
      remove: reset("hiddenPredicates"),
    },
    filters.hiddenTypes.length > 0 && {
      id: "types",
      words: `Without ${listInWords(filters.hiddenTypes.map((type) => entityTypePlural(type).toLowerCase()))}`,
      remove: reset("hiddenTypes"),
    },
    period !== null && { id: "period", words: periodInWords(period.from, period.to), remove: reset("period") },
    minConfidence > 0 && {
      id: "confidence",
      words: `At least ${Math.round(minConfidence * 100)}% sure`,
      remove: reset("minConfidence"),
    },
    focus !== null && {
      id: "focus",
      words: `Around ${name(focus.key)}, ${plural(focus.depth, "step")}`,
      remove: reset("focus"),
    },
    onlyActors.length > 0 && { id: "only", words: `Only ${names(onlyActors)}`, remove: reset("onlyActors") },
    hiddenActors.length > 0 && {
      id: "without",
      words: `Without ${names(hiddenActors)}`,
      remove: reset("hiddenActors"),
    },
    lens.source !== undefined && { id: "source", words: `As ${name(lens.source)} tells it`, remove: without("source") },
    lens.outlet !== undefined && { id: "outlet", words: `Printed by ${lens.outlet}`, remove: without("outlet") },
    lens.namedOnly && { id: "named", words: "Named sources only", remove: without("namedOnly") },
    lens.withoutAuthor && { id: "author", words: "Without the articles’ own voice", remove: without("withoutAuthor") },
  ];
  return chips.filter((chip) => chip !== false);
}

function polarityChip(filters: Filters, reset: (part: "hiddenPolarities") => Action): Chip | false {
  const { hiddenPolarities } = filters;
  if (hiddenPolarities.length === 0) return false;
  const shown = POLARITIES.filter((polarity) => !hiddenPolarities.includes(polarity));
  const noun = (polarity: (typeof POLARITIES)[number]) => POLARITY_WORDS[polarity].noun.toLowerCase();
  const words =
    shown.length === 0
      ? "No stances"
      : shown.length === 1
        ? `Only ${noun(shown[0]!)}`
        : `Without ${listInWords(hiddenPolarities.map(noun))}`;
  return { id: "polarity", words, remove: reset("hiddenPolarities") };
}
