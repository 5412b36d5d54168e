import type { Browser } from "playwright-core";
import { beforeAll, inject } from "vitest";
import { launchChromium } from "./chromium.ts";
import { serveViewer } from "./page.ts";

/** Chromium for the tests of a file: there from before the first until after the last. */
export function openChromium(): Pick<Browser, "newContext"> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    return () => browser.close();
  });
  return { newContext: (options) => browser.newContext(options) };
}

/** The built viewer for the tests of a file, served with a graph beside it or with none. */
export function openSite(graph?: string): { readonly url: string } {
  let site: Awaited<ReturnType<typeof serveViewer>>;
  beforeAll(async () => {
    site = await serveViewer(inject("viewerFolder"), graph);
    return () => site.close();
  });
  return {
    get url() {
      return site.url;
    },
  };
}
