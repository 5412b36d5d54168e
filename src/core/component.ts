import type { AnalysedDoc, Doc, Layer, Layers } from "./doc.ts";
import type { Messages } from "./messages.ts";

/**
 * One stage of a pipeline. It reads the layers it `requires`, changes nothing, and returns the layers it `assigns`;
 * the pipeline stores them and checks the order when it is made. A component may be asynchronous (to run a model).
 */
export interface Component<R extends Layer = Layer, W extends Layer = Layer> {
  readonly name: string;
  readonly requires: readonly R[];
  readonly assigns: readonly W[];
  run(doc: Doc<R>, messages: Messages): Pick<Layers, W> | Promise<Pick<Layers, W>>;
}

/** A component of any layers, as lists of components hold them. */
export interface AnyComponent {
  readonly name: string;
  readonly requires: readonly Layer[];
  readonly assigns: readonly Layer[];
  run(doc: AnalysedDoc, messages: Messages): Partial<Layers> | Promise<Partial<Layers>>;
}
