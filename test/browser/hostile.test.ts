import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeHostileGraph } from "../graph/hostile.ts";
import { dropFiles } from "./drop.ts";
import { visit } from "./page.ts";
import { openChromium, openSite } from "./set-up.ts";

const browser = openChromium();
const bare = openSite();

const SEED = 20310114;
const files = fc.sample(makeHostileGraph(), { seed: SEED, numRuns: 12 });

describe("hostile graph files", () => {
  test(`are opened as text on every page, or refused in words (seed ${SEED})`, () =>
    visit(browser, bare.url, async ({ page, faults, requests }) => {
      await page.getByRole("button", { name: "Choose a file" }).waitFor();
      let opened = 0;
      for (const file of files) {
        await dropFiles(page, [{ name: "hostile.json", content: JSON.stringify(file.graph) }]);
        const alert = page.getByRole("alert");
        if (!file.valid) {
          await alert.first().waitFor();
          expect(await alert.first().innerText()).toMatch(/cannot be opened/);
          const close = page.getByRole("button", { name: "Close the message" });
          if ((await close.count()) > 0) await close.click();
          continue;
        }
        await page.getByTestId("shown").waitFor();
        opened++;
        for (const name of ["actors", "evidence", "documents", "reader", "matrix", "export", "graph"]) {
          await page.evaluate((id) => {
            location.hash = `v1?page=${id}`;
          }, name);
          await page.locator(".page-loading").waitFor({ state: "detached" });
          expect(await page.locator(".page-fault").count()).toBe(0);
        }
      }
      expect(opened).toBeGreaterThan(3);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect(await page.locator("#root script, #root iframe, #root img:not(.export-preview)").count()).toBe(0);
      expect(requests.filter((address) => !address.startsWith(bare.url) && !/^(data|blob):/.test(address))).toEqual([]);
      expect(faults).toEqual([]);
    }));
});
