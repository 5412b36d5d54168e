import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { launchChromium } from "../browser/chromium.ts";
import type { ViewerFigures } from "./viewer-page.ts";

const SIZES = [
  [1_000, 5_000],
  [10_000, 50_000],
  [50_000, 200_000],
] as const;

/**
 * Times of the drawing in Chromium with software rendering: the page's own work in milliseconds, as the median of a few
 * rounds. What the processor then needs to paint is left out but for the first frame, since a graphics card does it.
 */
export async function benchViewer(): Promise<void> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const server = await createServer({ root, logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
  await server.listen();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.resolvedUrls!.local[0]}test/bench/viewer.html`);
    await page.waitForFunction(() => "benchViewer" in window, undefined, { timeout: 120_000 });
    console.log("viewer, ms          filter  first frame  refresh   hover   frame");
    for (const [nodes, edges] of SIZES) {
      const figures = await page.evaluate(
        ([nodes, edges]) =>
          (window as unknown as { benchViewer: (nodes: number, edges: number) => Promise<ViewerFigures> }).benchViewer(
            nodes,
            edges,
          ),
        [nodes, edges] as const,
      );
      const { filter, firstFrame, refresh, hover, frame } = figures;
      const cells = [filter, firstFrame, refresh, hover, frame].map((value) => value.toFixed(1).padStart(9));
      console.log(`${`${nodes / 1000}k / ${edges / 1000}k`.padEnd(14)} ${cells.join("")}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
