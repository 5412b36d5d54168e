import { ENTITY_TYPES, POLARITIES, PREDICATES } from "../../core/index.ts";
import { DEFAULT_FILTERS } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { PageOptions, ViewState } from "./view-state.ts";

const VERSION = "1";
/** Names of pages and of their options, as links carry them. */
const NAME = /^[a-z][a-zA-Z0-9-]{0,40}$/;
const OPTION = /^([a-z][a-zA-Z0-9-]{0,40})\.([a-z][a-zA-Z0-9-]{0,40})$/;

/** The part of the view that a link holds. */
export type Linked = Pick<ViewState, "page" | "pageOptions" | "filters" | "selection">;

/** The view as the part of an address after `#`; "" for the first screen. What equals the default is left out. */
export function toHash({ page, pageOptions, filters, selection }: Linked): string {
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
  if (filters.lens.source !== undefined) parameters.set("told-by", filters.lens.source);
  if (filters.lens.outlet !== undefined) parameters.set("printed-by", filters.lens.outlet);
  if (filters.lens.namedOnly) parameters.set("named", "yes");
  if (filters.lens.withoutAuthor) parameters.set("reported", "yes");
  for (const [owner, options] of Object.entries(pageOptions)) {
    for (const [name, value] of Object.entries(options)) parameters.set(`${owner}.${name}`, value);
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
  const source = parameters.get("told-by");
  const outlet = parameters.get("printed-by");
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
    page: page !== null && NAME.test(page) ? page : "graph",
    pageOptions: parsePageOptions(parameters),
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
      lens: {
        ...(source !== null && graph.hasNode(source) && { source }),
        ...(outlet !== null &&
          graph.getAttribute("documents").some((document) => document.publisher === outlet) && { outlet }),
        namedOnly: parameters.get("named") === "yes",
        withoutAuthor: parameters.get("reported") === "yes",
      },
    },
    selection,
  };
}

function parsePageOptions(parameters: URLSearchParams): Record<string, PageOptions> {
  const pages: Record<string, Record<string, string>> = {};
  for (const [key, value] of parameters) {
    const match = OPTION.exec(key);
    if (!match || value === "") continue;
    const [, owner, name] = match as unknown as [string, string, string];
    const options = Object.hasOwn(pages, owner) ? pages[owner]! : {};
    Object.defineProperty(options, name, { value, enumerable: true, configurable: true, writable: true });
    Object.defineProperty(pages, owner, { value: options, enumerable: true, configurable: true, writable: true });
  }
  return pages;
}

function toNumber(text: string | null, least: number, most: number): number {
  const value = Number(text ?? least);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
}
