import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { InputError } from "../../src/core/index.ts";
import { serializeGraph } from "../../src/graph/index.ts";
import { readGraphFile, verifyGraph, writeText } from "../../src/node/index.ts";
import { DOCUMENTS, makeGraph } from "../graph/fixture.ts";
import { makeFolder } from "./temp-folder.ts";

const faultOf = (promise: Promise<unknown>): Promise<InputError> =>
  promise.then(
    () => Promise.reject(new Error("no error")),
    (error) => error,
  );

describe("writeText(path, text)", () => {
  test("writes a file, over an old one and into folders that are not there yet", async () => {
    const folder = makeFolder({ "a.txt": "old" });
    await writeText(join(folder, "a.txt"), "new");
    await writeText(join(folder, "x/y/b.txt"), "ünïcödé");
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("new");
    expect(readFileSync(join(folder, "x/y/b.txt"), "utf8")).toBe("ünïcödé");
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "x"]);
  });

  test("says why it could not, and leaves nothing behind", async () => {
    const folder = makeFolder({ file: "x" });
    mkdirSync(join(folder, "there"));
    const fault = await faultOf(writeText(join(folder, "there"), "text"));
    expect([fault.code, fault.message]).toEqual(["not-written", expect.stringContaining("there was not written: ")]);
    expect((await faultOf(writeText(join(folder, "file/below"), "text"))).code).toBe("not-written");
    expect(readdirSync(folder).sort()).toEqual(["file", "there"]);
  });

  test.runIf(existsSync("/dev/full"))("says that the disk is full", async () => {
    expect((await faultOf(writeText("/dev/full", "text"))).message).toBe(
      "/dev/full was not written: the disk is full.",
    );
  });
});

describe("readGraphFile(path)", () => {
  test("reads a graph and names the file in what is wrong with another", async () => {
    const folder = makeFolder({ "good.json": serializeGraph(makeGraph()), "bad.json": "{}" });
    expect((await readGraphFile(join(folder, "good.json"))).size).toBe(5);
    expect((await faultOf(readGraphFile(join(folder, "bad.json")))).message).toMatch(
      /bad\.json: This is no stancegraph file/,
    );
    expect((await faultOf(readGraphFile(join(folder, "none.json")))).message).toMatch(/none\.json: no such file/);
  });
});

describe("verifyGraph(graph, inputs)", () => {
  test("holds every quote against its file", async () => {
    const files = Object.fromEntries(DOCUMENTS.map(({ id, text }) => [`${id}.txt`, text]));
    expect(await verifyGraph(makeGraph(), [makeFolder(files)])).toEqual({ checked: 6, problems: [] });
    const changed = await verifyGraph(makeGraph(), [
      makeFolder({ ...files, "a.txt": `${files["a.txt"]}`.replace("now", "Now") }),
    ]);
    expect(changed.problems.map(({ docId }) => docId)).toEqual(["a"]);
  });
});
