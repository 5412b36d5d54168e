import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { makeSmallGraph } from "../viewer/make-small-graph.ts";
import { countDrawnPixels, findActor, visit } from "./page.ts";
import { openChromium, openSite } from "./set-up.ts";

const browser = openChromium();
const site = openSite(makeSmallGraph());

/** Drawing without a graphics card takes its time. */
const PATIENT = { timeout: 20_000 };
const graphOf = (page: Page) => page.getByRole("img", { name: /Graph of/ });
const chips = (page: Page) => page.getByRole("list", { name: "Filters that are on" });
const ask = async (page: Page, text: string) => {
  await page.locator(".actor-cursor").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("searchbox").fill(text);
};

describe("choosing several actors", () => {
  test("Ctrl-click adds, the bar compares, finds the way and hides the others", () =>
    visit(browser, site.url, async ({ page }) => {
      const [quill, varley] = [await findActor(page, "entity:ada-quill"), await findActor(page, "entity:tom-varley")];
      await page.keyboard.press("Escape");
      await page.mouse.click(quill.x, quill.y);
      await page.getByRole("heading", { name: "Ada Quill" }).waitFor();
      // Two clicks in quick succession are one double click, wherever they fall.
      await page.waitForTimeout(500);
      await page.keyboard.down("Control");
      await page.mouse.click(varley.x, varley.y);
      await page.keyboard.up("Control");
      const bar = page.getByRole("toolbar", { name: "Chosen actors" });
      await bar.getByText("2 actors chosen").waitFor();
      expect(page.url()).toContain("marked=entity%3Aada-quill%2Centity%3Atom-varley");
      await bar.getByRole("button", { name: "Hide others" }).click();
      await page.getByRole("img", { name: /Graph of 2 actors/ }).waitFor();
      await chips(page).getByRole("button", { name: "Take off: Only Ada Quill and Tom Varley" }).click();
      await page.getByRole("img", { name: /Graph of 22 actors/ }).waitFor();
      await bar.getByRole("button", { name: "Clear the choice" }).click();
      await bar.waitFor({ state: "detached" });
    }));

  test("Shift-drag draws a box round them", () =>
    visit(browser, site.url, async ({ page }) => {
      await page.locator(".actor-cursor").waitFor();
      const stage = (await page.locator(".drawing").boundingBox())!;
      await page.keyboard.down("Shift");
      await page.mouse.move(stage.x + 3, stage.y + 3);
      await page.mouse.down();
      await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2, { steps: 4 });
      await page.locator(".rubber-band").waitFor();
      await page.mouse.move(stage.x + stage.width - 3, stage.y + stage.height - 3, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up("Shift");
      await page
        .locator(".choice-bar")
        .getByText(/(1\d|2[0-2]) actors/)
        .waitFor();
      await page.getByRole("toolbar", { name: "Chosen actors" }).getByRole("button", { name: "Pin" }).click();
      await expect.poll(() => page.url()).toContain("pins=");
    }));
});

describe("the menu", () => {
  test("opens by right-click on an actor, and hides it", () =>
    visit(browser, site.url, async ({ page }) => {
      const at = await findActor(page, "entity:ada-quill");
      await page.mouse.click(at.x, at.y, { button: "right" });
      await page.getByRole("menu", { name: "Ada Quill" }).waitFor();
      await page.getByRole("menuitem", { name: "Hide" }).click();
      await page.getByRole("img", { name: /Graph of 2[01] actors/ }).waitFor();
      await chips(page).getByText("Without Ada Quill").waitFor();
    }));

  test("opens by Shift+F10 on the actor the keyboard is on, and by a long press", () =>
    visit(browser, site.url, async ({ page }) => {
      const cursor = page.locator(".actor-cursor");
      await cursor.focus();
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menu", { name: "Sound Barrage" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await chips(page).getByText("Around Sound Barrage, 1 step").waitFor();
    }));
});

