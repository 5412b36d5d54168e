import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { makeSmallGraph } from "../viewer/make-small-graph.ts";
import { HOSTILE_NAME } from "../viewer/small-articles.ts";
import { serveViewer, visit } from "./page.ts";
import { openChromium, openSite } from "./set-up.ts";

/** A graph file as data, to be changed before it is served. */
type GraphFile = { attributes: { documents: { id: string; date?: string }[] }; edges: { source: string }[] };

const browser = openChromium();
const site = openSite(makeSmallGraph());

function changed(change: (graph: GraphFile) => void): string {
  const graph = JSON.parse(makeSmallGraph()) as GraphFile;
  change(graph);
  return JSON.stringify(graph);
}

async function serveChanged(change: (graph: GraphFile) => void): Promise<string> {
  const server = await serveViewer(inject("viewerFolder"), changed(change));
  onTestFinished(() => server.close());
  return server.url;
}

const dropEdgesOf = (node: string) => (graph: GraphFile) => {
  graph.edges = graph.edges.filter(({ source }) => source !== node);
};

const panel = (page: Page) => page.locator(".panel");
const shown = (page: Page) => page.getByTestId("shown");
const legend = (page: Page) => page.locator(".legend");
const goTo = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Pages" }).getByRole("button", { name }).click();
const choose = (page: Page, group: string, option: string | RegExp) =>
  page.getByRole("radiogroup", { name: group }).locator("label").filter({ hasText: option }).click();
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
const rowsOf = (page: Page) => page.locator(".matrix tbody th").allInnerTexts();

async function chooseFile(page: Page, button: string, text: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from(text) });
}

describe("the matrix", () => {
  test("is walked through by the arrow keys; Enter opens the evidence", () =>
    visit(browser, `${site.url}#v1?page=matrix&matrix.order=name`, async ({ page, faults }) => {
      await page.getByRole("grid", { name: "Stances of holders on targets" }).waitFor();
      await page.locator('.matrix td[tabindex="0"]').focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("End");
      const last = await focusedName(page);
      expect(last).toMatch(/^Ada Quill, Tidewater Power: nothing|^Ada Quill/);
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowRight");
      expect(await focusedName(page)).toBe(last);
      await page.keyboard.press("Home");
      const cell = page.getByRole("gridcell", { name: "Ada Quill on Sound Barrage: 2 statements, 2 in support" });
      for (let step = 0; step < 12 && !(await focusedName(page)).includes("on Sound Barrage"); step++) {
        await page.keyboard.press("ArrowRight");
      }
      await page.keyboard.press("Enter");
      await panel(page).getByText("praised").first().waitFor();
      expect(await panel(page).locator(".evidence").count()).toBe(2);
      expect(await cell.getAttribute("aria-current")).toBe("true");
      expect(faults).toEqual([]);
    }));

  test("opens a square and an actor by click", () =>
    visit(browser, `${site.url}#v1?page=matrix`, async ({ page }) => {
      await page.getByRole("gridcell", { name: /^Jens Harrow on Sound Barrage/ }).click();
      await panel(page).locator(".evidence").first().waitFor();
      await page.locator(".matrix tbody").getByRole("button", { name: "Green Coast" }).click();
      await panel(page).locator("h2").getByText("Green Coast").waitFor();
    }));

  test("changes its order, keeps it in the address and takes it back by Ctrl+Z", () =>
    visit(browser, site.url, async ({ page }) => {
      await goTo(page, "Matrix");
      await page.locator(".matrix").waitFor();
      const before = await rowsOf(page);
      await choose(page, "Order", "A to Z");
      expect(await rowsOf(page)).toEqual((await rowsOf(page)).toSorted());
      await expect.poll(() => page.url()).toContain("matrix.order=name");
      await page.locator(".page-head h2").click();
      await page.keyboard.press("Control+z");
      await expect.poll(() => rowsOf(page)).toEqual(before);
    }));

  test("is saved as a table and narrowed to ideas", () =>
    visit(browser, `${site.url}#v1?page=matrix`, async ({ page }) => {
      await choose(page, "Columns", "Ideas and proposals");
      await expect.poll(() => page.locator(".matrix thead th").allInnerTexts()).toHaveLength(2);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save as table" }).click();
      const table = await readFile((await (await download).path())!, "utf8");
      expect(table.split("\r\n")[0]!.split(",").slice(1).sort()).toEqual(["A referendum", "Offshore wind"]);
      expect(table).toMatch(/Ada Quill,.*−1/);
    }));

  test("says so when the filters leave nothing", () =>
    visit(browser, `${site.url}#v1?page=matrix&hide=support,oppose,mixed`, async ({ page }) => {
      await page.getByText("The filters leave no stance to lay out.").waitFor();
    }));
});

