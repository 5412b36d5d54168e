import type { EntityType, Polarity, Predicate } from "../../core/index.ts";
import { DEFAULT_FILTERS, type Filters, type Lens } from "../model/filters.ts";
import type { Period } from "../model/timeline.ts";

export type Theme = "system" | "light" | "dark";

/**
 * What a page has been set to, by the names that the page chose. Text only, since it travels in the address; see
 * `usePageOptions` for how a page reads it as numbers, switches and lists.
 */
export type PageOptions = Readonly<Record<string, string>>;

export type Selection =
  | { readonly kind: "node"; readonly key: string }
  /** `at` is the index into the edge's evidence that is being read. */
  | { readonly kind: "edge"; readonly key: string; readonly at: number };

export interface Hover {
  readonly kind: "node" | "edge";
  readonly key: string;
}

/** A place in the graph's own coordinates. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Which way the actors are arranged: as built, on a circle, allies near and opponents apart, or as forces left them. */
export const LAYOUTS = ["built", "circle", "stance", "forces"] as const;
export type LayoutName = (typeof LAYOUTS)[number];

/** A way from one actor to another. */
export interface PathQuery {
  readonly from: string;
  readonly to: string;
  /** Only along the direction of the lines. */
  readonly directed: boolean;
  /** Only along stances, or along these kinds of them. */
  readonly over: "all" | "stances" | Polarity;
  /** 0 is the shortest, 1 the next one. */
  readonly nth: number;
}

/** What the camera looks at, in the renderer's units: the middle, and how much of the drawing fits in. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** All that decides what is on screen. Plain data: it can be saved, compared, put into a link and replayed. */
export interface ViewState {
  /** Id of the page in `pages/registry.ts`. */
  readonly page: string;
  readonly pageOptions: Readonly<Record<string, PageOptions>>;
  readonly filters: Filters;
  readonly selection: Selection | null;
  /** Actors chosen together, in the order in which they were. */
  readonly marked: readonly string[];
  /** The way between two actors that is being read. */
  readonly path: PathQuery | null;
  readonly hover: Hover | null;
  readonly query: string;
  readonly theme: Theme;
  /** Where the reader has put actors by hand, in the graph's own coordinates. */
  readonly pins: Readonly<Record<string, Place>>;
  readonly layout: LayoutName;
  /** Where forces left the actors; empty unless they have run. */
  readonly places: Readonly<Record<string, Place>>;
  /** Whether actors that hang together are ringed by a hull. */
  readonly groups: boolean;
  /** Null: wherever the drawing puts it. */
  readonly camera: Camera | null;
}

export const INITIAL_VIEW: ViewState = {
  page: "graph",
  pageOptions: {},
  filters: DEFAULT_FILTERS,
  selection: null,
  marked: [],
  path: null,
  hover: null,
  query: "",
  theme: "system",
  pins: {},
  layout: "built",
  places: {},
  groups: false,
  camera: null,
};

/** A facet of the legend and one of its values. */
export type FacetValue =
  | { readonly facet: "polarity"; readonly value: Polarity }
  | { readonly facet: "predicate"; readonly value: Predicate }
  | { readonly facet: "type"; readonly value: EntityType };

export type Action =
  /** Goes to a page; `options` are merged into what it is set to. */
  | { readonly type: "show-page"; readonly page: string; readonly options?: PageOptions }
  /** Merges into a page's options; "" takes an option back. */
  | { readonly type: "set-page-options"; readonly page: string; readonly options: PageOptions }
  | ({ readonly type: "toggle-value" } & FacetValue)
  /** Shows only these values of a facet, or all again where only they are shown already. `all` are those the graph has. */
  | {
      readonly type: "only-values";
      readonly facet: FacetValue["facet"];
      readonly values: readonly string[];
      readonly all: readonly string[];
    }
  | {
      readonly type: "set-values-shown";
      readonly facet: FacetValue["facet"];
      readonly values: readonly string[];
      readonly shown: boolean;
    }
  | { readonly type: "set-min-confidence"; readonly value: number }
  | { readonly type: "set-period"; readonly period: Period | null }
  | { readonly type: "set-unlinked"; readonly shown: boolean }
  /** Changes the filters that have no action of their own. */
  | { readonly type: "narrow"; readonly filters: Partial<Filters> }
  | { readonly type: "set-lens"; readonly lens: Partial<Lens> }
  | { readonly type: "focus"; readonly key: string; readonly depth: number }
  | { readonly type: "leave-focus" }
  | { readonly type: "reset-filters" }
  | { readonly type: "select-node"; readonly key: string }
  | { readonly type: "select-edge"; readonly key: string; readonly at?: number }
  | { readonly type: "step-evidence"; readonly by: number; readonly count: number }
  | { readonly type: "clear-selection" }
  /** Adds an actor to those chosen together, or takes it out again. */
  | { readonly type: "toggle-mark"; readonly key: string }
  | { readonly type: "mark"; readonly keys: readonly string[] }
  | { readonly type: "find-path"; readonly path: PathQuery }
  | { readonly type: "leave-path" }
  | { readonly type: "set-layout"; readonly layout: LayoutName; readonly places?: Readonly<Record<string, Place>> }
  | { readonly type: "set-groups"; readonly shown: boolean }
  | { readonly type: "move-camera"; readonly camera: Camera | null }
  | { readonly type: "hover"; readonly hover: Hover | null }
  | { readonly type: "search"; readonly query: string }
  | { readonly type: "set-theme"; readonly theme: Theme }
  | { readonly type: "pin"; readonly key: string; readonly x: number; readonly y: number }
  | { readonly type: "unpin"; readonly key: string }
  | { readonly type: "pin-all"; readonly pins: Readonly<Record<string, Place>> }
  /** Goes to a saved view: a step that can be undone. */
  | { readonly type: "show-view"; readonly view: Partial<ViewState> }
  /** What an address asked for. */
  | { readonly type: "restore"; readonly view: Partial<ViewState> };

