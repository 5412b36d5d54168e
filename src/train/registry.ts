import { clustersTrainer } from "./clusters-trainer.ts";
import { tokenizerTrainer } from "./tokenizer-trainer.ts";
import type { Trainer } from "./trainer.ts";

/** Every trainer, in the order in which they run. */
export const TRAINERS: readonly Trainer[] = [clustersTrainer, tokenizerTrainer];
