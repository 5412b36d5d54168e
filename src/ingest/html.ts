import { findHtmlMetadata } from "./html-metadata.ts";
import { htmlToText } from "./html-text.ts";
import type { Reader } from "./reader.ts";

/**
 * Reads the article of a web page: its text by Readability (Mozilla's Reader View), a paragraph a block with a blank line
 * between; title, date, publisher and author from its JSON-LD and meta tags. Nothing in the page runs or is fetched.
 * Where Readability sees no article, all text of the body is taken, with a message.
 */
export const readHtml: Reader = async (html, { id, name, messages }) => {
  const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
  const metadata = findHtmlMetadata(document);
  const everything = document.body ? htmlToText(document.body) : "";
  const article = isReadable(document)
    ? new Readability(document, { serializer: (node) => htmlToText(node) }).parse()
    : undefined;
  const text = article?.content ?? "";
  // A few words out of a long page are a cookie notice, not its article.
  const found = text.length >= Math.min(250, everything.length / 4);
  if (!found && everything) {
    messages.add({
      severity: "warning",
      reason: `${name}: no article was found in the page; all of its text was read.`,
      ruleId: "ingest/no-article",
      docId: id,
    });
  }
  return [
    {
      id,
      text: found ? text : everything,
      title: metadata.title ?? article?.title,
      date: metadata.date ?? article?.publishedTime,
      publisher: metadata.publisher ?? article?.siteName,
      author: metadata.author ?? article?.byline,
      url: metadata.url,
    },
  ];
};

/** Readability's time grows with the cube of a page's depth: 1,000 levels take half a minute. Articles have some thirty. */
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 100_000;

function isReadable(document: Document): boolean {
  let depth = 0;
  let elements = 0;
  let node: Element | null = document.documentElement;
  while (node) {
    if (++elements > MAX_ELEMENTS || depth > MAX_DEPTH) return false;
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth++;
      continue;
    }
    while (node && !node.nextElementSibling) {
      node = node.parentElement;
      depth--;
    }
    node = node?.nextElementSibling ?? null;
  }
  return true;
}

/** The encoding that a page declares in its first bytes, as browsers look for it. */
export function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  );
}
