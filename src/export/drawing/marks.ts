import type { EntityType, Polarity } from "../../core/index.ts";

/** The sign of an entity's type inside its disc: shapes on a 16 × 16 grid. */
export const TYPE_MARKS: Readonly<Record<EntityType, string>> = {
  person: "M8 1.5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4zM2 14.5c0-3.4 2.6-5.4 6-5.4s6 2 6 5.4z",
  organization: "M2 5.2L8 1.5l6 3.7v1.3H2zM3 7.5h2v5H3zM7 7.5h2v5H7zM11 7.5h2v5h-2zM2 13.2h12v1.6H2z",
  place: "M8 1a5 5 0 0 1 5 5c0 3.4-5 9-5 9s-5-5.6-5-9a5 5 0 0 1 5-5zM8 4a2 2 0 1 0 0 4a2 2 0 0 0 0-4z",
  group:
    "M5.2 3a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 0 1 0-4.8zM10.8 3a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 0 1 0-4.8zM.8 13.5c0-3 1.800-4.700 4.400-4.700c1.100 0 2.100.3 2.800.9c.7-.6 1.700-.9 2.800-.9c2.600 0 4.400 1.700 4.400 4.700z",
  event: "M3.5 2h1.800v1.500h5.400V2h1.800v1.500H14V14H2V3.500h1.500zM3.700 6.800v5.500h8.600V6.800z",
  product:
    "M8 1l6 3.200v7.600L8 15l-6-3.200V4.200zM8 3L4.600 4.800L8 6.600l3.400-1.800zM3.700 6.400v4.400L7.200 12.700V8.200z",
  law: "M3 1.500h7l3 3v10H3zM5 6h6v1.300H5zM5 8.600h6v1.300H5zM5 11.200h4v1.300H5z",
  work: "M1.500 3c2.500-.8 4.800-.5 6.500.8c1.700-1.300 4-1.600 6.500-.8v9.800c-2.500-.7-4.800-.4-6.500.9c-1.700-1.300-4-1.600-6.500-.9z",
  concept:
    "M8 1a4.800 4.800 0 0 1 2.800 8.700V11.500H5.200V9.700A4.800 4.800 0 0 1 8 1zM5.500 12.500h5V14H9.500v1h-3v-1h-1z",
};

/** The signs + − ± on a grid of 16 × 16. */
export const SIGN_PATHS: Record<Polarity, string> = {
  support: "M4.800 8h6.400M8 4.800v6.400",
  oppose: "M4.800 8h6.400",
  mixed: "M5.400 6.600h5.200M8 4v5.200M5 11.400h6",
};
