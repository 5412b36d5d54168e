/** What an evaluator is given. */
export interface EvaluationContext {
  /** Folder of the corpora. */
  readonly dataFolder: string;
  /** Folder of the models that are measured. */
  readonly modelFolder: string;
  /** Folder of gold graphs, where one was given. */
  readonly goldFolder?: string;
  /** Folders that may hold the texts of the gold graphs, searched in this order. */
  readonly textFolders: readonly string[];
  /** Ids of the gold articles whose errors may be shown; the others are only counted. */
  readonly shownArticles: ReadonlySet<string>;
  /** How many of the commonest errors to list; 0 for none. */
  readonly errors: number;
  readonly seed: number;
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
  /** Per cent. */
  readonly value: number;
}

/** One part of `npm run evaluate`. */
export interface Evaluator {
  /** What `--only` calls it. */
  readonly name: string;
  /** Whether it measures on gold graphs. */
  readonly needsGold?: boolean;
  /** Whether it trains models of its own, so that it runs only where it is asked for by name. */
  readonly trains?: boolean;
  evaluate(context: EvaluationContext): Promise<readonly Measurement[]>;
}
