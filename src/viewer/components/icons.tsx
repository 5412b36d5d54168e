import type { EntityType, Polarity } from "../../core/index.ts";
import { SIGN_PATHS, TYPE_MARKS } from "../../export/index.ts";

export { SIGN_PATHS };

const PATHS = {
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10",
  search: "M7 2.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 0 0 0-9zM10.300 10.300L14 14",
  open: "M2 12.500v-9h4l1.500 1.500H14v7.500z",
  light:
    "M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1.100 1.100M11.900 11.900L13 13M3 13l1.100-1.100M11.900 4.100L13 3",
  dark: "M13.500 9.500A6 6 0 0 1 6.500 2.500a6 6 0 1 0 7 7z",
  system: "M2 3h12v8H2zM5.500 14h5M8 11v3",
  filter: "M2 4h12M4.500 8h7M6.500 12h3",
  back: "M9.500 3.500L5 8l4.500 4.500",
  next: "M6.500 3.500L11 8l-4.500 4.500",
  copy: "M5.500 5.500h8v8h-8zM3 10.500H2.500v-8h8V3",
  out: "M6 3H3v10h10v-3M9 2.500h4.500V7M13.500 2.500L7.500 8.500",
  undo: "M5.500 3L2.500 6l3 3M2.500 6h7a4 4 0 0 1 0 8H7",
  graph:
    "M4 5.500a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3zM12 7.500a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3zM6 14a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3zM5.400 4.500l5.200 1.200M4.300 5.500l1.400 5.500M11 7.200l-4 4.200",
  matrix: "M2.500 2.500h3v3h-3zM6.500 6.500h3v3h-3zM10.500 2.500h3v3h-3zM2.500 10.500h3v3h-3zM10.500 10.500h3v3h-3z",
  compare: "M8 2v12M2.500 5h3M2.500 8h3M2.500 11h2M10.500 5h3M10.500 8h3M10.500 11h2",
  camps:
    "M5.500 9.500a3.500 3.500 0 1 0 0-7a3.500 3.500 0 0 0 0 7zM10.500 13.500a3.500 3.500 0 1 0 0-7a3.500 3.500 0 0 0 0 7z",
  turn: "M2.500 11h6a3 3 0 0 0 0-6H4M6.500 2.500L4 5l2.500 2.500",
  voices: "M2.500 3.500h11v7h-6l-3 2.500v-2.500h-2zM5 13.500",
  sources: "M3 13V8M8 13V3M13 13V6",
  changes: "M3 4h4v8H3zM9.500 8h4M11.500 6v4",
  play: "M5 3l8 5-8 5z",
  pause: "M5.500 3.500v9M10.500 3.500v9",
  swap: "M4.500 5.500h9M11 3l2.500 2.500L11 8M11.500 10.500h-9M5 8l-2.500 2.500L5 13",
  save: "M8 2.500v8M4.500 7L8 10.500 11.500 7M2.500 13.500h11",
  quote: "M3 2.500h10v11H3zM5.500 5.500h5M5.500 8h5M5.500 10.500h3",
  table: "M2 3h12v10H2zM2 6.500h12M2 9.800h12M6 3v10",
  menu: "M2.500 4.500h11M2.500 8h11M2.500 11.500h11",
  path: "M3.500 13.500a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3zM12.500 5.500a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3zM5 12h4a2 2 0 0 0 0-4H7a2 2 0 0 1 0-4h4",
  focus: "M8 10a2 2 0 1 0 0-4a2 2 0 0 0 0 4zM2.500 5.500v-3h3M10.500 2.500h3v3M13.500 10.500v3h-3M5.500 13.500h-3v-3",
  hide: "M2 8c1.600-2.700 3.600-4 6-4s4.400 1.300 6 4c-1.600 2.700-3.600 4-6 4s-4.400-1.300-6-4zM3 13L13 3",
  pin: "M8 14.500C5 11.200 3.500 8.800 3.500 6.500a4.500 4.500 0 0 1 9 0c0 2.300-1.500 4.700-4.500 8zM8 8a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3z",
  arrange:
    "M8 4.500a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3zM3.500 13.500a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3zM12.500 13.500a1.500 1.500 0 1 0 0-3a1.500 1.500 0 0 0 0 3zM7.300 4.500L4.300 10.700M8.700 4.500l3 6.200M5 12h6",
  stop: "M4 4h8v8H4z",
  bookmark: "M4 2.500h8v11l-4-3-4 3z",
  help: "M8 14a6 6 0 1 0 0-12a6 6 0 0 0 0 12zM6.200 6.300c.2-1 .9-1.600 1.900-1.600s1.800.6 1.800 1.500c0 1.200-1.900 1.400-1.900 2.700M8 11.200v.1",
  check: "M3 8.500l3.200 3L13 4.500",
  trash: "M3 4.500h10M6 4.500v-2h4v2M4.500 4.500l.6 9h5.800l.6-9",
  link: "M6.800 9.200a2.800 2.800 0 0 0 4 0l2-2a2.800 2.800 0 0 0-4-4L8 4M9.200 6.800a2.800 2.800 0 0 0-4 0l-2 2a2.800 2.800 0 0 0 4 4L8 12",
  edit: "M3 13l.600-3L10.500 3l2.500 2.500L6 12.500z",
  redo: "M10.500 3l3 3-3 3M13.500 6h-7a4 4 0 0 0 0 8H9",
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon of 16 px. It says nothing to a screen reader: the control around it carries the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** The disc of an entity's type, as it stands in the graph. */
export function TypeDisc({ type, size = 18 }: { readonly type: EntityType; readonly size?: number }) {
  return (
    <svg className="type-disc" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <circle cx="12" cy="12" r="12" fill={`var(--type-${type})`} />
      <path d={TYPE_MARKS[type]} transform="translate(5.400 5.400) scale(0.825)" fill="var(--paper)" />
    </svg>
  );
}

/** The sign of a polarity, as it stands on the graph's lines. */
export function PolaritySign({ polarity }: { readonly polarity: Polarity }) {
  return (
    <svg className="polarity-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="none" stroke={`var(--${polarity})`} strokeWidth="1.5" />
      <path
        d={SIGN_PATHS[polarity]}
        stroke={`var(--${polarity})`}
        strokeWidth="1.600"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
