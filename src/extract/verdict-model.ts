import { InputError } from "../core/index.ts";
import { readModel } from "../language/index.ts";
import { type BoostedTrees, classifyByTrees } from "./boosted-trees.ts";
import { DOSSIER_FEATURES } from "./dossier.ts";

export const VERDICT_MODEL_KIND = "en-verdict";
export const VERDICT_MODEL_VERSION = 1;
export const VERDICT_CLASSES = ["none", "support", "oppose"] as const;

/** How likely it is that a careful reader of the whole document would say that the holder takes each side. */
export interface Verdict {
  readonly support: number;
  readonly oppose: number;
}

/** Judges a pair by all that a document shows of it. */
export interface VerdictModel {
  /** Probabilities for features as `DOSSIER_FEATURES` names them. */
  judge(features: ArrayLike<number>): Verdict;
}

/**
 * Reads `models/en-verdict.bin`.
 * @throws InputError if the bytes are no such file, or were trained with other features
 */
export async function loadVerdictModel(bytes: Uint8Array): Promise<VerdictModel> {
  const { meta } = await readModel(bytes, VERDICT_MODEL_KIND, VERDICT_MODEL_VERSION);
  const { features, ...trees } = meta as BoostedTrees;
  if (features.join() !== DOSSIER_FEATURES.join()) {
    throw new InputError(
      "loadVerdictModel: the model was trained with other features. Use the model files of this release.",
      {
        code: "other-features",
      },
    );
  }
  return {
    judge(values) {
      const [, support, oppose] = classifyByTrees(trees, values);
      return { support: support!, oppose: oppose! };
    },
  };
}
