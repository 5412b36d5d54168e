import { createContext, useContext } from "react";

/** Files that were dropped on the page and wait to be read as texts. */
export interface Inbox {
  readonly files: readonly File[];
  /** Empties it. */
  readonly clear: () => void;
}

export const InboxContext = createContext<Inbox>({ files: [], clear: () => {} });

export const useInbox = (): Inbox => useContext(InboxContext);