describe("the timeline", () => {
  test("plays month by month, pauses, and opens the whole time again", () =>
    visit(browser, site.url, async ({ page }) => {
      await shown(page).getByText("All 31 stances shown").waitFor();
      await page.getByRole("button", { name: "Play", exact: true }).click();
      await page.locator(".timeline-words").getByText("January 2031 – March 2031").waitFor();
      await page.getByRole("button", { name: "Pause" }).press("Enter");
      await page.getByRole("button", { name: "Play", exact: true }).waitFor();
      expect(await shown(page).innerText()).toMatch(/of 31 stances shown/);
      await page.getByRole("button", { name: "Whole time" }).click();
      await shown(page).getByText("All 31 stances shown").waitFor();
    }));

  test("slides a window to the end and stops there by itself", () =>
    visit(browser, `${site.url}#v1?months=2031-04..2031-05`, async ({ page }) => {
      await page.getByRole("button", { name: /Plays by growing/ }).click();
      await page.getByRole("button", { name: "Play", exact: true }).click();
      await page.locator(".timeline-words").getByText("June 2031 – July 2031").waitFor();
      await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    }));

  test("takes a period that is drawn over the bars", () =>
    visit(browser, site.url, async ({ page }) => {
      const box = (await page.locator(".bars-reach").boundingBox())!;
      const at = (share: number) => box.x + share * box.width;
      await page.mouse.move(at(0.72), box.y + 10);
      await page.mouse.down();
      await page.mouse.move(at(0.99), box.y + 10, { steps: 4 });
      await page.mouse.up();
      await page
        .locator(".timeline-words")
        .getByText(/(May|June) 2031 – July 2031/)
        .waitFor();
      expect(await shown(page).innerText()).toMatch(/^\d+ of 31 stances shown$/);
    }));

  test("keeps what has no date in a bin of its own", async () => {
    const url = await serveChanged((graph) => {
      delete graph.attributes.documents[0]!.date;
    });
    await visit(browser, url, async ({ page }) => {
      await page
        .locator(".undated")
        .getByText(/^\d+ statements? without a date$/)
        .waitFor();
      await page.getByRole("slider", { name: /^To / }).focus();
      await page.keyboard.press("ArrowLeft");
      await page
        .locator(".undated")
        .getByText(/left out/)
        .waitFor();
    });
  });
});

describe("two actors side by side", () => {
  test("are chosen by typing their names; their sentences open and the table is copied", () =>
    visit(browser, site.url, async ({ page, faults }) => {
      await goTo(page, "Side by side");
      await page.getByRole("combobox", { name: "One" }).fill("tidew");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("combobox", { name: "The other" }).fill("skerry f");
      await page.getByRole("option", { name: /Skerry Fishers/ }).click();
      await page.getByRole("heading", { name: "Disagree on" }).waitFor();
      await page.locator(".shared").getByRole("button", { name: "Coastal Waters Act", exact: true }).waitFor();
      expect(await page.locator(".tally").innerText()).toMatch(/disagree on\s*1/);
      await page.getByRole("button", { name: "Copy as table" }).click();
      await page.getByText("The comparison was copied as a table.").waitFor({ state: "attached" });
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^disagree\tCoastal Waters Act\t−\d\t\+\d\t/m);
      await page.locator(".shared .statement").first().click();
      await panel(page).locator(".evidence").first().waitFor();
      expect(faults).toEqual([]);
    }));

  test("are suggested, swapped, and stay in the address", () =>
    visit(browser, `${site.url}#v1?page=compare`, async ({ page }) => {
      await page.locator(".suggestions").getByRole("button").first().click();
      await page.locator(".tally").waitFor();
      const left = await page.getByRole("combobox", { name: "One" }).inputValue();
      await page.getByRole("button", { name: "Swap the two" }).click();
      await expect.poll(() => page.getByRole("combobox", { name: "The other" }).inputValue()).toBe(left);
      await expect.poll(() => page.url()).toContain("compare.right=entity");
      await page.reload();
      await expect.poll(() => page.getByRole("combobox", { name: "The other" }).inputValue()).toBe(left);
    }));

  test("must be two", () =>
    visit(
      browser,
      `${site.url}#v1?page=compare&compare.left=entity:ada-quill&compare.right=entity:ada-quill`,
      async ({ page }) => {
        await page.getByText("Choose two different actors.").waitFor();
      },
    ));
});

