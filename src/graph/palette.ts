import type { EntityType, Polarity } from "../core/index.ts";

/**
 * Colours of the entity types: Paul Tol's "muted" scheme, which people with any of the common colour-blindnesses can
 * tell apart (https://personal.sron.nl/~pault/).
 */
export const ENTITY_COLORS: Readonly<Record<EntityType, string>> = {
  person: "#cc6677",
  organization: "#332288",
  place: "#117733",
  group: "#aa4499",
  event: "#882255",
  product: "#44aa99",
  law: "#999933",
  work: "#88ccee",
  concept: "#ddcc77",
};

/** Blue-green and vermilion, never green and red. */
export const POLARITY_COLORS: Readonly<Record<Polarity, string>> = {
  support: "#0f8b8d",
  oppose: "#d55e00",
  mixed: "#b8860b",
};

export const RELATION_COLOR = "#9aa0a6";
