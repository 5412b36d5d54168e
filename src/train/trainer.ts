import type { ModelFile } from "../language/model-file.ts";

/** What a trainer is given. */
export interface TrainingContext {
  /** Folder of the corpora; `data/models/README.md` names the files that each trainer reads. */
  readonly dataFolder: string;
  /** File of word vectors; only the clusters need it. */
  readonly vectorFile?: string;
  /** Where models are read from and written to. */
  readonly modelFolder: string;
  readonly seed: number;
  log(line: string): void;
}

/** One model that `npm run train` makes. Trainers run in the order of `TRAINERS`: later ones may load what earlier ones wrote. */
export interface Trainer {
  /** What `--only` calls it. */
  readonly name: string;
  /** File below the model folder. */
  readonly file: string;
  /** Returns the model to save, or undefined to leave the file as it is. */
  train(context: TrainingContext): Promise<ModelFile | undefined>;
}
