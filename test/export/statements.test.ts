import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, toCitations, toStatements, toTable } from "../../src/export/index.ts";
import { assembleGraph } from "../../src/graph/index.ts";
import { makeClaim, makeEntity, makeGraph } from "../graph/fixture.ts";

/** RFC 4180, read letter by letter. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row = [""];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (quoted) {
      if (letter !== '"') row[row.length - 1] += letter;
      else if (text[i + 1] === '"') row[row.length - 1] += text[++i];
      else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ",") row.push("");
    else if (letter === "\r" && text[i + 1] === "\n") {
      rows.push(row);
      row = [""];
      i++;
    } else row[row.length - 1] += letter;
  }
  return rows;
}

describe("toStatements(graph)", () => {
  const [header, ...rows] = parseCsv(toStatements(makeGraph()));
  const column = (name: string) => rows.map((row) => row[header!.indexOf(name)]);

  test("has a row for every piece of evidence of a stance, with agreement as 1 and 0", () => {
    expect(column("document_id")).toEqual(["a", "b", "c"]);
    expect(column("organization")).toEqual(["Germany", "Germany", "Germany"]);
    expect(column("concept")).toEqual(["Huawei", "Huawei", "Huawei"]);
    expect(column("agreement")).toEqual(["0", "1", "1"]);
    expect(column("time")).toEqual(["2019-02-01", "2019-02-23", ""]);
    expect(column("text")[0]).toBe("Officials said Germany now blocks Huawei");
    expect(new Set(column("statement_id")).size).toBe(3);
  });

  test("gives a person the organization that they belong to, and a mixed stance no agreement", () => {
    const document = { id: "a", text: "Jane Acme 5G" };
    const entities = [makeEntity("person Jane"), makeEntity("organization Acme"), makeEntity("product 5G")];
    const claims = [
      makeClaim(document, "Jane", "mixed", "5G"),
      makeClaim(document, "Jane", "holds-position", "Acme", { detail: "chief" }),
    ];
    const [head, row] = parseCsv(
      toStatements(assembleGraph({ documents: [document], entities, claims, generator: "test" })),
    );
    const cell = (name: string) => row![head!.indexOf(name)];
    expect([cell("person"), cell("organization"), cell("agreement"), cell("polarity")]).toEqual([
      "Jane",
      "Acme",
      "",
      "mixed",
    ]);
  });
});

describe("toTable(rows)", () => {
  test("keeps every cell, but for the apostrophe that disarms a formula (seed 3)", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", "=", "+", "-", "@", "＝", "\t", "é") });
    const property = fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const [read] = parseCsv(toTable([cells]));
      expect(read!.map((text, i) => (text === `'${cells[i]}` ? cells[i] : text))).toEqual(cells);
      for (const text of read!) expect(text).not.toMatch(/^[=+\-@＝\t\r\n]/);
    });
    fc.assert(property, { seed: 3, numRuns: 300 });
  });
});

describe("toCitations(graph)", () => {
  test("lists the sentences of every edge with their sources, stances first", () => {
    const lines = toCitations(makeGraph()).split("\n");
    expect(lines[0]).toBe("# Who stands where");
    expect(lines.filter((line) => line.startsWith("## ")).slice(0, 2)).toEqual([
      "## Germany supports Huawei",
      "## Germany opposes Huawei",
    ]);
    expect(lines).toContain("- “Germany backs Huawei” (“A \\<b\\>blow\\</b\\>”, The Paper, 23 February 2019)");
  });

  test("takes what a document says for text, not for markup", () => {
    expect(escapeMarkdown("![x](http://e) <img src=x>\n# `a` *b* _c_ &lt;")).toBe(
      "\\!\\[x\\](http://e) \\<img src=x\\> \\# \\`a\\` \\*b\\* \\_c\\_ \\&lt;",
    );
  });
});
