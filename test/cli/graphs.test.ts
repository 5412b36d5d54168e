import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serializeGraph } from "../../src/graph/index.ts";
import { DOCUMENTS, makeGraph } from "../graph/fixture.ts";
import { makeFolder } from "../node/temp-folder.ts";
import { runCli } from "./run-cli.ts";

const texts = Object.fromEntries(DOCUMENTS.map(({ id, text }) => [`docs/${id}.txt`, text]));
const graph = serializeGraph(makeGraph());

describe("stancegraph", () => {
  test.each([
    ["no command", [], 2, /Usage: stancegraph/],
    ["an unknown command", ["explode"], 2, /unknown command/],
    ["an unknown option", ["build", "x", "--explode"], 2, /unknown option/],
    ["no input", ["build"], 2, /missing required argument/],
    ["a number that is none", ["build", "x", "--min-confidence", "much"], 2, /from 0 to 1; found "much"/],
    [
      "an input format that is none",
      ["analyze", "x", "--format", "docx"],
      2,
      /Allowed choices are txt, md, html, json, jsonl/,
    ],
    [
      "an output format that is none",
      ["export", "graph.json", "-o", "x.gefx"],
      2,
      /"gefx" of x.gefx; expected one of gexf/,
    ],
    ["a graph that is not there", ["export", "none.json", "-o", "x.gexf"], 1, /none.json: no such file/],
    ["a graph that is none", ["view", "docs/a.txt"], 1, /a.txt: The graph is not JSON/],
    [
      "no input that is there",
      ["build", "none.txt"],
      1,
      /none.txt: no such file or folder\.[\s\S]*no document could be read; graph.json was not written/,
    ],
  ])("says what is wrong with %s, with the right status", async (_, args, status, words) => {
    const result = await runCli(args, { cwd: makeFolder({ ...texts, "graph.json": graph }) });
    expect(result.status).toBe(status);
    expect(result.stderr).toMatch(words);
    expect(result.stdout).toBe("");
  });

  test("prints help and version and is done", async () => {
    expect(await runCli(["--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Usage: stancegraph"),
    });
    expect((await runCli(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("stancegraph export", () => {
  test("writes every format by its extension, CSV as four tables", async () => {
    const cwd = makeFolder({ "graph.json": graph });
    const starts = {
      "g.gexf": "<?xml",
      "g.graphml": "<?xml",
      "g.json": "{",
      "g-edges.csv": "id,source",
      "g-evidence.csv": "edge,",
      "g-statements.csv": "statement_id,time",
      "g.svg": "<svg",
      "g.md": "# Who stands where",
    };
    for (const file of ["g.gexf", "g.graphml", "g.json", "g.csv", "g.svg", "g.md"])
      expect((await runCli(["export", "graph.json", "-o", file], { cwd })).status).toBe(0);
    for (const [file, start] of Object.entries(starts))
      expect(readFileSync(join(cwd, file), "utf8").startsWith(start)).toBe(true);
    const { stdout } = await runCli(["export", "graph.json", "-o", "-", "--format", "json"], { cwd });
    expect(stdout).toBe(graph);
  });
});

describe("stancegraph verify", () => {
  test("passes the documents of the graph", async () => {
    const result = await runCli(["verify", "graph.json", "docs"], {
      cwd: makeFolder({ ...texts, "graph.json": graph }),
    });
    expect(result).toEqual({ status: 0, stdout: "6 quotes checked, 0 wrong or without their document\n", stderr: "" });
  });

  test.each([
    [
      "one wrong character",
      { "docs/a.txt": texts["docs/a.txt"]!.replace("now", "not") },
      /a: stance:entity:germany.*found "Officials said Germany not/,
    ],
    ["a document that is missing", { "docs/a.txt": "" }, /a: .*its document was not given/],
  ])("fails at %s", async (_, change, words) => {
    const result = await runCli(["verify", "graph.json", "docs"], {
      cwd: makeFolder({ ...texts, ...change, "graph.json": graph }),
    });
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(words);
  });
});

describe("stancegraph diff", () => {
  test("tells what changed", async () => {
    const cwd = makeFolder({
      "a.json": graph,
      "b.json": serializeGraph(makeGraph({ minConfidence: 0.9, minMentions: 4 })),
    });
    expect(await runCli(["diff", "a.json", "a.json"], { cwd })).toEqual({
      status: 0,
      stdout: "no change\n",
      stderr: "",
    });
    const { stdout } = await runCli(["diff", "a.json", "b.json"], { cwd });
    expect(stdout).toMatch(
      /^gone \(4\)\n {2}- Germany → Huawei: meets \(1 claim\)\n[\s\S]*nodes gone \(2\)\n {2}- 5G\n {2}- Jane Roe\n$/,
    );
  });
});

describe("stancegraph view", () => {
  test("serves the graph until Ctrl-C, then ends well", async () => {
    const cwd = makeFolder({ "graph.json": graph });
    let served: Promise<string> | undefined;
    const result = await runCli(["view", "graph.json", "--no-open", "--port", "0"], {
      cwd,
      onOutput: (output, kill) => {
        const url = /http:\/\/\S+\//.exec(output)?.[0];
        if (!url || served) return;
        served = fetch(`${url}graph.json`)
          .then((response) => response.text())
          .finally(() => kill("SIGINT"));
      },
    });
    expect(await served).toBe(graph);
    expect(result.status).toBe(0);
  });
});
