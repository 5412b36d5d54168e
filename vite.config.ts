import { readFile } from "node:fs/promises";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** What the built page may do: run its own files, draw, and read from where it was served. Nothing else leaves it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Puts the policy into the built page; the development server needs inline scripts and goes without. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "stancegraph:content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** While the viewer is worked on, offers the graph that `npm start` built, as the program's own server does. */
function serveBuiltGraph(): Plugin {
  return {
    name: "stancegraph:serve-built-graph",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/graph.json", async (_request, response) => {
        try {
          const graph = await readFile(new URL("data/graphs/seeds.json", import.meta.url));
          response.setHeader("Content-Type", "application/json").end(graph);
        } catch {
          response.writeHead(404).end();
        }
      });
    },
  };
}

export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [react(), contentSecurityPolicy(), serveBuiltGraph()],
  build: { outDir: "dist/viewer", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 1200 },
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
});
