import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { ASSET_PATHS } from "./src/pipeline/assets.ts";
import { contentSecurityPolicy, onePage, serveBuiltGraph } from "./vite.plugins.ts";

const readingBytes = ASSET_PATHS.reduce(
  (sum, path) => sum + statSync(new URL(`data/${path}`, import.meta.url)).size,
  0,
);

/**
 * Two targets: the viewer as files that a server offers (`vite build`), and as one page that a graph is put into
 * (`vite build --mode page`, after the first).
 */
export default defineConfig(({ mode }) => ({
  base: "./",
  publicDir: false,
  plugins: [
    react(),
    ...(mode === "page"
      ? onePage()
      : [contentSecurityPolicy(), serveBuiltGraph(() => readFile(new URL("data/graphs/seeds.json", import.meta.url)))]),
  ],
  build: {
    outDir: "dist/viewer",
    emptyOutDir: mode !== "page",
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    // Models and lexicons are fetched, and the page's policy lets it fetch files only.
    assetsInlineLimit: (path) => (mode !== "page" && path.includes("/data/") ? false : undefined),
  },
  define: { __READING_BYTES__: JSON.stringify(readingBytes) },
  worker: { format: "es" },
  test: {
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One Chromium at a time: software rendering keeps two cores busy as it is.
          fileParallelism: false,
        },
      },
    ],
  },
}));
