import { parseDate } from "./date.ts";

export interface HtmlMetadata {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Reads what a page says of itself: schema.org JSON-LD first, then Open Graph, Dublin Core and the meta names that
 * newspapers use. Only dates that can be read count, so that a bad one does not hide a good one.
 */
export function findHtmlMetadata(document: Document): HtmlMetadata {
  const article = findArticle(document);
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const key = (
      meta.getAttribute("property") ??
      meta.getAttribute("name") ??
      meta.getAttribute("itemprop")
    )?.toLowerCase();
    const content = meta.getAttribute("content")?.trim();
    if (key && content && !metas.has(key)) metas.set(key, content);
  }
  const first = (...keys: string[]): string | undefined => keys.map((key) => metas.get(key)).find(Boolean);
  const dates = [
    nameOf(article?.datePublished),
    ...[
      "article:published_time",
      "datepublished",
      "dc.date",
      "dc.date.issued",
      "dcterms.issued",
      "date",
      "pubdate",
      "parsely-pub-date",
      "sailthru.date",
    ].map((key) => metas.get(key)),
    document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined,
    nameOf(article?.dateModified),
  ];
  const author = nameOf(article?.author) ?? first("author", "article:author", "dc.creator", "parsely-author", "byl");
  return {
    title:
      nameOf(article?.headline) ??
      first("og:title", "twitter:title", "dc.title") ??
      document.querySelector("h1")?.textContent?.trim(),
    date: dates.map((date) => date && parseDate(date)).find(Boolean),
    publisher: nameOf(article?.publisher) ?? first("og:site_name", "publisher", "dc.publisher", "application-name"),
    // Some pages give the address of the author's page.
    author: author && !/^https?:/i.test(author) ? author.replace(/^by\s+/i, "") : undefined,
    url: nameOf(article?.url) ?? document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? first("og:url"),
  };
}

type Json = Record<string, unknown>;
const ARTICLE = /(?:Article|BlogPosting|Report|NewsArticle)$/;

function findArticle(document: Document): Json | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown;
    try {
      data = JSON.parse(script.textContent ?? "");
    } catch {
      // A page's broken metadata is no reason to lose the page.
      continue;
    }
    const nodes = Array.isArray(data) ? data : isJson(data) && Array.isArray(data["@graph"]) ? data["@graph"] : [data];
    for (const node of nodes) {
      if (isJson(node) && [node["@type"]].flat().some((type) => typeof type === "string" && ARTICLE.test(type)))
        return node;
    }
  }
  return undefined;
}

/** A name as schema.org allows it: a string, a thing with a name, or a list of them. */
function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() || undefined;
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(", ") || undefined;
  return isJson(value) ? nameOf(value.name) : undefined;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
