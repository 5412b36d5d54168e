import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ReadInputsOptions, readInputs } from "../../src/node/index.ts";
import { makeFolder } from "./temp-folder.ts";

/** `id` of each document, `!code` of each error, `?rule` of each message, in order. */
async function read(cwd: string, inputs: string[], options: ReadInputsOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const { document, error, messages } of await readInputs(inputs, { cwd, ...options })) {
    if (document) lines.push(document.id);
    if (error) lines.push(`!${error.code}`);
    for (const { ruleId } of messages) lines.push(`?${ruleId.replace("ingest/", "")}`);
  }
  return lines;
}

describe("readInputs(inputs)", () => {
  const files = {
    "b.txt": "Berlin.",
    "a.md": "Paris.",
    "in/c.JSON": '[{"id":"c1","text":"Rome."},{"text":"Oslo."}]',
    "in/.hidden.txt": "no",
    "in/node_modules/d.txt": "no",
    "in/picture.png": "no",
    "e.unknown": "Bern.",
  };

  test.each([
    ["files in the order named", ["b.txt", "a.md"], ["b", "a"]],
    ["a folder by name, hidden and foreign files left out", ["."], ["a", "b", "c1", "c-2"]],
    ["a glob", ["*.{md,txt}"], ["a", "b"]],
    ["a file of an unknown kind as text where it is named", ["e.unknown"], ["e"]],
    ["a file named twice once", ["b.txt", ".", "./b.txt"], ["b", "a", "c1", "c-2"]],
    ["what is there, past what is not", ["none.txt", "b.txt", "*.pdf"], ["!unreadable", "!no-files", "b"]],
  ])("reads %s", async (_, inputs, expected) => expect(await read(makeFolder(files), inputs)).toEqual(expected));

  test("names documents of one name by their folders, and the last of one path by a number", async () => {
    const folder = makeFolder({ "x/a.txt": "1.", "y/z/a.txt": "2.", "y/z/a.md": "3.", "y/b.txt": "4." });
    expect(await read(folder, ["."])).toEqual(["x/a", "b", "y/z/a", "y/z/a-2", "?duplicate-id"]);
  });

  test("reads a name with the signs of a glob, if there is such a file", async () => {
    const folder = makeFolder({ "[a] {b}.txt": "1." });
    expect(await read(folder, ["[a] {b}.txt"])).toEqual(["[a] {b}"]);
  });

  test("loses nothing to files that are bad in different ways", async () => {
    const folder = makeFolder({
      "1-good.txt": "Berlin.",
      "2-empty.txt": "",
      "3-binary.txt": new Uint8Array(100),
      "4-broken.txt": Uint8Array.of(...new TextEncoder().encode("Zoë – naïve"), 0xff),
      "5-long.txt": new Uint8Array(50 * 1024 * 1024).fill(0x61),
      "6-half.json": '{"text":',
      "7-lone.json": '{"text":"half \\ud83d"}',
      "9-good.txt": "Paris.",
    });
    symlinkSync(join(folder, "gone"), join(folder, "8-link.txt"));
    const inputs = [
      "1-good.txt",
      "2-empty.txt",
      "3-binary.txt",
      "4-broken.txt",
      "5-long.txt",
      "6-half.json",
      "7-lone.json",
      "8-link.txt",
      "9-good.txt",
    ];
    expect(await read(folder, inputs)).toEqual([
      "!unreadable",
      "1-good",
      "?empty",
      "!binary",
      "4-broken",
      "?invalid-utf8",
      "!too-long",
      "!invalid-json",
      "7-lone",
      "?lone-surrogate",
      "9-good",
    ]);
  });

  test("reads big JSON Lines line by line, as it reads small ones", async () => {
    const lines = Array.from({ length: 5000 }, (_, i) =>
      JSON.stringify({ id: `d${i % 4990}`, text: `Zoë backs plan ${i} – naïvely. ${"x".repeat(300)}` }),
    );
    lines.splice(2500, 0, "nonsense", "");
    const folder = makeFolder({ "a.jsonl": lines.join("\n") });
    const whole = await read(folder, ["a.jsonl"]);
    const streamed = await read(folder, ["a.jsonl"], { streamAbove: 1000 });
    expect(whole.filter((line) => !line.startsWith("?"))).toHaveLength(5000);
    expect(streamed.filter((line) => !line.startsWith("?"))).toEqual(whole.filter((line) => !line.startsWith("?")));
    expect([...streamed].sort()).toEqual([...whole].sort());
  });

  test.each([
    ["text", "Berlin backs it.", "stdin"],
    ["JSON Lines", '{"id":"x","text":"Berlin."}\n', "x"],
    ["a page", "<!doctype html><html><body><p>Berlin.</p></body></html>", "stdin"],
  ])("reads standard input that is %s", async (_, content, id) => {
    const stdin = (async function* () {
      for (const byte of new TextEncoder().encode(content)) yield Uint8Array.of(byte);
    })();
    expect((await read(makeFolder(), ["-"], { stdin }))[0]).toBe(id);
  });

  test("tells how far it is", async () => {
    const source = await readInputs(["."], { cwd: makeFolder({ "a.txt": "12345.", "b.txt": "123." }) });
    const seen: number[] = [];
    for await (const _ of source) seen.push(source.bytesRead);
    expect([source.totalBytes, ...seen]).toEqual([10, 0, 6]);
    expect(source.bytesRead).toBe(10);
  });
});
