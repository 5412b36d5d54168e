import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMessages, type InputError } from "../../src/core/index.ts";
import { createIdRegistry, guessFormat, readDocumentLine, readDocuments } from "../../src/ingest/index.ts";

async function read(name: string, content: string | Uint8Array, options = {}) {
  const messages = createMessages();
  const documents = await readDocuments({ name, content }, messages, options);
  return { documents, rules: messages.list.map(({ ruleId }) => ruleId), messages: messages.list };
}
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "no error",
    (error: InputError) => error.code,
  );
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

describe("readDocuments(source) by format", () => {
  test("keeps plain text as it is, headline included", async () => {
    const text = "A blow\r\n\r\nJane Roe\r\n23 February 2019\r\n\r\nBerlin backs the plan.\r\n";
    const { documents } = await read("some/folder/blow.v2.txt", text);
    expect(documents).toEqual([{ id: "blow.v2", text, title: "A blow", author: "Jane Roe", date: "2019-02-23" }]);
  });

  test("takes Markdown's front matter off and keeps the markup of the text", async () => {
    const { documents, rules } = await read(
      "a.md",
      "---\ntitle: 'A blow: the plan'\ndate: 2019-02-23\npublisher: The Paper\nauthor: [Jane Roe, John Doe]\nurl: https://example.org/a\n---\n\nBerlin *backs* the plan.\n",
    );
    expect(documents).toEqual([
      {
        id: "a",
        text: "Berlin *backs* the plan.\n",
        title: "A blow: the plan",
        date: "2019-02-23",
        publisher: "The Paper",
        author: "Jane Roe, John Doe",
        url: "https://example.org/a",
      },
    ]);
    expect(rules).toEqual([]);
  });

  test.each([
    ["that is no YAML", "---\ntitle: [unclosed\n---\nBerlin backs the plan.", "ingest/front-matter"],
    [
      "that expands without end",
      `---\na: &a [x,x]\nb: &b [${"*a,".repeat(30)}]\nc: [${"*b,".repeat(30)}]\n---\nBerlin backs the plan.`,
      "ingest/front-matter",
    ],
    ["with a date that cannot be read", "---\ndate: soon\n---\nBerlin backs the plan.", "ingest/unknown-date"],
    [
      "with an address that runs code",
      "---\nurl: 'javascript:alert(1)'\n---\nBerlin backs the plan.",
      "ingest/unknown-url",
    ],
  ])("says so and reads the text below front matter %s", async (_, content, rule) => {
    const { documents, rules } = await read("a.md", content);
    expect(documents).toEqual([{ id: "a", text: "Berlin backs the plan." }]);
    expect(rules).toEqual([rule]);
  });

  test("reads one JSON document, a list, and a list called documents", async () => {
    const one = { id: "x", text: "Berlin.", date: "2019-02-23", title: null };
    const expected = { id: "x", text: "Berlin.", date: "2019-02-23" };
    expect((await read("a.json", JSON.stringify(one))).documents).toEqual([expected]);
    expect((await read("a.json", JSON.stringify([one]))).documents).toEqual([expected]);
    expect((await read("a.json", JSON.stringify({ documents: [one] }))).documents).toEqual([expected]);
  });

  test("reads the good lines of JSON Lines and tells of the bad ones by their line", async () => {
    const { documents, messages } = await read(
      "a.jsonl",
      '{"id":"x","text":"Berlin."}\n\nnonsense\n{"title":"no text"}\n[1]\r\n{"text":"Paris."}\n{"id":7,"text":"Rome."}',
    );
    expect(documents.map(({ id, text }) => `${id}: ${text}`)).toEqual(["x: Berlin.", "a-6: Paris.", "7: Rome."]);
    expect(messages.map(({ severity, reason }) => `${severity} ${reason.slice(0, 26)}`)).toEqual([
      "error a.jsonl:3 is not JSON: Une",
      "error a.jsonl:4: expected an obj",
      "error a.jsonl:5: expected an obj",
    ]);
  });

  test("reads a line of a file that is read piece by piece", () => {
    const messages = createMessages();
    expect(readDocumentLine('{"text":"Berlin."}', 3, { name: "big.jsonl" }, messages)).toEqual([
      { id: "big-3", text: "Berlin." },
    ]);
    expect(readDocumentLine("  ", 4, { name: "big.jsonl" }, messages)).toEqual([]);
    expect(readDocumentLine("{", 5, { name: "big.jsonl" }, messages)).toEqual([]);
    expect(messages.list).toHaveLength(1);
  });
});