describe("paths", () => {
  test("are shown with the best sentence of each step, and step on to the next one", () =>
    visit(browser, `${site.url}#v1?from=entity%3Aport&to=entity%3Aaudit-office`, async ({ page }) => {
      const panel = page.locator(".path-panel");
      await panel.getByRole("heading", { name: "3 steps apart" }).waitFor();
      expect(await panel.locator(".path-stop").count()).toBe(4);
      expect(await panel.locator(".path-hop .passage").count()).toBe(3);
      await panel.getByRole("button", { name: "Next way" }).click();
      await panel.getByRole("heading", { name: /[3-9] steps apart/ }).waitFor();
      await expect.poll(() => page.url()).toContain("nth=1");
      await panel.getByRole("button", { name: "Copy as a paragraph with notes" }).click();
      await page.getByText("The way is copied").waitFor({ state: "attached" });
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\[1\].*\n\n\[1\] “/s);
      await panel.getByRole("button", { name: "Close" }).click();
      await page.getByRole("heading", { name: "Who stands where" }).waitFor();
    }));
});

describe("the keys of the graph", () => {
  test("digits widen the neighbourhood, f leaves it, Back goes by steps", () =>
    visit(browser, `${site.url}#v1?actor=entity%3Ajens-harrow`, async ({ page }) => {
      await page.locator(".actor-panel").waitFor();
      await page.keyboard.press("1");
      await page.getByRole("img", { name: /Graph of 4 actors/ }).waitFor();
      await page.keyboard.press("2");
      await chips(page).getByText("Around Jens Harrow, 2 steps").waitFor();
      await page.goBack();
      await page.getByRole("img", { name: /Graph of 4 actors/ }).waitFor();
      await page.goForward();
      await chips(page).getByText("2 steps").waitFor();
      await page.keyboard.press("f");
      await page.getByRole("img", { name: /Graph of 22 actors/ }).waitFor();
    }));

  test("Shift and an arrow go along a line only", () =>
    visit(browser, site.url, async ({ page }) => {
      const cursor = page.locator(".actor-cursor");
      await cursor.focus();
      const name = async () => (await cursor.getAttribute("aria-label"))!.split(",")[0]!;
      for (const arrow of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) {
        await page.keyboard.press(`Shift+${arrow}`);
        if ((await name()) !== "Sound Barrage") break;
      }
      const reached = await name();
      expect(reached).not.toBe("Sound Barrage");
      const graph = JSON.parse(makeSmallGraph());
      const key = graph.nodes.find((node: { attributes: { label: string } }) => node.attributes.label === reached).key;
      const linked = graph.edges.some((edge: { source: string; target: string }) =>
        [edge.source, edge.target].every((end) => end === key || end === "entity:sound-barrage"),
      );
      expect(linked).toBe(true);
    }));

  test("can be switched off on the sheet that ? opens", () =>
    visit(browser, site.url, async ({ page }) => {
      await page.locator(".actor-cursor").focus();
      await page.keyboard.press("?");
      const sheet = page.getByRole("dialog", { name: "Keys and mouse" });
      await sheet.getByText("Single keys are on").click();
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "detached" });
      await page.locator(".actor-cursor").focus();
      await page.keyboard.press("?");
      await page.waitForTimeout(200);
      expect(await page.getByRole("dialog").count()).toBe(0);
    }));
});

describe("arranging", () => {
  test("on a circle and by stance, into the link and back by undo", () =>
    visit(browser, site.url, async ({ page, faults }) => {
      await page.getByRole("button", { name: "Arrange" }).click();
      await page.getByRole("menuitemradio", { name: "On a circle" }).click();
      await expect.poll(() => page.url()).toContain("layout=circle");
      const place = async () => (await page.locator(".actor-cursor").boundingBox())!;
      const before = await place();
      await page.getByRole("button", { name: "Arrange" }).click();
      await page.getByRole("menuitemradio", { name: "Allies near, opponents apart" }).click();
      await expect.poll(() => page.url()).toContain("layout=stance");
      await expect.poll(async () => (await place()).x).not.toBe(before.x);
      await page.keyboard.press("Control+z");
      await expect.poll(() => page.url()).toContain("layout=circle");
      await page.keyboard.press("g");
      await expect.poll(() => page.url()).toContain("groups=yes");
      expect(faults).toEqual([]);
    }));

  test("forces go on from here until they are stopped", () =>
    visit(browser, site.url, async ({ page, faults }) => {
      await page.getByRole("button", { name: "Arrange" }).click();
      await page.getByRole("menuitemradio", { name: "Go on from here" }).click();
      const place = async () => JSON.stringify(await page.locator(".actor-cursor").boundingBox());
      const before = await place();
      await expect.poll(place).not.toBe(before);
      await page.getByRole("button", { name: "Stop" }).click();
      await page.getByRole("button", { name: "Arrange" }).waitFor();
      expect(faults).toEqual([]);
    }));
});

