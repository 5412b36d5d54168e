import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { makeSmallGraph } from "../viewer/make-small-graph.ts";
import { HOSTILE_NAME } from "../viewer/small-articles.ts";
import { launchChromium } from "./chromium.ts";
import { dropFiles } from "./drop.ts";
import { countDrawnPixels, findActor, visit } from "./page.ts";
import { openChromium, openSite } from "./set-up.ts";

const browser = openChromium();
const site = openSite(makeSmallGraph());
const bare = openSite();

const panel = (page: Page) => page.locator(".panel");
const shown = (page: Page) => page.getByTestId("shown");
const legend = (page: Page) => page.locator(".legend");
const heading = (page: Page) => panel(page).locator("h2");

const drop = (page: Page, name: string, content: string) =>
  dropFiles(page, [{ name, type: "application/json", content }]);

describe("opening a graph", () => {
  test("draws it, sums it up and asks for nothing but its own files", () =>
    visit(browser, site.url, async ({ page, faults, requests }) => {
      await page.getByText("8 articles · 23 actors · 31 stances · Jan 2031 – Jul 2031").waitFor();
      await page.getByRole("heading", { name: "Who stands where" }).waitFor();
      await expect.poll(() => countDrawnPixels(page)).toBeGreaterThan(5_000);
      expect(await page.getByRole("img", { name: /Graph of 22 actors and 44 lines/ }).count()).toBe(1);
      expect(requests.filter((address) => !address.startsWith(site.url) && !address.startsWith("data:"))).toEqual([]);
      expect(faults).toEqual([]);
    }));

  test("names the most contested actor first", () =>
    visit(browser, site.url, async ({ page }) => {
      const first = page.locator(".contested-row").first();
      await first.waitFor();
      expect(await first.innerText()).toMatch(/Sound Barrage\s+4 for, 1 mixed and 5 against/);
    }));

  test("asks for a file where the server has none, and opens one that is dropped", () =>
    visit(browser, bare.url, async ({ page, faults }) => {
      await page.getByRole("heading", { name: "Who stands where, with the sentence that proves it." }).waitFor();
      await drop(page, "mine.json", makeSmallGraph({ texts: false }));
      await page.getByText("31 stances ·").waitFor();
      expect(faults).toEqual([]);
    }));

  test("opens a file that is chosen with the button", () =>
    visit(browser, bare.url, async ({ page }) => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Choose a file" }).click();
      await (await chooser).setFiles({
        name: "mine.json",
        mimeType: "application/json",
        buffer: Buffer.from(makeSmallGraph()),
      });
      await page.getByText("31 stances ·").waitFor();
    }));

  test.each([
    ["no JSON", "notes.json", "Dear diary", /“notes\.json” cannot be opened.*JSON/],
    ["another kind of JSON", "other.json", '{"nodes":[]}', /“other\.json” cannot be opened.*stancegraph/],
    ["a broken value", "broken.json", makeSmallGraph().replace('"kind": "stance"', '"kind": "spell"'), /edges/],
    ["nothing", "empty.json", "", /“empty\.json” cannot be opened/],
  ])("says what is wrong with %s and keeps the graph that is open", (_, name, text, message) =>
    visit(browser, site.url, async ({ page, faults }) => {
      await shown(page).waitFor();
      await drop(page, name, text);
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(message);
      expect(await shown(page).innerText()).toBe("All 31 stances shown");
      await page.getByRole("button", { name: "Close the message" }).click();
      await alert.waitFor({ state: "detached" });
      expect(faults).toEqual([]);
    }));

  test("opens a graph without a single actor", () =>
    visit(browser, bare.url, async ({ page, faults }) => {
      const graph = JSON.parse(makeSmallGraph());
      await drop(page, "empty.json", JSON.stringify({ ...graph, nodes: [], edges: [] }));
      await page.getByText("Nothing is left to show").waitFor();
      await page.getByText("No article takes or reports a stance.").waitFor();
      expect(faults).toEqual([]);
    }));
});

