/**
 * Text as XML 1.0 may hold it, inside an element or a double-quoted attribute. Characters that XML forbids in any form
 * (most control characters, lone surrogates, U+FFFE, U+FFFF) become U+FFFD; white space that a parser would
 * normalise in an attribute is written as a reference, so that it comes back as it was.
 */
export function escapeXml(text: string): string {
  return text.replace(NEEDS_CARE, (character) => REFERENCES[character] ?? "\uFFFD");
}

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\x7f": "&#127;",
  "\x85": "&#133;",
  "\u2028": "&#8232;",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NEEDS_CARE = /[&<>"'\x00-\x1f\x7f\x85\u2028\ufffe\uffff]|\p{Surrogate}/gu;

/** An element's attributes as they stand in its tag, with a blank before each; undefined ones are left out. */
export function showAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  let shown = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) shown += ` ${name}="${escapeXml(String(value))}"`;
  }
  return shown;
}
