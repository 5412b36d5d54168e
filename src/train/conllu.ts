import { readPackedText } from "./json-lines.ts";

/** One sentence of a treebank; all lists run in parallel. */
export interface TreebankSentence {
  readonly id: string;
  readonly text: string;
  /** Whether a paragraph starts here. */
  readonly startsParagraph: boolean;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly pos: readonly string[];
  readonly xpos: readonly string[];
  /** Index of the head in the sentence, -1 for the root. */
  readonly heads: readonly number[];
  readonly deps: readonly string[];
  /** Offsets of each token in `text`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface TreebankDocument {
  readonly id: string;
  readonly genre: string;
  readonly sentences: readonly TreebankSentence[];
}

/** Reads a CoNLL-U file, gzipped or not. Multi-word tokens are cut by the lengths of their words; empty nodes are left out. */
export async function readTreebank(path: string): Promise<TreebankDocument[]> {
  const text = await readPackedText(path);
  const documents: { id: string; genre: string; sentences: TreebankSentence[] }[] = [];
  for (const part of text.split("\n\n")) {
    const lines = part.split("\n");
    const newDocument = comment(lines, "newdoc id");
    if (newDocument !== undefined || documents.length === 0) {
      if (!part.trim()) continue;
      documents.push({ id: newDocument ?? "", genre: comment(lines, "meta::genre") ?? "web", sentences: [] });
    }
    const sentence = parseSentence(lines);
    if (sentence) documents.at(-1)!.sentences.push(sentence);
  }
  return documents;
}

function comment(lines: readonly string[], key: string): string | undefined {
  const line = lines.find((candidate) => candidate.startsWith(`# ${key} = `));
  return line?.slice(key.length + 5);
}

function parseSentence(lines: readonly string[]): TreebankSentence | undefined {
  const text = comment(lines, "text");
  if (text === undefined) return undefined;
  const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split("\t"));
  const words = rows.filter((row) => /^\d+$/.test(row[0]!));
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const row of words) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    const form = row[1]!;
    // A word of a multi-word token may be spelt out; its own length is then a guess, and the next word finds its place.
    const found = text.startsWith(form, at) ? at : text.indexOf(form, at);
    const start = found >= 0 && found - at < 12 ? found : at;
    at = Math.min(text.length, start + form.length);
    starts.push(start);
    ends.push(at);
  }
  return {
    id: comment(lines, "sent_id") ?? "",
    text,
    startsParagraph: lines.some((line) => line.startsWith("# newpar") && !line.startsWith("# newpar_block")),
    forms: words.map((row) => row[1]!),
    lemmas: words.map((row) => row[2]!),
    pos: words.map((row) => row[3]!),
    xpos: words.map((row) => row[4]!),
    heads: words.map((row) => Number(row[6]) - 1),
    deps: words.map((row) => row[7]!),
    starts,
    ends,
  };
}

/** A treebank's document as running text: paragraphs apart by a blank line, the sentences of one joined by a blank. */
export interface RawDocument {
  readonly text: string;
  /** Offset of each sentence in `text`. */
  readonly offsets: readonly number[];
}

export function toRawDocument(document: TreebankDocument): RawDocument {
  const offsets: number[] = [];
  let text = "";
  for (const sentence of document.sentences) {
    if (text) text += sentence.startsParagraph ? "\n\n" : " ";
    offsets.push(text.length);
    text += sentence.text;
  }
  return { text, offsets };
}
