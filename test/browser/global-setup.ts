import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of the freshly built viewer. */
    viewerFolder: string;
  }
}

/** Builds the viewer from the sources as they are now, so that no test runs against an old build. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "stancegraph-viewer-"));
  await build({ logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  await build({ logLevel: "error", mode: "page", build: { outDir: folder } });
  project.provide("viewerFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
