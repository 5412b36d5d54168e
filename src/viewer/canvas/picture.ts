import { findPlaces } from "../layout/places.ts";
import { findCommunities } from "../model/communities.ts";
import type { Visible } from "../model/filters.ts";
import type { StanceGraph } from "../model/stance-graph.ts";
import type { Place, ViewState } from "../state/view-state.ts";
import { type Emphasis, emphasisOf } from "./emphasis.ts";
import { chooseRules, type DrawingRules } from "./guards.ts";
import { chooseSigned, countLoops, orderByImportance } from "./scene.ts";

/** More signs than these are a rash, not a key. */
const MOST_SIGNED = 400;

/** What a view means for the drawing. Each part is the same object as before as long as nothing it rests on changes. */
export interface Picture {
  readonly view: ViewState;
  readonly visible: Visible;
  readonly rules: DrawingRules;
  /** The visible actors, those that matter most first. */
  readonly order: readonly string[];
  /** The stances that carry their sign. */
  readonly signed: readonly string[];
  readonly loops: ReadonlyMap<string, number>;
  readonly groups: readonly (readonly string[])[];
  /** Where the layout puts the actors, pins left aside. */
  readonly places: ReadonlyMap<string, Place>;
  readonly emphasis: Emphasis | null;
  readonly marked: ReadonlySet<string>;
}

/** Works out the picture of a view; what the former one already holds is taken from there. */
export function composePicture(graph: StanceGraph, view: ViewState, visible: Visible, before?: Picture): Picture {
  const same = (...parts: (keyof ViewState)[]) => before && parts.every((part) => before.view[part] === view[part]);
  const kept = before?.visible === visible ? before : undefined;
  const rules = kept?.rules ?? chooseRules(visible.edges.size);
  return {
    view,
    visible,
    rules,
    signed: kept?.signed ?? (rules.signs ? chooseSigned(graph, visible, MOST_SIGNED) : []),
    order: kept?.order ?? orderByImportance(graph, visible),
    loops: kept?.loops ?? countLoops(graph, visible),
    groups: kept && same("groups") ? kept.groups : view.groups ? findCommunities(graph, visible) : [],
    // Filters alone move nobody: who stays in sight stays where they are.
    places: before && same("layout", "places") ? before.places : findPlaces(graph, visible, view),
    emphasis: kept && same("hover", "selection", "path") ? kept.emphasis : emphasisOf(graph, visible, view),
    marked: before && same("marked") ? before.marked : new Set(view.marked),
  };
}

/** Where every actor stands: at its pin, or where the layout puts it. */
export function standingPlaces({ places, view }: Picture): ReadonlyMap<string, Place> {
  const { pins } = view;
  if (Object.keys(pins).length === 0) return places;
  return new Map([...places].map(([key, place]) => [key, Object.hasOwn(pins, key) ? pins[key]! : place]));
}
