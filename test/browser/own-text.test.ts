import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { makeSmallGraph } from "../viewer/make-small-graph.ts";
import { dropFiles } from "./drop.ts";
import { visit } from "./page.ts";
import { openChromium, openSite } from "./set-up.ts";

const browser = openChromium();
const site = openSite(makeSmallGraph());
const bare = openSite();

const ARTICLE = `Norway backs the harbour plan

By Jane Roe

12 March 2031

OSLO - Norway backed the harbour plan on Tuesday, but Sweden criticised Norway for it. Ada Quill, the energy minister, praised Norway.

“We support Norway,” said the Danish foreign minister, Lars Holm.`;

const reading = { timeout: 50_000 };
const models = (requests: readonly string[]) => requests.filter((address) => address.endsWith(".bin"));

/** Presses the button and waits for what came of it. */
async function read(page: Page, button: RegExp): Promise<string> {
  await page.getByRole("button", { name: button }).click();
  const sum = page.locator(".own-text-sum");
  await sum.waitFor(reading);
  return sum.innerText();
}

describe("own text", () => {
  test("is read where it is pasted, joins the open graph, and every actor keeps its place", () =>
    visit(browser, `${site.url}#v1?page=own-text`, async ({ page, requests, faults }) => {
      await page.getByLabel("Paste an article").fill(ARTICLE);
      expect(await page.locator(".own-text-start").innerText()).toMatch(/Reading takes \d(\.\d)? MB of models/);
      expect(models(requests)).toEqual([]);
      expect(await read(page, /^Read the text$/)).toMatch(/^\d stances?.* between \d+ actors$/);
      expect(models(requests).length).toBeGreaterThan(5);
      await page.getByRole("button", { name: "Add to the graph" }).click();
      await page.getByText(/^9 articles · \d+ actors/).waitFor();
      await page.getByRole("searchbox").fill("Sweden");
      await page.getByRole("option", { name: "Sweden" }).first().click();
      await page.locator(".actor-panel").getByText("Opposes").first().waitFor();
      expect(requests.filter((address) => !address.startsWith(site.url) && !/^(data|blob):/.test(address))).toEqual([]);
      expect(faults).toEqual([]);
    }));

  test("makes a fresh graph of dropped files of every kind, PDF among them", () =>
    visit(browser, site.url, async ({ page, faults }) => {
      const printer = await page.context().newPage();
      await printer.setContent(
        "<h1>Finland rejects the harbour plan</h1><p>HELSINKI - Finland rejected the harbour plan on Friday. Finland also criticised Norway for its haste, and Sweden welcomed the decision of Finland.</p>",
      );
      const pdf = await printer.pdf({ format: "A5" });
      await printer.close();
      await page.getByTestId("shown").waitFor();
      await dropFiles(page, [
        { name: "norway.txt", content: ARTICLE },
        { name: "finland.pdf", content: pdf },
        {
          name: "wire.jsonl",
          content: '{"id":"w1","text":"Iceland praised Denmark.","date":"2031-03-13"}\n{"text":1}\n',
        },
        {
          name: "page.html",
          content: "<html><body><article><h1>Poland</h1><p>Poland condemned Norway.</p></article></body></html>",
        },
      ]);
      await page.getByText("into a graph of its own").click();
      await read(page, /^Read 4 texts$/);
      const list = page.getByRole("list", { name: "Texts" });
      expect(await list.innerText()).toMatch(/wire\.jsonl:2: expected an object with a string "text"/);
      await page.getByRole("button", { name: "Show the graph" }).click();
      await page.getByText(/^4 articles · \d+ actors/).waitFor();
      await page.getByRole("searchbox").fill("haste");
      await page.getByRole("option").first().click();
      await page.locator(".evidence").first().getByText("criticised Norway for its haste").waitFor();
      expect(faults).toEqual([]);
    }));

  test("says of each file why it cannot be read, and reads the others", () =>
    visit(browser, `${site.url}#v1?page=own-text`, async ({ page }) => {
      await page.getByLabel("Paste an article").waitFor();
      await dropFiles(page, [
        { name: "photo.png", content: "x" },
        { name: "nothing.txt", content: "" },
        { name: "broken.pdf", content: "%PDF-1.7 nonsense" },
        { name: "good.txt", content: ARTICLE },
      ]);
      const pile = page.getByRole("list", { name: "Files to read" });
      await pile.getByText(".png files are not read here").waitFor();
      await pile.getByText("The file is empty.").waitFor();
      await page.getByRole("button", { name: "Leave out photo.png" }).click();
      await read(page, /^Read 2 texts$/);
      await page.getByText(/broken\.pdf cannot be read as PDF/).waitFor();
      expect(await page.locator(".own-text .standfirst").innerText()).toContain("Read from 1 document");
    }));

  test("says that nothing could be read, and lets the reader try again", () =>
    visit(browser, `${site.url}#v1?page=own-text`, async ({ page }) => {
      await page.getByLabel("Paste an article").waitFor();
      await dropFiles(page, [{ name: "notes.pdf", content: "%PDF-1.7 nonsense" }]);
      await page.getByRole("button", { name: "Read the text" }).click();
      const alert = page.getByRole("alert");
      await alert.waitFor(reading);
      expect(await alert.innerText()).toMatch(/No document could be read\. notes\.pdf: /);
      await page.getByRole("button", { name: "Read the text" }).waitFor();
    }));

  test("stops when told to, or keeps what was read so far", () =>
    visit(browser, `${bare.url}`, async ({ page, faults }) => {
      await page.getByLabel("Paste an article").waitFor();
      const many = Array.from({ length: 400 }, (_, i) => JSON.stringify({ id: `n${i}`, text: ARTICLE })).join("\n");
      await dropFiles(page, [{ name: "many.jsonl", content: many }]);
      await page.getByRole("button", { name: "Read the text" }).click();
      await page.getByRole("progressbar").waitFor();
      await page.getByRole("button", { name: "Stop" }).click();
      await page.getByLabel("Paste an article").waitFor();
      await expect.poll(() => page.workers().length).toBe(0);
      await page.getByRole("button", { name: "Read the text" }).click();
      await page.getByRole("button", { name: "Use what is read so far" }).click(reading);
      await page.locator(".own-text-sum").waitFor(reading);
      await page.getByRole("button", { name: "Show the graph" }).click();
      await page.locator(".legend").waitFor();
      await expect.poll(() => page.workers().length).toBe(0);
      expect(faults).toEqual([]);
    }));
});
