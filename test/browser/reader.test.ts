import { describe, expect, test } from "vitest";
import { makeSmallGraph } from "../viewer/make-small-graph.ts";
import { visit } from "./page.ts";
import { openChromium, openSite } from "./set-up.ts";

const browser = openChromium();
const site = openSite(makeSmallGraph());
const wordless = openSite(makeSmallGraph({ texts: false }));

describe("the reader", () => {
  test("shows a whole article; a mark opens its evidence", () =>
    visit(browser, `${site.url}#v1?page=reader`, async ({ page, faults }) => {
      await page.locator(".reader-body p").first().waitFor();
      const marked = page.locator(".reader-mark.cue").first();
      const words = await marked.getAttribute("title");
      await marked.click();
      await page.locator(".line-panel").waitFor();
      expect(words).toContain(await page.locator(".line-panel h2 .inline").first().innerText());
      expect(await page.locator(".in-current").count()).toBeGreaterThan(0);
      expect(await page.locator(".claim[aria-current]").count()).toBe(1);
      expect(faults).toEqual([]);
    }));

  test("goes from claim to claim by n and Shift+n, and from document to document", () =>
    visit(browser, `${site.url}#v1?page=reader`, async ({ page }) => {
      const current = page.locator(".claim[aria-current]");
      await page.locator(".claim").first().waitFor();
      const all = await page.locator(".claim").allInnerTexts();
      await page.keyboard.press("n");
      await expect.poll(() => current.innerText()).toBe(all[0]);
      await page.keyboard.press("n");
      await expect.poll(() => current.innerText()).toBe(all[1]);
      await page.keyboard.press("Shift+N");
      await expect.poll(() => current.innerText()).toBe(all[0]);
      const title = await page.locator(".reader-text h2").innerText();
      await page.getByRole("button", { name: "Next document" }).click();
      await expect.poll(() => page.locator(".reader-text h2").innerText()).not.toBe(title);
      expect(page.url()).toContain("page=reader");
    }));

  test("is reached from a statement, and shows it in its place", () =>
    visit(browser, `${site.url}#v1?line=entity-ada-quill-support-entity-sound-barrage`, async ({ page }) => {
      await page.getByRole("button", { name: "Read it in its article" }).first().click();
      await page.locator(".reader-text h2").getByText("Ministry sets out its case").waitFor();
      await page.locator(".in-current.cue").getByText("praised").waitFor();
    }));

  test("shows the sentences that prove something where the graph holds no texts", () =>
    visit(browser, `${wordless.url}#v1?page=reader`, async ({ page }) => {
      await page.getByText("The graph does not hold this text.").waitFor();
      expect(await page.locator(".reader-mark.cue").count()).toBeGreaterThan(0);
      expect(await page.locator(".reader-body p").count()).toBeGreaterThan(1);
    }));

  test("fits a phone", () =>
    visit(
      browser,
      `${site.url}#v1?page=reader`,
      async ({ page }) => {
        await page.locator(".reader-body p").first().waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    ));
});

describe("tables of evidence and documents", () => {
  test("list every sentence with how it is said and according to whom, and open it", () =>
    visit(browser, `${site.url}#v1?page=evidence`, async ({ page }) => {
      await page.locator("tbody tr").first().waitFor();
      const hedged = page.locator("tbody tr", { hasText: "Northern Herald ← several officials" }).first();
      expect(await hedged.innerText()).toContain("hedged");
      await hedged.locator(".sentence").click();
      await page.locator(".evidence.current, .line-panel .evidence").first().waitFor();
    }));

  test("follow the filters, and are saved as they are sorted", () =>
    visit(browser, `${site.url}#v1?page=documents`, async ({ page }) => {
      await page.locator("tbody tr").first().waitFor();
      expect(await page.locator("tbody tr").count()).toBe(8);
      await page.getByRole("columnheader", { name: "Opposition" }).getByRole("button").click();
      await page.locator(".legend").getByText("Opposition").click();
      await expect.poll(() => page.locator("tbody tr td:nth-child(5)").allInnerTexts()).toEqual(Array(8).fill("0"));
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save as CSV" }).click();
      expect((await coming).suggestedFilename()).toBe("documents.csv");
      await page.locator(".cell-link").first().click();
      await page.locator(".reader-text").waitFor();
    }));
});
