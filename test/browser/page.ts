import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Serves a built viewer with a graph beside it, or with none. The address ends with a slash. */
export async function serveViewer(folder: string, graph?: string): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/graph.json" && graph !== undefined) {
      return void response.writeHead(200, { "content-type": "application/json" }).end(graph);
    }
    try {
      const file = path === "/" ? "/index.html" : path;
      const body = await readFile(join(folder, file));
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.");
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}

export interface Visit {
  readonly page: Page;
  /** Errors that no code caught. */
  readonly faults: readonly string[];
  /** Addresses that the page asked for. */
  readonly requests: readonly string[];
}

/** Visits an address with a fresh page, with motion reduced so that the camera is where it should be at once. */
export async function visit(
  browser: Pick<Browser, "newContext">,
  url: string,
  look: (visit: Visit) => Promise<void>,
  { firstVisit = false, ...options }: BrowserContextOptions & { readonly firstVisit?: boolean } = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 600 },
    reducedMotion: "reduce",
    colorScheme: "light",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  if (!firstVisit) await page.addInitScript(() => localStorage.setItem("stancegraph.tour", "seen"));
  page.setDefaultTimeout(25_000);
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  try {
    await page.goto(url);
    await look({ page, faults, requests });
  } finally {
    await context.close();
  }
}

/** Whether anything is drawn: counts the pixels of all canvases laid over one another that are not empty. */
export function countDrawnPixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    let drawn = 0;
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>(".canvas canvas")) {
      const copy = document.createElement("canvas");
      [copy.width, copy.height] = [canvas.width, canvas.height];
      const context = copy.getContext("2d")!;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, copy.width, copy.height);
      for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) drawn++;
    }
    return drawn;
  });
}

/** Where an actor is drawn, in the page's coordinates, with the whole graph in view. */
export async function findActor(page: Page, key: string): Promise<{ x: number; y: number }> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `v1?actor=${encodeURIComponent(key)}`,
  );
  await page.locator(".actor-panel").waitFor();
  await page.getByRole("button", { name: "Show the whole graph" }).click();
  await page.waitForTimeout(150);
  const box = (await page.locator(".actor-cursor").boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