describe("readDocuments(source) of bytes", () => {
  const TEXT = "Zoë said: “Café owners back it” – naïve, he replied.";
  const UTF16 = [...TEXT].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]);

  test.each([
    ["UTF-8", bytes(TEXT), []],
    ["UTF-8 with a byte order mark", bytes([0xef, 0xbb, 0xbf], TEXT), []],
    ["UTF-16 with a byte order mark", bytes([0xff, 0xfe], UTF16), []],
    [
      "UTF-16, big-endian, with a byte order mark",
      bytes(
        [0xfe, 0xff],
        UTF16.map((_, i) => UTF16[i ^ 1]!),
      ),
      [],
    ],
    ["UTF-16 without one", bytes(UTF16), []],
    [
      "windows-1252",
      bytes(
        "Zo",
        [0xeb],
        " said: ",
        [0x93],
        "Caf",
        [0xe9],
        " owners back it",
        [0x94],
        " ",
        [0x96],
        " na",
        [0xef],
        "ve, he replied.",
      ),
      ["ingest/encoding-guessed"],
    ],
  ])("reads %s", async (_, content, expected) => {
    const { documents, rules } = await read("a.txt", content);
    expect(documents[0]?.text).toBe(TEXT);
    expect(rules).toEqual(expected);
  });

  test("reads Cyrillic of a legacy encoding", async () => {
    const text = "Правительство поддержало план, но партия выступила против него. ".repeat(5);
    const koi: Record<string, number> = {};
    for (let byte = 0xc0; byte < 0x100; byte++) koi[new TextDecoder("koi8-r").decode(Uint8Array.of(byte))] = byte;
    const content = Uint8Array.from(text, (c) => koi[c] ?? c.charCodeAt(0));
    const { documents, messages } = await read("a.txt", content);
    expect(documents[0]?.text).toBe(text);
    expect(messages[0]?.reason).toContain("koi8-r");
  });

  test("takes the encoding that it is told", async () => {
    expect(
      (await read("a.txt", Uint8Array.of(0xe4, 0x20, 0x2e), { encoding: "windows-1251" })).documents[0]?.text,
    ).toBe("д .");
    expect(await codeOf(read("a.txt", bytes("x"), { encoding: "klingon" }))).toBe("unknown-encoding");
  });

  test("takes the encoding that a page declares", async () => {
    const { documents } = await read(
      "a.html",
      bytes('<html><head><meta charset="windows-1251"></head><body><p>', [0xc4, 0xe0], "</p></body></html>"),
    );
    expect(documents[0]?.text).toBe("Да");
  });

  test("reads UTF-8 with broken bytes as UTF-8, and says where it breaks", async () => {
    const { documents, messages } = await read("a.txt", bytes("Zoë – Café – naïve", [0xff], " end"));
    expect(documents[0]?.text).toBe("Zoë – Café – naïve\uFFFD end");
    expect(messages[0]?.reason).toContain("byte 0xFF at offset 25");
  });

  test.each([
    ["an office document", bytes("PK\x03\x04 text")],
    ["an image", bytes([0x89], "PNG\r\n", [0x1a], "\n text")],
    ["zeros", new Uint8Array(1000)],
    ["noise", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255)],
  ])("refuses %s", async (_, content) => expect(await codeOf(read("a.txt", content))).toBe("binary"));

  test("keeps a stray NUL, and says so", async () => {
    const { documents, rules } = await read(
      "a.txt",
      bytes("Berlin backs the plan.", [0], ` ${"It does. ".repeat(20)}`),
    );
    expect(documents[0]?.text[22]).toBe("\0");
    expect(rules).toEqual(["ingest/control-characters"]);
  });
});

