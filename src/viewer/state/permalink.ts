import { ENTITY_TYPES, POLARITIES, PREDICATES } from "../../core/index.ts";
import { DEFAULT_FILTERS } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Page, ViewState } from "./view-state.ts";

const VERSION = "1";
const PAGES: readonly Page[] = ["graph", "actors", "stances"];

type Linked = Pick<ViewState, "page" | "filters" | "selection">;

/** The view as the part of an address after `#`; "" for the first screen. What equals the default is left out. */
export function toHash({ page, filters, selection }: Linked): string {
  const parameters = new URLSearchParams();
  if (page !== "graph") parameters.set("page", page);
  const hide = [...filters.hiddenPolarities, ...filters.hiddenPredicates, ...filters.hiddenTypes];
  if (hide.length > 0) parameters.set("hide", hide.join(","));
  if (filters.minConfidence > 0) parameters.set("confidence", String(filters.minConfidence));
  if (filters.period) parameters.set("months", `${filters.period.from}..${filters.period.to}`);
  if (filters.unlinked) parameters.set("unlinked", "yes");
  if (filters.focus) {
    parameters.set("around", filters.focus.key);
    parameters.set("depth", String(filters.focus.depth));
  }
  if (selection?.kind === "node") parameters.set("actor", selection.key);
  if (selection?.kind === "edge") {
    parameters.set("line", selection.key);
    if (selection.at > 0) parameters.set("at", String(selection.at));
  }
  const text = parameters.toString();
  return text && `v${VERSION}?${text}`;
}

/** The view that a link asks for. Links are data from outside: what the graph does not have is passed over. */
export function parseHash(hash: string, graph: StanceGraph): Linked {
  const match = /^#?v1\?(.*)$/s.exec(hash);
  const parameters = new URLSearchParams(match?.[1] ?? "");
  const hide = new Set((parameters.get("hide") ?? "").split(","));
  const hidden = <T extends string>(values: readonly T[]) => values.filter((value) => hide.has(value));
  const page = parameters.get("page");
  const around = parameters.get("around");
  const actor = parameters.get("actor");
  const line = parameters.get("line");
  const confidence = toNumber(parameters.get("confidence"), 0, 1);
  const months = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(parameters.get("months") ?? "");
  let selection: ViewState["selection"] = null;
  if (line !== null && graph.hasEdge(line)) {
    const last = Math.max(0, graph.getEdgeAttribute(line, "evidence").length - 1);
    selection = { kind: "edge", key: line, at: Math.round(toNumber(parameters.get("at"), 0, last)) };
  } else if (actor !== null && graph.hasNode(actor)) {
    selection = { kind: "node", key: actor };
  }
  return {
    page: PAGES.find((name) => name === page) ?? "graph",
    filters: {
      ...DEFAULT_FILTERS,
      hiddenPolarities: hidden(POLARITIES),
      hiddenPredicates: hidden(PREDICATES),
      hiddenTypes: hidden(ENTITY_TYPES),
      minConfidence: confidence,
      period: months ? { from: months[1]!, to: months[2]! } : null,
      unlinked: parameters.get("unlinked") === "yes",
      focus:
        around !== null && graph.hasNode(around)
          ? { key: around, depth: Math.round(toNumber(parameters.get("depth") ?? "1", 1, 3)) }
          : null,
    },
    selection,
  };
}

function toNumber(text: string | null, least: number, most: number): number {
  const value = Number(text ?? least);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
}