describe("according to whom", () => {
  test("counts named sources only, and everyone again", () =>
    visit(browser, site.url, async ({ page }) => {
      await legend(page).getByText("Named sources only").click();
      await shown(page).getByText("3 of 31 stances shown").waitFor();
      await expect.poll(() => page.url()).toContain("named=yes");
      await legend(page).getByRole("button", { name: "Everyone" }).click();
      await shown(page).getByText("All 31 stances shown").waitFor();
      await legend(page).getByText("Not the articles’ own voice").click();
      await shown(page).getByText("6 of 31 stances shown").waitFor();
    }));

  test("says which sentences of a line the filters leave out", () =>
    visit(
      browser,
      `${site.url}#v1?months=2031-01..2031-01&line=entity-ada-quill-support-entity-sound-barrage`,
      async ({ page }) => {
        await page.locator(".evidence").nth(1).waitFor();
        expect(await page.locator(".evidence.outside").allInnerTexts()).toEqual([
          expect.stringMatching(/^Left out by the filters[\s\S]*2031/),
        ]);
      },
    ));

  test("redraws the graph as one source tells it", () =>
    visit(browser, site.url, async ({ page }) => {
      await legend(page).getByRole("button", { name: "Choose a source" }).click();
      await page.getByText("All 32 statements.").waitFor();
      await page.getByRole("button", { name: "as they tell it: Ada Quill" }).click();
      await page.getByText("2 of 32 statements are left.").waitFor();
      await page.getByRole("button", { name: "See it in the graph" }).click();
      await legend(page).getByText("Only as Ada Quill tells it").waitFor();
      await shown(page).getByText("2 of 31 stances shown").waitFor();
    }));

  test("tells which outlet carries which side, and narrows to one", () =>
    visit(browser, `${site.url}#v1?page=sources`, async ({ page }) => {
      const row = page.getByRole("row", { name: /Skerry Courier/ });
      expect(await row.innerText()).toMatch(/7 for, 2 mixed and 4 against/);
      await row.getByRole("button", { name: "Skerry Courier" }).focus();
      await page.keyboard.press("Enter");
      await page.getByText("13 of 32 statements are left.").waitFor();
      await expect.poll(() => page.url()).toContain("printed-by=Skerry");
      await page.getByText("Rests on one outlet").waitFor({ state: "detached" });
    }));
});

describe("changed minds", () => {
  test("set both sentences side by side and open either", () =>
    visit(browser, site.url, async ({ page }) => {
      await goTo(page, "Changed minds");
      const turn = page.locator(".turn").first();
      expect(await turn.innerText()).toMatch(/Tom Varley\s+on\s+Ada Quill[\s\S]*5 months later/);
      expect(await page.locator(".turn").count()).toBe(2);
      await turn.locator(".statement").last().focus();
      await page.keyboard.press("Enter");
      await panel(page).getByText("no longer trusted").waitFor();
    }));

  test("are shown first of all, with a way to all of them", () =>
    visit(browser, site.url, async ({ page }) => {
      await panel(page).getByText("Newest change of mind").waitFor();
      await panel(page).getByRole("button", { name: "All changed minds" }).click();
      await page.getByRole("heading", { name: "Changed minds" }).waitFor();
    }));

  test("may be none", async () => {
    const url = await serveChanged((graph) => {
      dropEdgesOf("entity:tom-varley")(graph);
      dropEdgesOf("entity:mira-okonjo-lund")(graph);
    });
    await visit(browser, `${url}#v1?page=turns`, async ({ page }) => {
      await page.getByText("Nobody is reported on both sides of anything.").waitFor();
    });
  });
});

describe("missing voices", () => {
  test("lists who is judged and never heard, with the sentences", async () => {
    const url = await serveChanged(dropEdgesOf("entity:tidewater-power"));
    await visit(browser, url, async ({ page }) => {
      await goTo(page, "Missing voices");
      const voice = page
        .locator(".voice")
        .filter({ has: page.getByRole("button", { name: "Tidewater Power", exact: true }) });
      await voice.getByText(/statements? by/).waitFor();
      await voice.locator(".statement").first().click();
      await panel(page).locator(".evidence").first().waitFor();
    });
  });

  test("says that everyone is heard", () =>
    visit(browser, `${site.url}#v1?page=voices`, async ({ page }) => {
      await page.getByText("Everyone who is judged is also heard.").waitFor();
    }));
});

