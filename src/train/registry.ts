import { attributionTrainer } from "./attribution-trainer.ts";
import { clustersTrainer } from "./clusters-trainer.ts";
import { corefTrainer } from "./coref-trainer.ts";
import { lemmatizerTrainer } from "./lemmatizer-trainer.ts";
import { lexiconTrainer } from "./names-lexicon.ts";
import { namesTrainer } from "./names-trainer.ts";
import { parserTrainer } from "./parser-trainer.ts";
import { stanceTrainer } from "./stance-trainer.ts";
import { vectorsTrainer } from "./stance-vectors.ts";
import { taggerTrainer } from "./tagger-trainer.ts";
import { tokenizerTrainer } from "./tokenizer-trainer.ts";
import type { Trainer } from "./trainer.ts";
import { verdictTrainer } from "./verdict-trainer.ts";

/** Every trainer, in the order in which they run. */
export const TRAINERS: readonly Trainer[] = [
  clustersTrainer,
  tokenizerTrainer,
  lexiconTrainer,
  taggerTrainer,
  namesTrainer,
  lemmatizerTrainer,
  parserTrainer,
  attributionTrainer,
  corefTrainer,
  vectorsTrainer,
  stanceTrainer,
  verdictTrainer,
];
