import { trainClusters } from "./clusters.ts";
import type { Trainer } from "./trainer.ts";

export const clustersTrainer: Trainer = {
  name: "clusters",
  file: "en-clusters.bin",
  train: async ({ vectorFile, seed, log }) => {
    if (vectorFile) return trainClusters(vectorFile, seed);
    log("no --vectors, the clusters stay as they are");
    return undefined;
  },
};