describe("the drawing", () => {
  test("opens an actor that is clicked, and closes it on a click beside", () =>
    visit(browser, site.url, async ({ page }) => {
      const at = await findActor(page, "entity:ada-quill");
      await page.keyboard.press("Escape");
      await page.getByRole("heading", { name: "Who stands where" }).waitFor();
      await page.mouse.click(at.x, at.y);
      await heading(page).getByText("Ada Quill").waitFor();
      expect(await panel(page).innerText()).toMatch(/Opposes 2[\s\S]*Offshore wind[\s\S]*Supported by 2/);
      const stage = (await page.locator(".drawing").boundingBox())!;
      // Two clicks in quick succession are one double click, wherever they fall.
      await page.waitForTimeout(500);
      await page.mouse.click(stage.x + 8, stage.y + stage.height - 8);
      await page.getByRole("heading", { name: "Who stands where" }).waitFor();
    }));

  test("opens the evidence of a line that is clicked", () =>
    visit(browser, site.url, async ({ page }) => {
      const [from, to] = [
        await findActor(page, "entity:audit-office"),
        await findActor(page, "entity:tidewater-power"),
      ];
      await page.keyboard.press("Escape");
      await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
      await page.locator(".line-panel").waitFor();
      expect(await heading(page).innerText()).toMatch(/Audit Office\s+investigates\s+Tidewater Power/);
      const evidence = await page.locator(".evidence").innerText();
      expect(evidence).toContain("The Audit Office said it was looking into Tidewater Power and its contracts.");
      expect(evidence).toContain("Islanders march against the barrage");
      expect(evidence).toContain("3 February 2031");
    }));

  test("tells what the pointer is on", () =>
    visit(browser, site.url, async ({ page }) => {
      const [from, to] = [
        await findActor(page, "entity:audit-office"),
        await findActor(page, "entity:tidewater-power"),
      ];
      await page.keyboard.press("Escape");
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2 - 2);
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
      await page.locator(".pointed").getByText("investigates").waitFor();
    }));

  test("keeps an actor where it is dragged, until it is put back", () =>
    visit(browser, site.url, async ({ page }) => {
      const at = await findActor(page, "entity:port");
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x + 60, at.y - 40, { steps: 6 });
      await page.mouse.up();
      const place = async () => (await page.locator(".actor-cursor").boundingBox())!;
      await expect.poll(async () => Math.round((await place()).x)).toBeGreaterThan(at.x + 20);
      await page.getByRole("button", { name: "Put back in its place" }).click();
      await expect.poll(async () => Math.round((await place()).x)).toBeLessThan(at.x + 5);
    }));

  test("zooms by its buttons", () =>
    visit(browser, site.url, async ({ page }) => {
      await findActor(page, "entity:port");
      const width = async () => (await page.locator(".actor-cursor").boundingBox())!.width;
      const before = await width();
      await page.getByRole("button", { name: "Zoom in" }).click();
      await expect.poll(width).toBeGreaterThan(before);
    }));

  test("narrows to an actor's neighbours and opens again", () =>
    visit(browser, `${site.url}#v1?actor=entity%3Ajens-harrow`, async ({ page }) => {
      await page.getByRole("button", { name: "its neighbours" }).click();
      await page.getByRole("img", { name: /Graph of 4 actors/ }).waitFor();
      await page.getByRole("button", { name: "everything", exact: true }).click();
      await page.getByRole("img", { name: /Graph of 22 actors/ }).waitFor();
    }));

  test("leaves the tables where the browser cannot draw", async () => {
    const plain = await launchChromium({ webgl: false });
    try {
      await visit(plain, site.url, async ({ page, faults }) => {
        await page.getByRole("heading", { name: "The graph cannot be drawn here" }).waitFor();
        await page.getByRole("button", { name: "Open the table of actors" }).click();
        await page.getByRole("button", { name: "Ada Quill" }).click();
        await heading(page).getByText("Ada Quill").waitFor();
        expect(faults).toEqual([]);
      });
    } finally {
      await plain.close();
    }
  });
});