describe("readDocuments(source) of hostile or useless input", () => {
  test.each([
    ["an empty file", "a.txt", ""],
    ["a blank file", "a.txt", " \n\t\n"],
    ["a byte order mark alone", "a.txt", "\uFEFF"],
    ["front matter without text", "a.md", "---\ntitle: x\n---\n"],
    ["a page without text", "a.html", "<html><body><script>1</script></body></html>"],
    ["a record without text", "a.json", '{"text":""}'],
  ])("leaves out %s with a warning", async (_, name, content) => {
    const { documents, rules } = await read(name, content);
    expect(documents).toEqual([]);
    expect(rules).toEqual(["ingest/empty"]);
  });

  test("refuses JSON that is none, and formats that it does not know", async () => {
    expect(await codeOf(read("a.json", "{"))).toBe("invalid-json");
    expect(await codeOf(read("a.json", '{"no":"text"}'))).toBe("no-text");
    expect(await codeOf(read("a.json", "{}", { format: "docx" as "txt" }))).toBe("unknown-format");
  });

  test("refuses a document of more characters than allowed, but not its neighbours", async () => {
    expect(await codeOf(read("a.txt", "x".repeat(2_000_001)))).toBe("too-long");
    const { documents, rules } = await read(
      "a.jsonl",
      '{"id":"a","text":"Berlin."}\n{"id":"b","text":"Berlin backs it."}',
      { maxLength: 10 },
    );
    expect(documents.map(({ id }) => id)).toEqual(["a"]);
    expect(rules).toEqual(["ingest/too-long"]);
  });

  test("reads fifty megabytes of one line only as far as needed to refuse them", async () => {
    expect(await codeOf(read("a.txt", new Uint8Array(50 * 1024 * 1024).fill(0x61)))).toBe("too-long");
  });

  test("replaces lone surrogates, so that offsets outlive a file", async () => {
    const { documents, rules } = await read("a.json", '{"id":"x\\ud800","text":"a \\ud83d b \\ude00 \\ud83d\\ude00"}');
    expect(documents).toEqual([{ id: "x\uFFFD", text: "a \uFFFD b \uFFFD 😀" }]);
    expect(rules).toEqual(["ingest/lone-surrogate"]);
  });

  test("keeps markup in names as data", async () => {
    const { documents } = await read("</script><b>.txt", "Berlin.");
    expect(documents[0]?.id).toBe("script><b>");
  });

  test("a text survives a JSON file and UTF-8, whatever it holds (seed 20190223)", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.string({ unit: "binary" }),
        async (text, title) => {
          const { documents } = await read("a.json", JSON.stringify({ text, title }));
          for (const document of documents) {
            expect(document.text).toHaveLength(text.length);
            const written = new TextEncoder().encode(JSON.stringify(document));
            expect(JSON.parse(new TextDecoder().decode(written))).toEqual(document);
          }
        },
      ),
      { seed: 20190223 },
    );
  });
});

describe("createIdRegistry()", () => {
  test("numbers later documents of the same id, also around ids that look numbered", () => {
    const unique = createIdRegistry();
    const messages = createMessages();
    const ids = ["a", "a", "a-2", "a", "b"].map((id) => unique({ id, text: "." }, messages).id);
    expect(ids).toEqual(["a", "a-2", "a-2-2", "a-3", "b"]);
    expect(messages.list.map(({ ruleId }) => ruleId)).toEqual(Array(3).fill("ingest/duplicate-id"));
  });
});

describe("guessFormat(text)", () => {
  test.each([
    ['{"text":"a"}\n{"text":"b"}', "jsonl"],
    ['{"text":"a"}', "jsonl"],
    ['{\n "text": "a"\n}', "json"],
    [' [ {"text":"a"} ]', "json"],
    ["[Applause] Thank you.", "txt"],
    ["<!DOCTYPE html>\n<html>", "html"],
    ["---\ntitle: a\n---\nb", "md"],
    ["Berlin backs it.", "txt"],
  ])("%j is %s", (text, expected) => expect(guessFormat(text)).toBe(expected));
});