describe("coalitions", () => {
  test("draw two camps, tell what each holds, and open one", () =>
    visit(browser, site.url, async ({ page, faults }) => {
      await goTo(page, "Coalitions");
      await page.getByRole("img", { name: /^2 camps\. Camp A and Camp B: \d+ pairs in conflict/ }).waitFor();
      await page.getByText(/Rests on 30 clear statements by 15 actors; 2 mixed ones left out/).waitFor();
      const first = page.locator(".camp").first();
      expect(await first.innerText()).toMatch(/Against\s+Sound Barrage/);
      await page.locator(".camp-disc").last().click();
      expect(await page.locator(".camp").count()).toBe(1);
      await page.locator(".camp .statement").first().click();
      await panel(page).locator(".evidence").first().waitFor();
      await page.getByRole("button", { name: "Show all camps" }).click();
      expect(await page.locator(".camp").count()).toBe(2);
      expect(faults).toEqual([]);
    }));

  test("count as they are told to, by keyboard", () =>
    visit(browser, `${site.url}#v1?page=coalitions`, async ({ page }) => {
      await page.getByRole("radio", { name: "Agreement less conflict" }).focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => page.url()).toContain("coalitions.ties=congruence");
      await expect.poll(() => page.getByRole("gridcell", { name: /are in conflict/ }).count()).toBe(0);
      await choose(page, "Allow for how much each speaks", "Jaccard");
      await choose(page, "A repeated stance counts once per", "Month");
      await expect.poll(() => page.url()).toContain("coalitions.normalisation=jaccard");
      await expect.poll(() => page.url()).toContain("coalitions.duplicates=month");
    }));

  test("lead from a square to the two side by side", () =>
    visit(browser, `${site.url}#v1?page=coalitions`, async ({ page }) => {
      await page.locator('.tie-matrix td[tabindex="0"]').focus();
      for (let step = 0; step < 14 && !(await focusedName(page)).includes("conflict"); step++) {
        await page.keyboard.press("ArrowRight");
      }
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Two actors side by side" }).waitFor();
      await page.getByRole("heading", { name: "Disagree on" }).waitFor();
    }));
});

describe("what changed between two builds", () => {
  test("tells what is new, opens its sentence and copies a report", () =>
    visit(browser, site.url, async ({ page, faults }) => {
      await goTo(page, "What changed");
      await chooseFile(page, "Choose a file", changed(dropEdgesOf("entity:ada-quill")));
      await page.getByRole("heading", { name: /^New \d/ }).waitFor();
      await page
        .locator(".change")
        .filter({ hasText: "Ada Quill supports Sound Barrage" })
        .locator("button")
        .first()
        .click();
      await panel(page).getByText("praised").first().waitFor();
      await page.getByRole("button", { name: "Copy the report" }).click();
      await page.getByText("The report was copied.").waitFor({ state: "attached" });
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /^# What changed\n[\s\S]*- \*\*Ada Quill\*\* supports \*\*Sound Barrage\*\* \(2 statements\)\n {2}> “/,
      );
      await choose(page, "The open graph, compared with other.json, is", "the earlier one");
      await page.getByRole("heading", { name: /^Gone \d/ }).waitFor();
      expect(faults).toEqual([]);
    }));

  test("says what is wrong with a file, and that nothing differs", () =>
    visit(browser, `${site.url}#v1?page=builds`, async ({ page }) => {
      await chooseFile(page, "Choose a file", "Dear diary");
      await page
        .getByRole("alert")
        .getByText(/“other\.json” cannot be opened/)
        .waitFor();
      await chooseFile(page, "Choose a file", makeSmallGraph());
      await page.getByText("Not a line differs between the two.").waitFor();
    }));
});

describe("every view", () => {
  const PAGES = ["matrix", "compare", "coalitions", "turns", "voices", "sources", "builds"];

  test("fits a phone", () =>
    visit(
      browser,
      site.url,
      async ({ page, faults }) => {
        for (const name of PAGES) {
          await page.goto(`${site.url}#v1?page=${name}`);
          await page.locator(".page-head").waitFor();
          expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(390);
        }
        expect(faults).toEqual([]);
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    ));

  test("shows hostile names as text", () =>
    visit(browser, site.url, async ({ page, faults }) => {
      for (const name of PAGES) {
        await page.goto(`${site.url}#v1?page=${name}`);
        await page.locator(".page-head").waitFor();
      }
      await goTo(page, "Matrix");
      await page.locator(".matrix tbody").getByRole("button", { name: HOSTILE_NAME }).waitFor();
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect(await page.locator("main img, main script").count()).toBe(0);
      expect(faults).toEqual([]);
    }));

  test.each(["light", "dark"] as const)("has nothing serious against it in %s colours, by axe", (colorScheme) =>
    visit(
      browser,
      site.url,
      async ({ page }) => {
        const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
        for (const name of PAGES) {
          await page.goto(`${site.url}#v1?page=${name}`);
          await page.locator(".page-head").waitFor();
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const { axe: checker } = window as unknown as { axe: AxeChecker };
            const { violations } = await checker.run(document);
            return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
          });
          expect(found, name).toEqual([]);
        }
      },
      { colorScheme, bypassCSP: true },
    ));
});

/** The part of axe-core that runs in the page. */
interface AxeChecker {
  run(root: Document): Promise<{ violations: { id: string; impact: string | null }[] }>;
}
