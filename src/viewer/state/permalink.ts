import { ENTITY_TYPES, POLARITIES, PREDICATES } from "../../core/index.ts";
import { DEFAULT_FILTERS, type Filters } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import { type Camera, LAYOUTS, type PageOptions, type PathQuery, type Place, type ViewState } from "./view-state.ts";

const VERSION = "1";

/** Names of pages and of their options, as links carry them. */
const NAME = /^[a-z][a-zA-Z0-9-]{0,40}$/;
const OPTION = /^([a-z][a-zA-Z0-9-]{0,40})\.([a-z][a-zA-Z0-9-]{0,40})$/;

/** The parts of the view that a link holds. Where forces left the actors is too much for one; pins are not. */
export const LINKED_PARTS = [
  "page",
  "pageOptions",
  "filters",
  "selection",
  "marked",
  "path",
  "pins",
  "layout",
  "groups",
  "camera",
] as const satisfies readonly (keyof ViewState)[];

export type Linked = Pick<ViewState, (typeof LINKED_PARTS)[number]>;

/** The view as the part of an address after `#`; "" for the first screen. What equals the default is left out. */
export function toHash(view: Linked): string {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | null | undefined | false) => {
    if (value) parameters.set(name, value);
  };
  const { filters, selection, path, camera } = view;
  put("page", view.page !== "graph" && view.page);
  put("hide", [...filters.hiddenPolarities, ...filters.hiddenPredicates, ...filters.hiddenTypes].join(","));
  put("confidence", filters.minConfidence > 0 && String(filters.minConfidence));
  put("months", filters.period && `${filters.period.from}..${filters.period.to}`);
  put("unlinked", filters.unlinked && "yes");
  put("around", filters.focus?.key);
  put("depth", filters.focus && String(filters.focus.depth));
  put("by", filters.holder);
  put("about", filters.target);
  put("without", writeList(filters.hiddenActors));
  put("only", writeList(filters.onlyActors));
  put("told-by", filters.lens.source);
  put("printed-by", filters.lens.outlet);
  put("named", filters.lens.namedOnly && "yes");
  put("reported", filters.lens.withoutAuthor && "yes");
  put("actor", selection?.kind === "node" && selection.key);
  put("line", selection?.kind === "edge" && selection.key);
  put("at", selection?.kind === "edge" && selection.at > 0 && String(selection.at));
  put("marked", writeList(view.marked));
  if (path) {
    put("from", path.from);
    put("to", path.to);
    put("over", path.over !== "all" && path.over);
    put("way", path.directed && "one");
    put("nth", path.nth > 0 && String(path.nth));
  }
  put("layout", view.layout !== "built" && view.layout !== "forces" && view.layout);
  put("groups", view.groups && "yes");
  put("pins", writeList(Object.entries(view.pins).map(([key, { x, y }]) => `${round(x)} ${round(y)} ${key}`)));
  put("camera", camera && [camera.x, camera.y, camera.ratio].map(round).join(","));
  for (const [owner, options] of Object.entries(view.pageOptions)) {
    for (const [name, value] of Object.entries(options)) parameters.set(`${owner}.${name}`, value);
  }
  const text = parameters.toString();
  return text && `v${VERSION}?${text}`;
}

/** The view that a link asks for. Links are data from outside: what the graph does not have is passed over. */
export function parseHash(hash: string, graph: StanceGraph): Linked {
  const match = /^#?v1\?(.*)$/s.exec(hash);
  const parameters = new URLSearchParams(match?.[1] ?? "");
  const page = parameters.get("page");
  const layout = LAYOUTS.find((name) => name === parameters.get("layout") && name !== "forces");
  return {
    page: page !== null && NAME.test(page) ? page : "graph",
    pageOptions: parsePageOptions(parameters),
    filters: parseFilters(parameters, graph),
    selection: parseSelection(parameters, graph),
    marked: knownNodes(parameters.get("marked"), graph),
    path: parsePath(parameters, graph),
    pins: parsePins(parameters, graph),
    layout: layout ?? "built",
    groups: parameters.get("groups") === "yes",
    camera: parseCamera(parameters.get("camera")),
  };
}

