import type { EntityType, Polarity } from "../../core/index.ts";

/** The colours of a drawing, all opaque `#rrggbb`. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
  readonly relation: string;
  readonly polarity: Readonly<Record<Polarity, string>>;
  readonly entityType: Readonly<Record<EntityType, string>>;
}

/** Dark ink on light paper, as the viewer has it by day. */
export const PRINT_PALETTE: Palette = {
  paper: "#fcfbf8",
  ink: "#1c1b19",
  soft: "#5c5851",
  accent: "#1c1b19",
  relation: "#968f82",
  polarity: { support: "#0c807a", oppose: "#cd4418", mixed: "#b07c08" },
  entityType: {
    person: "#6a7b97",
    organization: "#857a67",
    place: "#6c8a70",
    group: "#94718a",
    event: "#9a7f55",
    product: "#5a868e",
    law: "#746f9d",
    work: "#8d8680",
    concept: "#4f4c47",
  },
};

/** `share` of `color` laid over `paper`, as one opaque colour. Both are `#rrggbb`. */
export function mix(color: string, paper: string, share: number): string {
  const channel = (hex: string, index: number) => Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) => {
    const value = Math.round(channel(color, index) * share + channel(paper, index) * (1 - share));
    return value.toString(16).padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}
