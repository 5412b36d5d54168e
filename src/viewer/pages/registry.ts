import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { IconName } from "../components/icons.tsx";

/**
 * The pages of the workbench. To add one:
 *
 * 1. Write `pages/NAME/NAME-page.tsx` with a component without props as its default export, its rules in
 *    `pages/NAME/NAME-page.css` (imported there; colours and sizes come from `styles/tokens.css` only), and what can be
 *    worked out without a page in `model/`, `analyse/` or `export/`, with tests.
 * 2. Add an entry below, in the place where it should stand in the navigation. That is all: the bar, the menu on small
 *    screens, the command palette, the address and the history take it from here.
 *
 * A page reads the open graph by `useWorkbench()`: `graph`, `visible` (what the filters leave; show that and nothing
 * else, or say so), `documents`, `open({ kind, key })` to bring up an actor or the evidence of a line beside it, and
 * `announce(text)` for people who listen. Settings that a link should carry go through `usePageOptions(id, defaults)`;
 * anything else may be component state. `useViewStore().dispatch({ type: "show-page", page, options })` leads to
 * another page. Each page's code is loaded when it is first shown. It gets a `<section>` that does not scroll: wrap the
 * content in `<div className="page">` for the usual margins, or scroll on your own.
 */
export interface PageEntry {
  /** Stands in links: never change it. */
  readonly id: string;
  readonly label: string;
  readonly group: PageGroup;
  readonly icon: IconName;
  /** What it is for, in one sentence: shown in the menu and the command palette. */
  readonly hint: string;
  /** Whether the legend with its filters stands beside it. */
  readonly filters: boolean;
  /** False for a page that is reached from others only. */
  readonly listed?: false;
  readonly Component: LazyExoticComponent<ComponentType>;
}

export const PAGE_GROUPS = ["See", "Compare", "Read", "Make"] as const;
export type PageGroup = (typeof PAGE_GROUPS)[number];

export const PAGES: readonly PageEntry[] = [
  {
    id: "graph",
    label: "Graph",
    group: "See",
    icon: "graph",
    hint: "Who stands where, as a drawing",
    filters: true,
    Component: lazy(() => import("./graph/graph-page.tsx")),
  },
  {
    id: "matrix",
    label: "Matrix",
    group: "See",
    icon: "matrix",
    hint: "Who stands where on what, as a table of colours",
    filters: true,
    Component: lazy(() => import("./matrix/matrix-page.tsx")),
  },
  {
    id: "compare",
    label: "Side by side",
    group: "Compare",
    icon: "compare",
    hint: "What two actors agree on and what they part over",
    filters: true,
    Component: lazy(() => import("./compare/compare-page.tsx")),
  },
  {
    id: "coalitions",
    label: "Coalitions",
    group: "Compare",
    icon: "camps",
    hint: "Who stands with whom, by the stances they share",
    filters: true,
    Component: lazy(() => import("./coalitions/coalitions-page.tsx")),
  },
  {
    id: "turns",
    label: "Changed minds",
    group: "Compare",
    icon: "turn",
    hint: "Who was for something and then against it",
    filters: true,
    Component: lazy(() => import("./turns/turns-page.tsx")),
  },
  {
    id: "voices",
    label: "Missing voices",
    group: "Compare",
    icon: "voices",
    hint: "Who is judged and never heard",
    filters: true,
    Component: lazy(() => import("./voices/voices-page.tsx")),
  },
  {
    id: "sources",
    label: "Sources",
    group: "Compare",
    icon: "sources",
    hint: "According to whom: voices, outlets, and what rests on one alone",
    filters: true,
    Component: lazy(() => import("./sources/sources-page.tsx")),
  },
  {
    id: "builds",
    label: "What changed",
    group: "Compare",
    icon: "changes",
    hint: "This graph against another build of it",
    filters: false,
    Component: lazy(() => import("./builds/builds-page.tsx")),
  },
  {
    id: "actors",
    label: "Actors",
    group: "Read",
    icon: "table",
    hint: "Every actor, how it judges and is judged",
    filters: true,
    Component: lazy(() => import("./actors/actors-page.tsx")),
  },
  {
    id: "stances",
    label: "Stances",
    group: "Read",
    icon: "table",
    hint: "Every stance in a table",
    filters: true,
    Component: lazy(() => import("./stances/stances-page.tsx")),
  },
  {
    id: "evidence",
    label: "Evidence",
    group: "Read",
    icon: "table",
    hint: "Every sentence that proves something",
    filters: true,
    Component: lazy(() => import("./evidence/evidence-page.tsx")),
  },
  {
    id: "documents",
    label: "Documents",
    group: "Read",
    icon: "table",
    hint: "Every article, and what it proves",
    filters: true,
    Component: lazy(() => import("./documents/documents-page.tsx")),
  },
  {
    id: "reader",
    label: "Reader",
    group: "Read",
    icon: "quote",
    hint: "A whole article with every claim marked",
    filters: true,
    Component: lazy(() => import("./reader/reader-page.tsx")),
  },
  {
    id: "own-text",
    label: "Your text",
    group: "Make",
    icon: "plus",
    hint: "Read articles of your own into the graph",
    filters: false,
    Component: lazy(() => import("./own-text/own-text-page.tsx")),
  },
  {
    id: "export",
    label: "Export",
    group: "Make",
    icon: "save",
    hint: "Pictures, tables, pages and files for other programs",
    filters: true,
    Component: lazy(() => import("./export/export-page.tsx")),
  },
];

/** The entry of a page; the graph where the id is unknown, as in a link from elsewhere. */
export function findPage(id: string): PageEntry {
  return PAGES.find((entry) => entry.id === id) ?? PAGES[0]!;
}
