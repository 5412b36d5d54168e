import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Component, createMessages, type Doc, type Document, type Layer } from "../core/index.ts";
import {
  createEnglishBlocker,
  createEnglishLemmatizer,
  createEnglishParser,
  createEnglishTagger,
  createEnglishTokenizer,
  loadClusters,
  loadLemmatizer,
  loadParser,
  loadTagger,
  loadTokenizer,
  type ParsedDoc,
} from "../language/index.ts";

/** Text to tree, as training code needs it. */
export type TextParser = (document: Document) => ParsedDoc & Doc<"blocks">;

/**
 * Loads the language models and returns a function from a text to its tokens, sentences, tags, lemmas and trees.
 *
 * @example const parse = await createTextParser("data/models");
 *   const doc = parse({ id: "a", text: "Germany is leaning towards letting the firm in." });
 */
export async function createTextParser(modelFolder: string): Promise<TextParser> {
  const read = (name: string): Promise<Uint8Array> => readFile(join(modelFolder, `en-${name}.bin`));
  const clusters = await loadClusters(await read("clusters"));
  const components = [
    createEnglishBlocker(),
    createEnglishTokenizer(await loadTokenizer(await read("tokenizer"))),
    createEnglishTagger(await loadTagger(await read("tagger")), clusters),
    createEnglishLemmatizer(await loadLemmatizer(await read("lemmatizer")), clusters),
    createEnglishParser(await loadParser(await read("parser")), clusters),
  ] as readonly Component<Layer, Layer>[];
  return (document) => {
    const messages = createMessages();
    let doc = { ...document, messages: messages.list } as unknown as Doc<Layer>;
    for (const component of components) doc = { ...doc, ...component.run(doc, messages) };
    return doc;
  };
}