describe("the legend", () => {
  test("hides what is switched off and counts what is left", () =>
    visit(browser, site.url, async ({ page }) => {
      await legend(page).getByText("Opposition").click();
      await shown(page).getByText("17 of 31 stances shown").waitFor();
      await page.getByRole("img", { name: /and 30 lines/ }).waitFor();
      await page.getByRole("button", { name: "Show everything" }).click();
      await shown(page).getByText("All 31 stances shown").waitFor();
    }));

  test("leaves one value alone by Alt-click and by its button, and brings the others back", () =>
    visit(browser, site.url, async ({ page }) => {
      await legend(page)
        .getByText("Mixed")
        .click({ modifiers: ["Alt"] });
      await shown(page).getByText("2 of 31 stances shown").waitFor();
      await legend(page)
        .getByText("Mixed")
        .click({ modifiers: ["Alt"] });
      await shown(page).getByText("All 31 stances shown").waitFor();
      await legend(page).getByText("People").hover();
      await page.getByRole("button", { name: "Only People" }).click();
      await shown(page).getByText("4 of 31 stances shown").waitFor();
    }));

  test("opens the kinds of relations and switches them all", () =>
    visit(browser, site.url, async ({ page }) => {
      await page.getByRole("button", { name: "Show the kinds" }).click();
      await legend(page).getByText("Investigation").click();
      await page.getByRole("img", { name: /and 43 lines/ }).waitFor();
      await legend(page).getByText("Relations").click();
      await page.getByRole("img", { name: /and 44 lines/ }).waitFor();
    }));

  test("leaves out what is less sure than the slider says, and goes back by Ctrl+Z", () =>
    visit(browser, site.url, async ({ page }) => {
      await page.getByRole("slider", { name: "Least confidence" }).focus();
      await page.keyboard.press("End");
      await shown(page).getByText("2 of 31 stances shown").waitFor();
      await page.getByRole("button", { name: "Undo" }).click();
      await shown(page).getByText("All 31 stances shown").waitFor();
    }));

  test("narrows to a period and opens the whole time again", () =>
    visit(browser, site.url, async ({ page }) => {
      await page.getByRole("slider", { name: /^From January 2031/ }).focus();
      for (let month = 0; month < 5; month++) await page.keyboard.press("ArrowRight");
      await shown(page).getByText("9 of 31 stances shown").waitFor();
      await page.locator(".timeline").getByText("June 2031 – July 2031").waitFor();
      await page.getByRole("button", { name: "Whole time" }).click();
      await shown(page).getByText("All 31 stances shown").waitFor();
    }));

  test("says so when the filters leave nothing", () =>
    visit(
      browser,
      `${site.url}#v1?hide=person,organization,place,group,event,product,law,work,concept`,
      async ({ page }) => {
        await page.getByText("The filters hide every actor and line.").waitFor();
      },
    ));
});

describe("search", () => {
  test("finds an actor by its alias; Enter opens it", () =>
    visit(browser, site.url, async ({ page }) => {
      await shown(page).waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("sfu");
      await page.getByRole("option", { name: "Skerry Fishers' Union" }).waitFor();
      await page.keyboard.press("Enter");
      await heading(page).getByText("Skerry Fishers' Union").waitFor();
    }));

  test("finds a sentence and opens it in its place", () =>
    visit(browser, site.url, async ({ page }) => {
      await shown(page).waitFor();
      await page.keyboard.press("Control+k");
      await page.keyboard.type("cheaper kilowatt");
      await page
        .getByRole("option", { name: /cheaper kilowatt/ })
        .first()
        .click();
      await page.locator(".evidence.current").getByText("Nobody has shown me a cheaper kilowatt").waitFor();
      expect(await page.locator(".stepper").innerText()).toContain("2 of 2");
    }));

  test("says that nothing is found", () =>
    visit(browser, site.url, async ({ page }) => {
      await page.getByRole("searchbox").fill("zzz");
      await page.getByText("Nothing is called “zzz”").waitFor();
    }));
});

