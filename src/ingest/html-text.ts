const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);
const SILENT = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT SVG MATH BUTTON SELECT TEXTAREA".split(" "));

const ELEMENT = 1;
const TEXT = 3;

/**
 * The text that a reader of the page sees: white space collapsed, a blank line between blocks, a line break for `<br>`
 * (a blank line for two). The walk keeps no stack, so depth is no danger.
 */
export function htmlToText(root: Node): string {
  const blocks: string[] = [];
  let block = "";
  const flush = (): void => {
    const lines = block
      .replace(/[ \t\r\f\v]*\n[ \t\r\f\v]*/g, "\n")
      .replace(/^\n+|\n+$/g, "")
      .trim();
    if (lines) blocks.push(...lines.split(/\n{2,}/));
    block = "";
  };
  let node: Node | null = root;
  while (node) {
    const name = node.nodeName.toUpperCase();
    let enter = false;
    if (node.nodeType === TEXT) {
      const text = (node.nodeValue ?? "").replace(/[\s\u00a0]+/g, " ");
      block += block === "" || /\s$/.test(block) ? text.trimStart() : text;
    } else if (node.nodeType === ELEMENT && !SILENT.has(name)) {
      if (name === "BR") block += "\n";
      else enter = true;
      if (BLOCKS.has(name)) flush();
    }
    if (enter && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && BLOCKS.has(node.nodeName.toUpperCase())) flush();
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  flush();
  return blocks
    .map((text) => text.trim())
    .filter(Boolean)
    .join("\n\n");
}
