import type { Messages } from "../core/index.ts";
import type { DocumentFields } from "./document.ts";

/** What a format's reader is told besides the text. */
export interface ReaderContext {
  /** The file's name, for messages. */
  readonly name: string;
  /** The id of the document, or the start of the ids where the file holds several without. */
  readonly id: string;
  readonly messages: Messages;
}

/** Reads one format: text → what its documents are made of. */
export type Reader = (
  text: string,
  context: ReaderContext,
) => readonly DocumentFields[] | Promise<readonly DocumentFields[]>;
