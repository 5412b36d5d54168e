import { readModel } from "../model-file.ts";

/**
 * Word classes from newswire: words that occur in like contexts share a class. Classes nest: a fine class lies in one
 * middle class, a middle class in one coarse class. Id 0 means that the word is not listed.
 */
export interface Clusters {
  /** Sizes, the class 0 included. */
  readonly sizes: { readonly fine: number; readonly middle: number; readonly coarse: number };
  /** Fine class of a lower-cased word. */
  fine(lower: string): number;
  /** Middle class of a lower-cased word. */
  middle(lower: string): number;
  /** Coarse class of a lower-cased word. */
  coarse(lower: string): number;
  /** Rank by frequency in newswire, 0 for the commonest, -1 where the word is not listed. */
  rank(lower: string): number;
}

export const CLUSTERS_KIND = "en-clusters";
export const CLUSTERS_VERSION = 1;

/** Reads the word classes from the bytes of `models/en-clusters.bin`. */
export async function loadClusters(bytes: Uint8Array): Promise<Clusters> {
  const { sections } = await readModel(bytes, CLUSTERS_KIND, CLUSTERS_VERSION);
  const words = new TextDecoder().decode(sections.words!).split("\n");
  const fineOf = pairs(sections.fine!);
  const middleOf = pairs(sections.middle!);
  const coarseOf = sections.coarse!;
  const rankOf = triples(sections.rank!);
  const indexes = new Map<string, number>();
  for (let index = 0; index < words.length; index++) indexes.set(words[index]!, index);

  const fine = (lower: string): number => {
    const index = indexes.get(lower);
    return index === undefined ? 0 : fineOf[index]!;
  };
  return {
    sizes: {
      fine: middleOf.length,
      middle: coarseOf.length,
      coarse: 1 + coarseOf.reduce((most, id) => Math.max(most, id), 0),
    },
    fine,
    middle: (lower) => middleOf[fine(lower)]!,
    coarse: (lower) => coarseOf[middleOf[fine(lower)]!]!,
    rank: (lower) => {
      const index = indexes.get(lower);
      return index === undefined ? -1 : rankOf[index]!;
    },
  };
}

/** Numbers of two bytes, low bytes first, then high bytes: the planes compress better than pairs. */
function pairs(bytes: Uint8Array): Uint16Array {
  const half = bytes.length / 2;
  return Uint16Array.from({ length: half }, (_, i) => bytes[i]! | (bytes[half + i]! << 8));
}

function triples(bytes: Uint8Array): Uint32Array {
  const third = bytes.length / 3;
  return Uint32Array.from(
    { length: third },
    (_, i) => bytes[i]! | (bytes[third + i]! << 8) | (bytes[2 * third + i]! << 16),
  );
}
