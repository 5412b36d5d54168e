import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MultiDirectedGraph } from "graphology";
import * as graphologyGexf from "graphology-gexf";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { toHtml } from "../../src/export/index.ts";
import { parseGraph } from "../../src/graph/index.ts";
import { makeSmallGraph } from "../viewer/make-small-graph.ts";
import { HOSTILE_NAME } from "../viewer/small-articles.ts";
import { countDrawnPixels, visit } from "./page.ts";
import { openChromium, openSite } from "./set-up.ts";

const browser = openChromium();
const site = openSite(makeSmallGraph());

/** Presses a button and gives back the name and the bytes of the file that comes. */
async function save(page: Page, button: RegExp | string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).first().click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const count = (page: Page) => page.getByTestId("export-count");

describe("export", () => {
  test("saves what the filters leave, or everything, for other programs", () =>
    visit(browser, `${site.url}#v1?page=export&hide=oppose`, async ({ page, faults }) => {
      await count(page).waitFor();
      const some = parseGraph((await save(page, /^Graph file/)).bytes.toString());
      expect(some.someEdge((_, edge) => edge.kind === "stance" && edge.polarity === "oppose")).toBe(false);
      expect(await count(page).innerText()).toBe(`${some.order} actors, ${some.size} lines`);
      await page.getByText("Everything", { exact: true }).click();
      await page.getByText("23 actors, 44 lines").waitFor();
      const { name, bytes } = await save(page, /^GEXF/);
      expect(name).toMatch(/^stances-[0-9a-f]{8}\.gexf$/);
      expect(graphologyGexf.parse(MultiDirectedGraph, bytes.toString()).size).toBe(44);
      expect(faults).toEqual([]);
    }));

  test("saves statements as a table, and every sentence as a citation", () =>
    visit(browser, `${site.url}#v1?page=export`, async ({ page }) => {
      const table = await save(page, /^Statements/);
      expect(table.name).toMatch(/-statements\.csv$/);
      expect(table.bytes.toString().split("\r\n")[0]).toContain("person,organization,concept,agreement");
      const list = (await save(page, /^Citations/)).bytes.toString();
      expect(list).toContain("## Ada Quill supports Sound Barrage");
      expect(list).not.toMatch(/(?<!\\)<img/);
    }));

  test("draws the picture with its title, the filters in words and the build, at one, two and four times its size", () =>
    visit(browser, `${site.url}#v1?page=export&hide=mixed`, async ({ page }) => {
      await page.getByLabel("Title of the picture").fill("The barrage <b>");
      const svg = (await save(page, "SVG")).bytes.toString();
      expect(svg).toContain("<title>The barrage &lt;b&gt;</title>");
      expect(svg).toContain("Without mixed.");
      expect(svg).toMatch(/build [0-9a-f]{8}/);
      expect(svg).toContain("@font-face");
      const widths: number[] = [];
      for (const scale of ["PNG 1×", "PNG 2×", "PNG 4×"]) widths.push((await save(page, scale)).bytes.readUInt32BE(16));
      expect(widths).toEqual([1600, 3200, 6400]);
    }));
});

describe("the page that is one file", () => {
  const open = (file: string, look: Parameters<typeof visit>[2]) => visit(browser, pathToFileURL(file).href, look);

  test("opens from a disk under its policy, asks for nothing, and works", async () => {
    const template = await readFile(join(inject("viewerFolder"), "page.html"), "utf8");
    const file = join(inject("viewerFolder"), "taken.html");
    await writeFile(file, await toHtml(parseGraph(makeSmallGraph()), template));
    expect(template).toMatch(/script-src 'sha256-[^']+';.*connect-src 'none'/);
    await open(file, async ({ page, faults, requests }) => {
      const refused: string[] = [];
      page.on("console", (message) => void (message.type() === "error" && refused.push(message.text())));
      await page.getByText("8 articles · 23 actors · 31 stances").waitFor();
      await expect.poll(() => countDrawnPixels(page)).toBeGreaterThan(5_000);
      await page.getByRole("searchbox").fill("onerror");
      await page.getByRole("option", { name: HOSTILE_NAME }).click();
      await page.locator(".actor-panel h2").getByText(HOSTILE_NAME).waitFor();
      for (const name of ["Reader", "Evidence", "Matrix"]) {
        await page.locator(".page-bar").getByRole("button", { name, exact: true }).click();
        await page.locator(".page-bar [aria-current=page]").getByText(name).waitFor();
        await page.locator(".page-loading").waitFor({ state: "detached" });
      }
      await page.locator(".page-bar").getByRole("button", { name: "Your text" }).click();
      await page.getByText("npx stancegraph view graph.json").waitFor();
      expect(requests.filter((address) => !/^(data|blob):/.test(address))).toEqual([pathToFileURL(file).href]);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect([...faults, ...refused]).toEqual([]);
    });
  });

  test("is made by the viewer, and by itself again", async () => {
    const first = join(inject("viewerFolder"), "first.html");
    await visit(browser, `${site.url}#v1?page=export`, async ({ page }) => {
      await page.getByText("Everything", { exact: true }).click();
      await page.getByText("23 actors, 44 lines").waitFor();
      await writeFile(first, (await save(page, /^One-file page/)).bytes);
    });
    const second = join(inject("viewerFolder"), "second.html");
    await open(first, async ({ page }) => {
      await page.getByText("31 stances ·").waitFor();
      await page.locator(".page-bar").getByRole("button", { name: "Export" }).click();
      await page.getByText("Everything", { exact: true }).click();
      await page.getByText("23 actors, 44 lines").waitFor();
      await writeFile(second, (await save(page, /^One-file page/)).bytes);
    });
    await open(second, async ({ page, faults }) => {
      await page.getByText("8 articles · 23 actors · 31 stances").waitFor();
      expect(faults).toEqual([]);
    });
  });

  test("says so where its graph is damaged", async () => {
    const template = await readFile(join(inject("viewerFolder"), "page.html"), "utf8");
    const page = await toHtml(parseGraph(makeSmallGraph()), template);
    const file = join(inject("viewerFolder"), "damaged.html");
    await writeFile(file, page.replace(/(id="stancegraph-data"[^>]*>.{200}).{40}/, "$1"));
    await open(file, async ({ page }) => {
      await page.getByText("The graph in this page is damaged").waitFor();
    });
  });
});