describe("evidence", () => {
  const line = "#v1?line=entity-ada-quill-support-entity-sound-barrage";

  test("marks holder, cue and target in the sentence and shows its neighbours", () =>
    visit(browser, `${site.url}${line}`, async ({ page }) => {
      const first = page.locator(".evidence").first();
      await first.waitFor();
      const marked = (mark: string) => first.locator(`mark.${mark}`).allInnerTexts();
      expect(await marked("holder")).toEqual(["Ada Quill"]);
      expect(await marked("cue")).toEqual(["praised"]);
      expect(await marked("target")).toEqual(["the Sound Barrage"]);
      expect(await first.locator(".context").last().innerText()).toContain("Tidewater Power, which would build it");
      expect(await first.innerText()).toMatch(/High confidence, 94%[\s\S]*praised/);
    }));

  test("steps by j and k", () =>
    visit(browser, `${site.url}${line}`, async ({ page }) => {
      await page.locator(".stepper").getByText("1 of 2").waitFor();
      await page.keyboard.press("j");
      await page.locator(".stepper").getByText("2 of 2").waitFor();
      await page.keyboard.press("k");
      await page.locator(".stepper").getByText("1 of 2").waitFor();
    }));

  test("draws the chain of sources and names the hedge", () =>
    visit(
      browser,
      `${site.url}#v1?line=entity-norland-energy-ministry-support-entity-tidewater-power`,
      async ({ page }) => {
        await page.locator(".chain").waitFor();
        expect(await page.locator(".chain-source").allInnerTexts()).toEqual([
          "Northern Herald",
          "several officials",
          "Norland Energy Ministry",
        ]);
        await page.getByText("unnamed source, “said privately”").waitFor();
        await page.getByText("the text says that it may be so").waitFor();
        await page.locator(".chain").getByRole("button", { name: "Northern Herald" }).click();
        await heading(page).getByText("Northern Herald").waitFor();
      },
    ));

  test("copies a citation", () =>
    visit(browser, `${site.url}${line}`, async ({ page }) => {
      await page.getByRole("button", { name: "Copy as citation" }).first().click();
      await page.getByText("Citation copied.").waitFor({ state: "attached" });
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        "“Energy Minister Ada Quill praised the Sound Barrage on Tuesday as the cheapest clean power the country will " +
          "ever be offered.” (Ines Hald, “Ministry sets out its case for the Harrow Sound barrage”, Northern Herald, " +
          "14 January 2031, https://herald.example/2031/barrage)",
      );
    }));

  test("goes on to what else is between the two", () =>
    visit(browser, `${site.url}#v1?line=entity-tom-varley-support-entity-ada-quill`, async ({ page }) => {
      await page.getByRole("button", { name: /Tom Varley opposes Ada Quill/ }).click();
      await page.getByText("no longer trusted").waitFor();
      await page.getByText("the words are turned round").waitFor();
    }));
});

