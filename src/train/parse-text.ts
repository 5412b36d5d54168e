import { type AnalysedDoc, createMessages, type Doc, type Document, InternalError } from "../core/index.ts";
import type { ParsedDoc } from "../language/index.ts";
import { createEnglishParsing } from "../pipeline/english.ts";
import { createFolderLoader } from "./model-pipeline.ts";

/** Text to tree, as training code needs it. */
export type TextParser = (document: Document) => ParsedDoc & Doc<"blocks">;

/**
 * Loads the language models and returns a function from a text to its tokens, sentences, tags, lemmas and trees.
 *
 * @example const parse = await createTextParser("data/models");
 *   const doc = parse({ id: "a", text: "Germany is leaning towards letting the firm in." });
 */
export async function createTextParser(modelFolder: string): Promise<TextParser> {
  const components = await createEnglishParsing(createFolderLoader(modelFolder));
  return (document) => {
    const messages = createMessages();
    // Each component finds the layers of those before it; the last one's are all there are.
    let doc = { ...document, messages: messages.list } as unknown as AnalysedDoc;
    for (const component of components) {
      const layers = component.run(doc, messages);
      if (layers instanceof Promise) {
        throw new InternalError(`createTextParser: "${component.name}" is asynchronous. Please report this.`, {
          code: "asynchronous-parsing",
        });
      }
      doc = { ...doc, ...layers };
    }
    return doc;
  };
}
