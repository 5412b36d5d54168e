import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CDPSession, Page } from "playwright-core";
import { build } from "vite";
import { launchChromium } from "../browser/chromium.ts";
import { serveViewer } from "../browser/page.ts";
import type { BenchSteps } from "./viewer-page.ts";

const SIZES = [
  [1_000, 5_000],
  [10_000, 50_000],
  [50_000, 200_000],
] as const;

const ROUNDS = { filter: 3, firstFrame: 1, refresh: 3, hover: 15, frame: 9 } as const;
type Timed = keyof typeof ROUNDS;

/**
 * What the drawing costs the page, in milliseconds of its main thread's own processor time: the median of a few rounds.
 * Painting by software goes on in another thread and does not count, since readers have a graphics card; nor does what
 * else the machine is busy with.
 */
export async function benchViewer(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "stancegraph-bench-"));
  const root = fileURLToPath(new URL(".", import.meta.url));
  const input = join(root, "viewer.html");
  await build({
    root,
    configFile: false,
    base: "./",
    logLevel: "error",
    build: { outDir: folder, rolldownOptions: { input } },
  });
  const server = await serveViewer(folder);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(300_000);
    await page.goto(`${server.url}viewer.html`);
    await page.waitForFunction(() => "benchSteps" in window);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    console.log(
      `${"viewer, ms".padEnd(14)} ${Object.keys(ROUNDS)
        .map((name) => name.padStart(11))
        .join("")}`,
    );
    for (const [nodes, edges] of SIZES) {
      await run(page, "prepare", nodes, edges);
      const cells: string[] = [];
      for (const name of Object.keys(ROUNDS) as Timed[]) {
        const taken: number[] = [];
        for (let turn = 0; turn < ROUNDS[name]; turn++) {
          const before = await busySeconds(session);
          await run(page, name, turn + 1);
          taken.push(1000 * ((await busySeconds(session)) - before));
        }
        if (name === "hover") await run(page, "rest");
        taken.sort((a, b) => a - b);
        cells.push(taken[Math.floor(taken.length / 2)]!.toFixed(1).padStart(11));
      }
      console.log(`${`${nodes / 1000}k / ${edges / 1000}k`.padEnd(14)} ${cells.join("")}`);
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Processor time of all tasks of the page's main thread so far. */
async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")!.value;
}

function run(page: Page, name: keyof BenchSteps, ...numbers: number[]): Promise<void> {
  return page.evaluate(
    async ([step, values]) => {
      const { benchSteps } = window as unknown as { benchSteps: Record<string, (...numbers: number[]) => unknown> };
      await benchSteps[step]!(...values);
    },
    [name, numbers] as const,
  );
}
