import { describe, expect, test } from "vitest";
import { createMessages } from "../../src/core/index.ts";
import { readDocuments } from "../../src/ingest/index.ts";
import { joinPdfLines, type PdfLine } from "../../src/ingest/pdf-lines.ts";

/** The smallest PDF that holds these pages of lines, set in Helvetica of 11 points with 14 from line to line. */
function makePdf(pages: readonly (readonly string[])[], trailer = ""): Uint8Array {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
  const kids: string[] = [];
  for (const lines of pages) {
    const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj 0 -14 Td`).join("\n");
    const stream = `BT /F1 11 Tf 60 780 Td\n${shown}\nET`;
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`;
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

const read = (content: Uint8Array, name = "a.pdf") => readDocuments({ name, content }, createMessages());

describe("readDocuments(source) of PDF", () => {
  test("joins lines to paragraphs, puts divided words together and finds the headline", async () => {
    const lines = [
      "Norway backs the plan",
      "",
      "By Jane Roe",
      "",
      "OSLO - The govern-",
      "ment backed the plan. It",
      "said so on Monday.",
    ];
    const [document] = await read(makePdf([lines]));
    expect(document!.text).toBe(
      "Norway backs the plan\n\nBy Jane Roe\n\nOSLO - The government backed the plan. It said so on Monday.",
    );
    expect(document).toMatchObject({ id: "a", title: "Norway backs the plan", author: "Jane Roe" });
  });

  test("is known by its first bytes, whatever its name", async () => {
    expect((await read(makePdf([["Norway backs Sweden."]]), "a.txt"))[0]!.text).toBe("Norway backs Sweden.");
  });

  test.each([
    ["no text", makePdf([[]]), "no-text"],
    ["nothing after its first bytes", new TextEncoder().encode("%PDF-1.7 nonsense"), "broken-pdf"],
    ["another kind of file", new TextEncoder().encode("plain text"), "broken-pdf"],
  ])("refuses a file with %s", async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code });
  });
});

describe("joinPdfLines(pages)", () => {
  const line = (text: string, y: number, extra: Partial<PdfLine> = {}): PdfLine => ({
    ...{ text, x: 60, y, size: 11, end: 60 + text.length * 5.5 },
    ...extra,
  });

  test.each([
    ["a wider gap starts a paragraph", [line("One", 700), line("two", 686), line("Three", 650)], "One two\n\nThree"],
    [
      "so does an indent",
      [line("One is long enough here", 700), line("Two", 686, { x: 75 })],
      "One is long enough here\n\nTwo",
    ],
    ["and larger letters", [line("Head", 700, { size: 18 }), line("body", 684)], "Head\n\nbody"],
    ["a hyphen between small letters goes", [line("the coun-", 700), line("try", 686)], "the country"],
    ["one after a capital stays", [line("the US-", 700), line("led talks", 686)], "the US-led talks"],
    ["a dash is no hyphen", [line("he left -", 700), line("and came back", 686)], "he left - and came back"],
    ["a page number goes", [line("One", 700), line("17", 40)], "One"],
  ])("%s", (_, page, expected) => expect(joinPdfLines([page])).toBe(expected));

  test("leaves out what every page repeats, and goes on over the break", () => {
    const pages = [1, 2, 3].map((number) => [
      line(`The Review, page ${number}`, 800),
      line("some words of a text that goes on and on over", 700),
      line("the end of its page without a stop at the very", 686),
      line("bottom of it, again", 672),
    ]);
    const text = joinPdfLines(pages);
    expect(text).not.toContain("Review");
    expect(text.split("\n\n")).toHaveLength(1);
  });
});
