/** What an evaluator is given. */
export interface EvaluationContext {
  /** Folder of the corpora. */
  readonly dataFolder: string;
  /** Folder of the models that are measured. */
  readonly modelFolder: string;
  /** How many of the commonest errors to list; 0 for none. */
  readonly errors: number;
  log(line: string): void;
}

/** One figure of the table. */
export interface Measurement {
  /** What was measured: `tags`, `names`. */
  readonly layer: string;
  /** On which corpus: `EWT dev`. */
  readonly corpus: string;
  /** `UPOS, gold tokens`. */
  readonly measure: string;
  readonly value: number;
  /** `%` unless said. */
  readonly unit?: string;
}

/** One part of `npm run evaluate`. */
export interface Evaluator {
  /** What `--only` calls it. */
  readonly name: string;
  evaluate(context: EvaluationContext): Promise<readonly Measurement[]>;
}
