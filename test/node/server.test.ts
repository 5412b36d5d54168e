import { request } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { UsageError } from "../../src/core/index.ts";
import { serveViewer } from "../../src/node/index.ts";
import { makeFolder } from "./temp-folder.ts";

async function serve(): Promise<string> {
  const viewer = makeFolder({
    "viewer/index.html": "<!doctype html>page",
    "viewer/assets/a.js": "1",
    "viewer/.secret": "x",
    "outside.txt": "secret",
  });
  const server = await serveViewer({ graph: '{"nodes":["é"]}', port: 0, viewer: `${viewer}/viewer` });
  onTestFinished(() => server.close());
  return server.url;
}

/** Sends the path as it is, which `fetch` would tidy up. */
function get(url: string, path: string, { method = "GET", headers = {} } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((done, fail) => {
    request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => (body += chunk));
      response.on("end", () => done({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on("error", fail)
      .end();
  });
}

describe("serveViewer(options)", () => {
  test("serves the page, its files and the graph, on loopback", async () => {
    const url = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await get(url, "/")).body).toContain("page");
    expect((await get(url, "/assets/a.js")).headers["content-type"]).toContain("javascript");
    const graph = await get(url, "/graph.json?x");
    expect([graph.status, graph.headers["content-type"], graph.body]).toEqual([
      200,
      "application/json; charset=utf-8",
      '{"nodes":["é"]}',
    ]);
    expect((await get(url, "/graph.json", { method: "HEAD" })).body).toBe("");
  });

  test("lets the page run its own files and nothing else, in every answer", async () => {
    const url = await serve();
    for (const path of ["/", "/graph.json", "/none"]) {
      const { headers } = await get(url, path);
      expect(headers["content-security-policy"]).toMatch(
        /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/,
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  test.each([
    "/../outside.txt",
    "/..%2foutside.txt",
    "/%2e%2e/outside.txt",
    "/assets/../../outside.txt",
    "/.secret",
    "//etc/passwd",
    "/..\\outside.txt",
    "/%",
    "/none",
  ])("does not serve %s", async (path) => {
    const { status, body } = await get(await serve(), path);
    expect([status, body.includes("secret")]).toEqual([404, false]);
  });

  test.each(["evil.example", "127.0.0.1.evil.example", "evil.example:80"])("refuses requests to %s", async (host) => {
    expect((await get(await serve(), "/graph.json", { headers: { host } })).status).toBe(421);
  });

  test("refuses to be written to", async () => {
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await get(await serve(), "/graph.json", { method })).status).toBe(405);
  });

  test("says that a port is taken if that one was asked for", async () => {
    const port = Number(new URL(await serve()).port);
    await expect(serveViewer({ graph: "{}", port, viewer: makeFolder({ "index.html": "" }) })).rejects.toThrow(
      UsageError,
    );
  });
});