function parseFilters(parameters: URLSearchParams, graph: StanceGraph): Filters {
  const hide = new Set((parameters.get("hide") ?? "").split(","));
  const hidden = <T extends string>(values: readonly T[]) => values.filter((value) => hide.has(value));
  const node = (name: string) => {
    const key = parameters.get(name);
    return key !== null && graph.hasNode(key) ? key : null;
  };
  const months = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(parameters.get("months") ?? "");
  const outlet = parameters.get("printed-by");
  const [around, source] = [node("around"), node("told-by")];
  return {
    ...DEFAULT_FILTERS,
    hiddenPolarities: hidden(POLARITIES),
    hiddenPredicates: hidden(PREDICATES),
    hiddenTypes: hidden(ENTITY_TYPES),
    minConfidence: toNumber(parameters.get("confidence"), 0, 1),
    period: months ? { from: months[1]!, to: months[2]! } : null,
    unlinked: parameters.get("unlinked") === "yes",
    focus: around === null ? null : { key: around, depth: toInteger(parameters.get("depth"), 1, 3) },
    holder: node("by"),
    target: node("about"),
    hiddenActors: knownNodes(parameters.get("without"), graph),
    onlyActors: knownNodes(parameters.get("only"), graph),
    lens: {
      ...(source !== null && { source }),
      ...(outlet !== null &&
        graph.getAttribute("documents").some(({ publisher }) => publisher === outlet) && { outlet }),
      namedOnly: parameters.get("named") === "yes",
      withoutAuthor: parameters.get("reported") === "yes",
    },
  };
}

function parseSelection(parameters: URLSearchParams, graph: StanceGraph): ViewState["selection"] {
  const [actor, line] = [parameters.get("actor"), parameters.get("line")];
  if (line !== null && graph.hasEdge(line)) {
    const last = Math.max(0, graph.getEdgeAttribute(line, "evidence").length - 1);
    return { kind: "edge", key: line, at: toInteger(parameters.get("at"), 0, last) };
  }
  return actor !== null && graph.hasNode(actor) ? { kind: "node", key: actor } : null;
}

function parsePath(parameters: URLSearchParams, graph: StanceGraph): PathQuery | null {
  const [from, to] = [parameters.get("from"), parameters.get("to")];
  if (from === null || to === null || from === to || !graph.hasNode(from) || !graph.hasNode(to)) return null;
  return {
    from,
    to,
    directed: parameters.get("way") === "one",
    over: (["stances", ...POLARITIES] as const).find((name) => name === parameters.get("over")) ?? "all",
    nth: toInteger(parameters.get("nth"), 0, 99),
  };
}

function parsePins(parameters: URLSearchParams, graph: StanceGraph): Record<string, Place> {
  const pins: [string, Place][] = [];
  for (const entry of parseList(parameters.get("pins"))) {
    const [, x, y, key] = /^(\S+) (\S+) (.+)$/s.exec(entry) ?? [];
    if (key === undefined || !graph.hasNode(key) || !isFiniteText(x) || !isFiniteText(y)) continue;
    pins.push([key, { x: Number(x), y: Number(y) }]);
  }
  return Object.fromEntries(pins);
}

function parseCamera(text: string | null): Camera | null {
  const parts = (text ?? "").split(",");
  if (parts.length !== 3 || !parts.every(isFiniteText)) return null;
  const [x, y, ratio] = parts.map(Number) as [number, number, number];
  return Math.abs(x) <= 10 && Math.abs(y) <= 10 && ratio > 0 && ratio <= 10 ? { x, y, ratio } : null;
}

function parsePageOptions(parameters: URLSearchParams): Record<string, PageOptions> {
  const pages = new Map<string, [string, string][]>();
  for (const [key, value] of parameters) {
    const [, owner, name] = OPTION.exec(key) ?? [];
    if (owner === undefined || name === undefined || value === "") continue;
    pages.set(owner, [...(pages.get(owner) ?? []), [name, value]]);
  }
  // Object.fromEntries makes own properties whatever the names are, "constructor" included.
  return Object.fromEntries([...pages].map(([owner, options]) => [owner, Object.fromEntries(options)]));
}

/** Keys may hold any character, a comma too. */
function writeList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[%,]/g, encodeURIComponent)).join(",");
}

function parseList(text: string | null): string[] {
  if (!text) return [];
  return text.split(",").map((item) => item.replace(/%25|%2C/g, decodeURIComponent));
}

function knownNodes(text: string | null, graph: StanceGraph): string[] {
  return [...new Set(parseList(text))].filter((key) => graph.hasNode(key));
}

function isFiniteText(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== "" && Number.isFinite(Number(text));
}

const round = (value: number): string => String(Math.round(value * 1e4) / 1e4);

function toInteger(text: string | null, least: number, most: number): number {
  return Math.round(toNumber(text, least, most));
}

function toNumber(text: string | null, least: number, most: number): number {
  const value = Number(text ?? least);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
}
