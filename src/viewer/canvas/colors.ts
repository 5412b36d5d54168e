import { ENTITY_TYPES, type EntityType } from "../../core/index.ts";
import { mix, type Palette } from "../../export/index.ts";

export { mix, type Palette };

const FALLBACK = "#808080";

/** `#rgb` or `#rrggbb` → `#rrggbb` in lower case; anything else → a middle grey. */
export function toHex(color: string): string {
  const text = color.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${Array.from(text.slice(1), (digit) => digit + digit).join("")}`;
  return FALLBACK;
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
