import { createHash } from "node:crypto";
import type { Plugin, PluginOption } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

/** What the served page may do: run its own files, draw, and read from where it was served. Nothing else leaves it. */
const SERVED_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** What the page that carries its graph may do: run the one script that it was built with, and ask for nothing. */
const pagePolicy = (hashes: readonly string[]): string[] => [
  "default-src 'none'",
  `script-src ${hashes.map((hash) => `'sha256-${hash}'`).join(" ")}`,
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "font-src data:",
  "img-src data: blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

const policyTag = (policy: readonly string[]) =>
  ({
    tag: "meta",
    attrs: { "http-equiv": "Content-Security-Policy", content: policy.join("; ") },
    injectTo: "head-prepend",
  }) as const;

/** Puts the policy into the built page; the development server needs inline scripts and goes without. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "stancegraph:content-security-policy",
    apply: "build",
    transformIndexHtml: () => [policyTag(SERVED_POLICY)],
  };
}

/** While the viewer is worked on, offers the graph that `npm start` built, as the program's own server does. */
export function serveBuiltGraph(read: () => Promise<Uint8Array>): Plugin {
  return {
    name: "stancegraph:serve-built-graph",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/graph.json", async (_request, response) => {
        try {
          response.setHeader("Content-Type", "application/json").end(await read());
        } catch {
          response.writeHead(404).end();
        }
      });
    },
  };
}

const SCRIPT = /<script type="module"[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Everything in one `page.html`: styles, faces (those of Latin script) and all code, with a slot for a graph and a policy
 * that names its scripts by hash. Reading text needs the models, which do not fit: its worker is left out.
 */
export function onePage(): PluginOption[] {
  return [
    {
      name: "stancegraph:without-models",
      enforce: "pre",
      resolveId(source, importer) {
        return source.endsWith("/start-reading.ts") ? this.resolve("./start-reading-nowhere.ts", importer) : undefined;
      },
      transform: (code, id) => (/@fontsource-variable.*\.css$/.test(id) ? keepLatin(code) : undefined),
      transformIndexHtml: () => [
        { tag: "script", attrs: { type: "text/plain", id: "stancegraph-data" }, injectTo: "body-prepend" },
      ],
    },
    viteSingleFile({ removeViteModuleLoader: true }),
    {
      name: "stancegraph:page-html",
      enforce: "post",
      generateBundle: {
        // After everything was put in.
        order: "post",
        handler(_, bundle) {
          const page = bundle["index.html"];
          if (page?.type !== "asset") throw new Error("onePage: expected index.html among the built files.");
          const html = String(page.source);
          const hashes = [...html.matchAll(SCRIPT)].map(([, code]) =>
            createHash("sha256").update(code!).digest("base64"),
          );
          const { content } = policyTag(pagePolicy(hashes)).attrs;
          const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
          page.source = html.replace(/<head>/, () => `<head>\n    ${meta}`);
          page.fileName = "page.html";
        },
      },
    },
  ];
}

/** Of a face's rules only those for Latin letters: the others would make the page three times as large. */
function keepLatin(css: string): string {
  return css.replace(/\/\* (\S+) \*\/\s*@font-face \{[^}]*\}/g, (rule, name: string) =>
    /-latin(-ext)?-/.test(name) ? rule : "",
  );
}
