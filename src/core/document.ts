/** A text as it was read, before any analysis. `text` never changes after ingest: every offset points into it. */
export interface Document {
  /** Unique among the documents of one build; comes from the file's name or the record, never from a counter. */
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** Publication day, `YYYY-MM-DD` (or `YYYY-MM`, `YYYY` where no more is known). */
  readonly date?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
}
