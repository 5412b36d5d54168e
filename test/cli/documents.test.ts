import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseGraph } from "../../src/graph/index.ts";
import { makeFolder } from "../node/temp-folder.ts";
import { runCli } from "./run-cli.ts";

const GOOD = "Norway's government criticised Sweden on Monday. Sweden's prime minister rejected the criticism.";
const OTHER = "France praised Spain. “We support Spain,” said a senior French official.";

describe("stancegraph build", () => {
  test("builds a graph of a folder, which verify passes, and GEXF beside it", async () => {
    const cwd = makeFolder({ "docs/a.txt": GOOD, "docs/b.md": `---\ndate: 2019-02-23\n---\n${OTHER}` });
    const built = await runCli(
      ["build", "docs", "-o", "out/graph.json", "--gexf", "out/graph.gexf", "--include-text"],
      { cwd },
    );
    expect(built.status).toBe(0);
    expect(built.stdout).toMatch(/^2 documents → \d+ nodes, \d+ edges? .* → out\/graph\.json\n$/);
    expect(readdirSync(join(cwd, "out")).sort()).toEqual(["graph.gexf", "graph.json"]);
    const graph = parseGraph(readFileSync(join(cwd, "out/graph.json"), "utf8"));
    expect(graph.getAttribute("documents").map(({ id, date }) => `${id} ${date}`)).toEqual([
      "a undefined",
      "b 2019-02-23",
    ]);
    expect(graph.getAttribute("texts")).toEqual({ a: GOOD, b: OTHER });
    expect((await runCli(["verify", "out/graph.json", "docs"], { cwd })).status).toBe(0);
  });

  test("gives the same bytes for the same documents, whatever their order", async () => {
    const cwd = makeFolder({ "a.txt": GOOD, "b.txt": OTHER });
    const one = await runCli(["build", "a.txt", "b.txt", "-o", "-"], { cwd });
    const two = await runCli(["build", "b.txt", "a.txt", "-o", "-", "--quiet"], { cwd });
    expect(one.stdout).toBe(two.stdout);
    expect(one.stderr).toContain("2 documents →");
    expect(two.stderr).toBe("");
  });

  test("loses nothing to bad inputs, names each, and ends with status 1", async () => {
    const cwd = makeFolder({
      "good.txt": GOOD,
      "empty.txt": "",
      "binary.txt": new Uint8Array(1000),
      "line.txt": new Uint8Array(50 * 1024 * 1024).fill(0x61),
      "broken.txt": Buffer.concat([Buffer.from(`Zoë – naïve. ${OTHER}`), Buffer.of(0xff)]),
      "records.jsonl": `{"id":"</script><script>alert(1)</script>","text":${JSON.stringify(GOOD)}}\n{"half\n{"id":"lone","text":"\\ud83d ${OTHER}"}`,
    });
    symlinkSync(join(cwd, "gone"), join(cwd, "unreadable.txt"));
    const files = [...readdirSync(cwd)].sort();
    const { status, stderr, stdout } = await runCli(["build", ...files], { cwd });
    expect(status).toBe(1);
    for (const words of [
      /empty\.txt is empty/,
      /binary\.txt is binary data, not text/,
      /"line" has 52,428,800 characters, more than/,
      /broken\.txt is broken UTF-8 \(byte 0xFF at offset \d+/,
      /records\.jsonl:2 is not JSON/,
      /"lone" holds half a character/,
      /unreadable\.txt: no such file/,
    ]) {
      expect(stderr).toMatch(words);
    }
    expect(stdout).toMatch(/^4 documents; 5 inputs failed; 2 warnings → /);
    const { documents } = parseGraph(readFileSync(join(cwd, "graph.json"), "utf8")).getAttributes();
    expect(documents.map(({ id }) => id)).toEqual(["</script><script>alert(1)</script>", "broken", "good", "lone"]);
    expect(
      await runCli(["verify", "graph.json", ...files.filter((file) => !/empty|binary|line|unreadable/.test(file))], {
        cwd,
      }),
    ).toMatchObject({
      stdout: expect.stringMatching(/, 0 wrong or without their document\n$/),
    });
  });

  test("writes nothing when it is stopped half-way", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: `d${i}`, text: `${GOOD} ${OTHER}` }));
    const cwd = makeFolder({ "many.jsonl": lines.join("\n") });
    const result = await runCli(["build", "many.jsonl"], {
      cwd,
      onOutput: (output, kill) => {
        if (output.includes("10 %")) kill("SIGINT");
      },
    });
    expect(result.status).toBe(130);
    expect(readdirSync(cwd)).toEqual(["many.jsonl"]);
  });

  test.runIf(existsSync("/dev/full"))("says that the disk is full", async () => {
    const result = await runCli(["build", "-", "-o", "/dev/full"], { stdin: GOOD });
    expect(result).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("/dev/full was not written: the disk is full."),
    });
  });
});

describe("stancegraph analyze", () => {
  test("prints one line of JSON a document, with offsets into its text", async () => {
    const text = "Norway backed Sweden. “Zoë 😀 agrees,” said Jane Roe, a minister.";
    const stdin = `${JSON.stringify({ id: "x", text })}\n${JSON.stringify({ id: "y", text: GOOD })}\n`;
    const { status, stdout } = await runCli(["analyze", "-"], { stdin });
    expect(status).toBe(0);
    const [x, y] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([x.id, y.id]).toEqual(["x", "y"]);
    const layers = ["sentences", "tokens", "mentions", "attributions", "stances", "relations", "concepts"];
    expect(Object.keys(x)).toEqual(["id", ...layers, "conceptStances"]);
    expect(x.sentences.map(({ start, end }: { start: number; end: number }) => text.slice(start, end))[0]).toBe(
      "Norway backed Sweden.",
    );
    const [norway, backed] = x.tokens;
    expect(text.slice(norway.start, norway.end)).toBe("Norway");
    expect(backed).toEqual({ start: 7, end: 13, lemma: "back", pos: "VERB", xpos: "VBD", head: -1, dep: "root" });
    expect(x.mentions[0]).toMatchObject({
      start: 0,
      end: 6,
      kind: "name",
      entityType: "place",
      cluster: expect.any(Number),
    });
    expect(x.stances[0]).toMatchObject({
      polarity: "support",
      holder: { start: 0, end: 6 },
      target: { start: 14, end: 20 },
    });
  });

  test("ends quietly when its reader goes away", async () => {
    const stdin = Array.from({ length: 200 }, (_, i) => JSON.stringify({ id: `d${i}`, text: GOOD })).join("\n");
    const { status, stderr } = await runCli(["analyze", "-", "--quiet"], { stdin, hangUp: true });
    expect([status, stderr]).toEqual([0, ""]);
  });
});
