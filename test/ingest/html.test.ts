import { describe, expect, test } from "vitest";
import { createMessages } from "../../src/core/index.ts";
import { readDocuments } from "../../src/ingest/index.ts";

const PARAGRAPH =
  "The ministry said on Monday that it would let the company build the network, and three officials agreed with it.";
const ARTICLE = `<article><h1>A blow</h1><p>${PARAGRAPH} <em>Really</em>,&nbsp;so.</p><script>document.title="x"</script>
  <h2>What next</h2><ul><li>One thing, as they said</li><li>Another thing</li></ul>
  <p>${PARAGRAPH}<br>A line.<br><br>A paragraph.</p><p>${PARAGRAPH}</p></article>`;
const page = (head: string, body = ARTICLE): string =>
  `<!doctype html><html><head>${head}</head><body><nav><a href="/">Home</a> <a href="/more">More</a></nav>${body}<footer>Imprint</footer></body></html>`;

async function readPage(html: string) {
  const messages = createMessages();
  const [document] = await readDocuments({ name: "a.html", content: html }, messages);
  return { document, rules: messages.list.map(({ ruleId }) => ruleId) };
}

describe("readDocuments(source) of a web page", () => {
  test("takes the article's paragraphs, with a blank line between, and nothing around it", async () => {
    const { document, rules } = await readPage(page("<title>A blow - The Paper</title>"));
    expect(document?.text.split("\n\n")).toEqual([
      `${PARAGRAPH} Really, so.`,
      "What next",
      "One thing, as they said",
      "Another thing",
      `${PARAGRAPH}\nA line.`,
      "A paragraph.",
      PARAGRAPH,
    ]);
    expect(rules).toEqual([]);
  });

  test.each([
    [
      "JSON-LD",
      `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"no"},{"@type":["NewsArticle"],"headline":"A blow","datePublished":"2019-02-23T08:00:00Z","author":[{"name":"Jane Roe"},{"name":"John Doe"}],"publisher":{"name":"The Paper"},"url":"https://example.org/a"}]}</script>`,
      "A blow|2019-02-23|Jane Roe, John Doe|The Paper|https://example.org/a",
    ],
    [
      "Open Graph",
      '<meta property="og:title" content="A blow"><meta property="article:published_time" content="2019-02-23T08:00:00Z"><meta name="author" content="By Jane Roe"><meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://example.org/a">',
      "A blow|2019-02-23|Jane Roe|The Paper|https://example.org/a",
    ],
    [
      "Dublin Core, past a date that cannot be read and broken JSON-LD",
      '<script type="application/ld+json">{"@type":</script><meta name="article:published_time" content="yesterday"><meta name="DC.date" content="23 February 2019"><meta name="DC.title" content="A blow"><meta name="DC.creator" content="Jane Roe">',
      "A blow|2019-02-23|Jane Roe||",
    ],
  ])("reads %s", async (_, head, expected) => {
    const { document: d } = await readPage(page(head));
    expect([d?.title, d?.date, d?.author, d?.publisher, d?.url].map((field) => field ?? "").join("|")).toBe(expected);
  });

  test("takes all text where there is no article, and says so", async () => {
    const { document, rules } = await readPage("<p>Berlin backs it.</p><div>Paris does not.</div>");
    expect(document?.text).toBe("Berlin backs it.\n\nParis does not.");
    expect(rules.filter((rule) => rule !== "ingest/no-article")).toEqual([]);
  });

  test("never runs or keeps a script", async () => {
    const { document } = await readPage(
      page(
        "",
        `<article><p>${PARAGRAPH}</p><p onclick="evil()">${PARAGRAPH}<script>globalThis.evil = 1</script><img src=x onerror="globalThis.evil = 1"></p></article>`,
      ),
    );
    expect(document?.text).toBe(`${PARAGRAPH}\n\n${PARAGRAPH}`);
    expect("evil" in globalThis).toBe(false);
  });

  test("takes all text of a page nested too deeply to look for its article", async () => {
    const { document, rules } = await readPage(`${"<div>".repeat(5000)}Berlin backs it.`);
    expect(document?.text).toBe("Berlin backs it.");
    expect(rules).toEqual(["ingest/no-article"]);
  });
});