describe("hostile content", () => {
  test("is text and nothing else, wherever it shows", () =>
    visit(browser, site.url, async ({ page, faults }) => {
      await page.getByRole("searchbox").fill("onerror");
      await page.getByRole("option", { name: HOSTILE_NAME }).click();
      await heading(page).getByText(HOSTILE_NAME).waitFor();
      await page
        .getByRole("button", { name: /Sound Barrage/ })
        .last()
        .click();
      await page.locator(".passage").getByText("window.hacked=1").waitFor();
      await page.getByRole("button", { name: "Actors", exact: true }).click();
      await page.getByRole("button", { name: HOSTILE_NAME }).last().waitFor();
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect(await page.locator("main img, main script").count()).toBe(0);
      expect(faults).toEqual([]);
    }));

  test("links lead to web addresses only, and an address bar full of nonsense is passed over", () => {
    const graph = JSON.parse(makeSmallGraph());
    graph.attributes.documents[0].url = "javascript:window.hacked=1";
    const hash = "#v1?line=nobody&actor=__proto__&hide=<b>&confidence=NaN&around=constructor&page=evil";
    return visit(browser, `${bare.url}${hash}`, async ({ page, faults }) => {
      await page.getByRole("button", { name: "Choose a file" }).waitFor();
      await drop(page, "mine.json", JSON.stringify(graph));
      await shown(page).getByText("All 31 stances shown").waitFor();
      await page.evaluate(() => {
        location.hash = "v1?line=entity-ada-quill-support-entity-sound-barrage";
      });
      await page.locator(".evidence").first().waitFor();
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });
});

describe("looks", () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test("follow the system's dark colours, can be changed, and stay changed", () =>
    visit(
      browser,
      site.url,
      async ({ page }) => {
        await shown(page).waitFor();
        const dark = await background(page);
        expect(dark).toBe("rgb(21, 22, 25)");
        await page.getByRole("button", { name: /Colours follow the system/ }).click();
        await expect.poll(() => background(page)).not.toBe(dark);
        await page.reload();
        await page.getByRole("button", { name: /Light colours/ }).waitFor();
        expect(await background(page)).not.toBe(dark);
      },
      { colorScheme: "dark" },
    ));

  test("fit a phone: the panel is a sheet below, the legend opens over the graph, nothing sticks out", () =>
    visit(
      browser,
      site.url,
      async ({ page }) => {
        await page.locator(".contested-row").first().tap();
        const sheet = (await panel(page).boundingBox())!;
        expect(sheet.width).toBe(390);
        expect(sheet.y).toBeGreaterThan(300);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        await page.getByRole("button", { name: "Legend and filters" }).tap();
        await legend(page).getByText("Opposition").tap();
        await shown(page).getByText("17 of 31 stances shown").waitFor();
        await page.locator(".legend-toggle").tap();
        await page.getByRole("button", { name: "Close" }).last().tap();
        await page.getByRole("heading", { name: "Who stands where" }).waitFor();
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    ));
});

describe("the keyboard alone", () => {
  test("walks from actor to actor, opens one, reads its evidence and closes it", () =>
    visit(browser, site.url, async ({ page }) => {
      await shown(page).waitFor();
      const cursor = page.locator(".actor-cursor");
      for (
        let presses = 0;
        presses < 60 && !(await cursor.evaluate((it) => it === document.activeElement));
        presses++
      ) {
        await page.keyboard.press("Tab");
      }
      expect(await cursor.getAttribute("aria-label")).toMatch(/^Sound Barrage, product/);
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => cursor.getAttribute("aria-label")).not.toMatch(/^Sound Barrage/);
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Enter");
      await page.locator(".actor-panel").waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest(".panel") !== null)).toBe(true);
      await page.locator(".actor-panel .line-row").first().focus();
      await page.keyboard.press("Enter");
      await page.locator(".evidence").first().waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("heading", { name: "Who stands where" }).waitFor();
    }));

  test("sorts a table and opens its rows", () =>
    visit(browser, `${site.url}#v1?page=stances`, async ({ page }) => {
      const header = page.getByRole("columnheader", { name: "Who", exact: true });
      await header.getByRole("button").focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => header.getAttribute("aria-sort")).toBe("ascending");
      expect(await page.locator("tbody tr").count()).toBe(31);
      expect(await page.locator("tbody tr").nth(1).innerText()).toMatch(/^Ada Quill/);
      await page.getByRole("button", { name: /Ada Quill opposes Offshore wind/ }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".evidence").getByText("too fickle for the foundries").waitFor();
    }));

  test("a link holds the view", () =>
    visit(browser, site.url, async ({ page }) => {
      await legend(page).getByText("Opposition").click();
      await page.locator(".contested-row").first().click();
      await expect.poll(() => page.url()).toContain("#v1?hide=oppose&actor=entity%3Asound-barrage");
      await page.reload();
      await heading(page).getByText("Sound Barrage").waitFor();
      await shown(page).getByText("17 of 31 stances shown").waitFor();
    }));
});
