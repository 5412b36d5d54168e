import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { makeSmallGraph } from "../viewer/make-small-graph.ts";
import { visit } from "./page.ts";
import { openChromium, openSite } from "./set-up.ts";

const browser = openChromium();
const site = openSite(makeSmallGraph());
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core calls serious or worse, as one line each. */
async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      // Experimental in axe-core: it takes signs that are hidden from listeners for words of the label.
      rules: { "label-content-name-mismatch": { enabled: false } },
    });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ target }) => target.join(" "))
            .slice(0, 4)
            .join(" | ")}`,
      );
  });
}

/** The pages that the bar leads to, by their ids in the registry. */
async function listPages(page: Page): Promise<string[]> {
  const bar = page.getByRole("navigation", { name: "Pages" });
  await bar.waitFor();
  return bar.locator("button").evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset.page!));
}

const LOOKS = ["light", "dark"] as const;

describe("axe-core finds nothing serious", () => {
  test.each(LOOKS)(
    "on any page, in %s colours",
    (colorScheme) =>
      visit(
        browser,
        site.url,
        async ({ page }) => {
          const pages = await listPages(page);
          expect(pages.length).toBeGreaterThan(2);
          const found: string[] = [];
          for (const id of pages) {
            await page.evaluate((hash) => {
              location.hash = hash;
            }, `v1?page=${id}`);
            await page.locator(`.view[data-page="${id}"]`).waitFor();
            await page.locator(".page-loading").waitFor({ state: "detached" });
            await page.waitForTimeout(250);
            for (const fault of await findFaults(page)) found.push(`${id}: ${fault}`);
          }
          expect(found).toEqual([]);
        },
        { colorScheme, viewport: { width: 1440, height: 800 } },
      ),
    180_000,
  );

  test.each(LOOKS)(
    "on what opens over and beside the graph, in %s colours",
    (colorScheme) =>
      visit(
        browser,
        `${site.url}#v1?hide=mixed&line=entity-ada-quill-support-entity-sound-barrage&marked=entity%3Aport`,
        async ({ page }) => {
          const found: string[] = [];
          const look = async (what: string) => {
            await page.waitForTimeout(150);
            for (const fault of await findFaults(page)) found.push(`${what}: ${fault}`);
          };
          await page.locator(".evidence").first().waitFor();
          await look("evidence");
          await page.keyboard.press("Control+k");
          await page.getByRole("dialog").getByRole("searchbox").fill("quill");
          await page.getByRole("option").first().waitFor();
          await look("palette");
          await page.keyboard.press("Escape");
          await page.getByRole("button", { name: "Keys and mouse (?)" }).click();
          await page.getByRole("dialog").waitFor();
          await look("keys");
          await page.keyboard.press("Escape");
          await page.getByRole("button", { name: "Saved views" }).click();
          await page.getByRole("dialog").waitFor();
          await look("saved views");
          await page.keyboard.press("Escape");
          await page.evaluate(() => {
            location.hash = "v1?from=entity%3Aport&to=entity%3Aaudit-office";
          });
          await page.locator(".path-steps").waitFor();
          await look("path");
          await page.getByRole("button", { name: "Arrange" }).click();
          await page.getByRole("menu").waitFor();
          await look("arrange");
          expect(found).toEqual([]);
        },
        { colorScheme, viewport: { width: 1440, height: 800 } },
      ),
    180_000,
  );
});