const HIDDEN = { polarity: "hiddenPolarities", predicate: "hiddenPredicates", type: "hiddenTypes" } as const;

function withHidden(state: ViewState, facet: FacetValue["facet"], hidden: readonly string[]): ViewState {
  return { ...state, filters: { ...state.filters, [HIDDEN[facet]]: hidden } };
}

function withOptions(state: ViewState, page: string, options: PageOptions): ViewState {
  const merged = Object.entries({ ...state.pageOptions[page], ...options }).filter(([, value]) => value !== "");
  const { [page]: _, ...others } = state.pageOptions;
  return {
    ...state,
    pageOptions: merged.length > 0 ? { ...others, [page]: Object.fromEntries(merged) } : others,
  };
}

/** The view after an action. Pure: the same state and action give the same view, and the old one is not changed. */
export function reduceView(state: ViewState, action: Action): ViewState {
  switch (action.type) {
    case "show-page":
      return { ...withOptions(state, action.page, action.options ?? {}), page: action.page, hover: null };
    case "set-page-options":
      return withOptions(state, action.page, action.options);
    case "toggle-value": {
      const hidden: readonly string[] = state.filters[HIDDEN[action.facet]];
      const isHidden = hidden.includes(action.value);
      return withHidden(
        state,
        action.facet,
        isHidden ? hidden.filter((value) => value !== action.value) : [...hidden, action.value],
      );
    }
    case "only-values": {
      const hidden: readonly string[] = state.filters[HIDDEN[action.facet]];
      const others = action.all.filter((value) => !action.values.includes(value));
      const already = others.every((value) => hidden.includes(value)) && hidden.length === others.length;
      return withHidden(state, action.facet, already ? [] : others);
    }
    case "set-values-shown": {
      const rest = state.filters[HIDDEN[action.facet]].filter((value) => !action.values.includes(value));
      return withHidden(state, action.facet, action.shown ? rest : [...rest, ...action.values]);
    }
    case "set-min-confidence":
      return { ...state, filters: { ...state.filters, minConfidence: Math.min(1, Math.max(0, action.value)) } };
    case "set-period":
      return { ...state, filters: { ...state.filters, period: action.period } };
    case "set-unlinked":
      return { ...state, filters: { ...state.filters, unlinked: action.shown } };
    case "narrow":
      return { ...state, filters: { ...state.filters, ...action.filters } };
    case "set-lens":
      return { ...state, filters: { ...state.filters, lens: { ...state.filters.lens, ...action.lens } } };
    case "focus":
      return { ...state, filters: { ...state.filters, focus: { key: action.key, depth: action.depth } } };
    case "leave-focus":
      return { ...state, filters: { ...state.filters, focus: null } };
    case "reset-filters":
      return { ...state, filters: DEFAULT_FILTERS };
    case "select-node":
      return { ...state, selection: { kind: "node", key: action.key }, marked: [] };
    case "select-edge":
      return { ...state, selection: { kind: "edge", key: action.key, at: action.at ?? 0 }, marked: [] };
    case "step-evidence": {
      if (state.selection?.kind !== "edge" || action.count < 1) return state;
      const at = Math.min(action.count - 1, Math.max(0, state.selection.at + action.by));
      return { ...state, selection: { ...state.selection, at } };
    }
    case "clear-selection":
      return state.selection || state.marked.length > 0 ? { ...state, selection: null, marked: [] } : state;
    case "toggle-mark": {
      // The actor that is open belongs to the choice that begins beside it.
      const open = state.selection?.kind === "node" && state.marked.length === 0 ? [state.selection.key] : [];
      const marked = [...open.filter((key) => key !== action.key), ...state.marked];
      const rest = marked.filter((key) => key !== action.key);
      return { ...state, marked: rest.length < marked.length ? rest : [...rest, action.key] };
    }
    case "mark":
      return { ...state, marked: action.keys };
    case "find-path":
      return { ...state, path: action.path, selection: null, marked: [] };
    case "leave-path":
      return state.path ? { ...state, path: null } : state;
    case "set-layout":
      return { ...state, layout: action.layout, places: action.places ?? state.places };
    case "set-groups":
      return { ...state, groups: action.shown };
    case "move-camera":
      return { ...state, camera: action.camera };
    case "hover": {
      const same = state.hover?.key === action.hover?.key && state.hover?.kind === action.hover?.kind;
      return same ? state : { ...state, hover: action.hover };
    }
    case "search":
      return { ...state, query: action.query };
    case "set-theme":
      return { ...state, theme: action.theme };
    case "pin":
      return { ...state, pins: { ...state.pins, [action.key]: { x: action.x, y: action.y } } };
    case "unpin": {
      const { [action.key]: _, ...pins } = state.pins;
      return { ...state, pins };
    }
    case "pin-all":
      return { ...state, pins: { ...state.pins, ...action.pins } };
    case "show-view":
    case "restore":
      return { ...state, ...action.view, hover: null };
  }
}
