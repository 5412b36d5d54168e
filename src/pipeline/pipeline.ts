import {
  type AnalysedDoc,
  type AnyComponent,
  type AssetLoader,
  createMessages,
  type Doc,
  type Document,
  UsageError,
} from "../core/index.ts";
import { loadAsset } from "./assets.ts";
import { createEnglishComponents } from "./english.ts";
import { checkOrder } from "./order.ts";

export interface PipelineOptions {
  /** What runs, in order. Default: the English components that the library ships. */
  readonly components?: readonly AnyComponent[];
  /** Where shipped models and lexicons come from. Default: the package itself, from disk or by `fetch`. */
  readonly assets?: AssetLoader;
}

export interface Pipeline {
  readonly components: readonly AnyComponent[];
  /**
   * Analyses one document. The document is not changed; what went wrong inside it is told in `messages`.
   * @throws UsageError if `id` or `text` is not a string
   */
  run(document: Document): Promise<AnalysedDoc>;
}

/**
 * Makes a pipeline from text to claims and loads what its components need.
 *
 * @throws UsageError when a component requires a layer that no earlier one assigns
 * @example
 * const pipeline = await createPipeline();
 * const doc = await pipeline.run({ id: "a", text: "Germany backed the plan.", date: "2019-02-23" });
 */
export async function createPipeline(options: PipelineOptions = {}): Promise<Pipeline> {
  const components = options.components ?? (await createEnglishComponents(options.assets ?? loadAsset));
  checkOrder(components);
  return {
    components,
    async run(document) {
      if (typeof document?.id !== "string" || typeof document.text !== "string") {
        throw new UsageError("pipeline.run: expected { id: string, text: string }.", { code: "not-a-document" });
      }
      const messages = createMessages();
      let doc: Doc = { ...document, messages: messages.list };
      for (const component of components) {
        // The order was checked, so every layer that the component requires is there.
        const layers = await component.run(doc as AnalysedDoc, messages);
        doc = { ...doc, ...layers };
      }
      return doc as AnalysedDoc;
    },
  };
}
