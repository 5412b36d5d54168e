import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { UsageError } from "../core/index.ts";
import { findViewer } from "./viewer-folder.ts";

export interface ServeOptions {
  /** Text of the graph file, served at `/graph.json`. */
  readonly graph: string;
  /** Default: 8719, or any free one if that is taken. */
  readonly port?: number | undefined;
  /** Folder of the built viewer. Default: the one that the package ships. */
  readonly viewer?: string;
}

export interface ViewerServer {
  /** `http://127.0.0.1:8719/` */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = "127.0.0.1";
const DEFAULT_PORT = 8719;

/** The page may run its own files, draw, and read from here. Nothing leaves it and no other page may frame it. */
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/**
 * Serves the viewer and one graph on the loopback interface. Requests that name another host are refused, so that no web
 * page can reach the graph by a domain that it points here (DNS rebinding).
 *
 * @throws UsageError `port-taken` if a port was asked for and is in use
 */
export async function serveViewer(options: ServeOptions): Promise<ViewerServer> {
  const files = sirv(options.viewer ?? findViewer(), { dotfiles: false, etag: true, single: false });
  const graph = Buffer.from(options.graph);
  let hosts: ReadonlySet<string> = new Set();
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (!hosts.has(request.headers.host ?? "")) return refuse(response, 421, "This server answers to 127.0.0.1 only.");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(response, 405, "Only GET and HEAD are served.");
    }
    if (pathOf(request) === "/graph.json") return sendGraph(request, response, graph);
    files(request, response, () => refuse(response, 404, "There is no such page."));
  });
  const port = await listen(server, options.port);
  hosts = new Set([`${HOST}:${port}`, `localhost:${port}`, ...(port === 80 ? [HOST, "localhost"] : [])]);
  return {
    url: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split(/[?#]/)[0]!;
}

function sendGraph(request: IncomingMessage, response: ServerResponse, graph: Buffer): void {
  response.writeHead(200, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": graph.length,
    "Cache-Control": "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : graph);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${reason}\n`);
}

async function listen(server: Server, asked: number | undefined): Promise<number> {
  const attempt = (port: number): Promise<number> =>
    new Promise((done, fail) => {
      server.once("error", fail);
      server.listen(port, HOST, () => {
        server.off("error", fail);
        done((server.address() as AddressInfo).port);
      });
    });
  try {
    return await attempt(asked ?? DEFAULT_PORT);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (asked === undefined && code === "EADDRINUSE") return attempt(0);
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    throw new UsageError(
      `Port ${asked} ${code === "EACCES" ? "may not be used" : "is taken"}. Choose another with --port.`,
      {
        code: "port-taken",
        cause: error,
      },
    );
  }
}
