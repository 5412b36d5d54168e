import { ENTITY_TYPES, type EntityType, type Polarity } from "../../core/index.ts";

/** The colours that the canvas needs, all opaque `#rrggbb`: the renderer reads nothing else rightly. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
  readonly relation: string;
  readonly polarity: Readonly<Record<Polarity, string>>;
  readonly entityType: Readonly<Record<EntityType, string>>;
}

const FALLBACK = "#808080";

/** `#rgb` or `#rrggbb` → `#rrggbb` in lower case; anything else → a middle grey. */
export function toHex(color: string): string {
  const text = color.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${Array.from(text.slice(1), (digit) => digit + digit).join("")}`;
  return FALLBACK;
}

/** `share` of `color` laid over `paper`, as one opaque colour. Both are `#rrggbb`. */
export function mix(color: string, paper: string, share: number): string {
  const channel = (hex: string, index: number) => Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) => {
    const value = Math.round(channel(color, index) * share + channel(paper, index) * (1 - share));
    return value.toString(16).padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}

/** Reads the palette from the design tokens, which are the only place where colours are chosen. */
export function readPalette(token: (name: string) => string): Palette {
  const color = (name: string) => toHex(token(name));
  return {
    paper: color("--paper"),
    ink: color("--ink"),
    soft: color("--ink-soft"),
    accent: color("--accent"),
    relation: color("--relation"),
    polarity: { support: color("--support"), oppose: color("--oppose"), mixed: color("--mixed") },
    entityType: Object.fromEntries(ENTITY_TYPES.map((type) => [type, color(`--type-${type}`)])) as Record<
      EntityType,
      string
    >,
  };
}
