import { z } from "zod";

/** A view under a caption: the part of an address after `#`. */
export interface SavedView {
  readonly caption: string;
  readonly hash: string;
}

const MOST_VIEWS = 50;
const MOST_CAPTION = 300;
const MOST_HASH = 20_000;

const schema = z
  .array(z.object({ caption: z.string().max(MOST_CAPTION), hash: z.string().max(MOST_HASH) }))
  .max(MOST_VIEWS);

/**
 * Reads saved views from storage or a link.
 *
 * @returns none where the text is not what `writeSavedViews` makes: both come from outside
 */
export function parseSavedViews(text: string | null): readonly SavedView[] {
  if (!text || text.length > MOST_VIEWS * MOST_HASH) return [];
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

export function writeSavedViews(views: readonly SavedView[]): string {
  return JSON.stringify(views.map(({ caption, hash }) => ({ caption, hash })));
}

/** The list with one more view, under a caption that is cut to what storage takes; the oldest falls off at the end. */
export function addView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const caption = view.caption.trim().slice(0, MOST_CAPTION);
  return [...views, { caption, hash: view.hash }].slice(-MOST_VIEWS);
}

/** A link to a view that carries all the saved ones with it. */
export function toSharedHash(hash: string, views: readonly SavedView[]): string {
  const parameters = new URLSearchParams(hash.replace(/^v1\?/, ""));
  parameters.set("views", writeSavedViews(views));
  return `v1?${parameters}`;
}

/** The saved views that a link carries. */
export function readSharedViews(hash: string): readonly SavedView[] {
  const match = /^#?v1\?(.*)$/s.exec(hash);
  return parseSavedViews(new URLSearchParams(match?.[1] ?? "").get("views"));
}