describe("asking", () => {
  test("a question becomes chips that can be taken off one by one", () =>
    visit(browser, site.url, async ({ page }) => {
      await ask(page, "who opposes the barrage since march 2031");
      await page.getByRole("option", { name: /Only opposition · About Sound Barrage · March 2031/ }).waitFor();
      await page.keyboard.press("Enter");
      expect(
        await chips(page)
          .getByRole("button", { name: /Take off/ })
          .count(),
      ).toBe(3);
      await chips(page).getByRole("button", { name: "Take off: March 2031 – July 2031" }).click();
      await page.getByTestId("shown").getByText("5 of 31 stances shown").waitFor();
      await chips(page).getByRole("button", { name: "Take all off" }).click();
      await page.getByTestId("shown").getByText("All 31 stances shown").waitFor();
    }));

  test("path … leads to the way between two", () =>
    visit(browser, site.url, async ({ page }) => {
      await ask(page, "path quill sfu");
      await page.getByRole("option", { name: "The way from Ada Quill to Skerry Fishers' Union" }).click();
      await page.locator(".path-panel .path-stop").last().getByText("Skerry Fishers' Union").waitFor();
    }));

  test("finds pages and deeds", () =>
    visit(browser, site.url, async ({ page }) => {
      await ask(page, "stances");
      await page.getByRole("option", { name: /^Stances/ }).click();
      await page.getByRole("table").waitFor();
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").getByRole("searchbox").fill("dark colours");
      await page.getByRole("option", { name: "Dark colours" }).click();
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    }));
});

describe("saved views", () => {
  test("keep a view under a caption, come back to it, and travel in a link", () =>
    visit(browser, `${site.url}#v1?hide=oppose&actor=entity%3Aada-quill`, async ({ page }) => {
      await page.locator(".actor-panel").waitFor();
      await page.getByRole("button", { name: "Saved views" }).click();
      const dialog = page.getByRole("dialog", { name: "Saved views" });
      await dialog.getByRole("textbox", { name: "Caption" }).fill("Quill, from her friends");
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await dialog.getByRole("button", { name: "Copy a link that carries all of them" }).click();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Show everything" }).click();
      await page.getByTestId("shown").getByText("All 31 stances shown").waitFor();
      await page.getByRole("button", { name: "Saved views" }).click();
      await dialog.getByText("Quill, from her friends").click();
      await page.getByTestId("shown").getByText("17 of 31 stances shown").waitFor();
      await page.locator(".actor-panel").getByRole("heading", { name: "Ada Quill" }).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      await visit(browser, link, async ({ page: other }) => {
        await other.getByRole("button", { name: "Saved views" }).click();
        await other.getByRole("dialog").getByText("Quill, from her friends").waitFor();
      });
    }));
});

describe("the first minute", () => {
  test("is explained in three notes that go away for good", () =>
    visit(
      browser,
      site.url,
      async ({ page }) => {
        const tour = page.getByRole("region", { name: "First steps" });
        await tour.getByRole("heading", { name: "Lines are stances" }).waitFor();
        await tour.getByRole("button", { name: "Next" }).click();
        await tour.getByRole("heading", { name: "Every line has its proof" }).waitFor();
        await tour.getByRole("button", { name: "Close the first steps" }).click();
        await page.reload();
        await page.locator(".actor-cursor").waitFor();
        expect(await tour.count()).toBe(0);
      },
      { firstVisit: true },
    ));
});

describe("a lost drawing surface", () => {
  test("is made again, with what was on it", () =>
    visit(browser, `${site.url}#v1?actor=entity%3Aada-quill`, async ({ page, faults }) => {
      await page.locator(".actor-cursor").waitFor();
      await expect.poll(() => countDrawnPixels(page), PATIENT).toBeGreaterThan(5_000);
      await page.evaluate(() => {
        for (const canvas of document.querySelectorAll<HTMLCanvasElement>(".canvas canvas")) {
          canvas.dataset.old = "yes";
          canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
        }
      });
      await expect.poll(() => page.locator(".canvas canvas[data-old]").count(), PATIENT).toBe(0);
      await expect.poll(() => countDrawnPixels(page), PATIENT).toBeGreaterThan(5_000);
      await expect.poll(() => graphOf(page).count()).toBe(1);
      expect(faults).toEqual([]);
    }));
});
