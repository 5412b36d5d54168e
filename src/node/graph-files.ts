import { readFile, stat } from "node:fs/promises";
import { InputError } from "../core/index.ts";
import { createVerifier, parseGraph, type StanceGraph, type Verification } from "../index.ts";
import { explain } from "./explain.ts";
import { type InputItem, type ReadInputsOptions, readInputs } from "./read-inputs.ts";

/** JavaScript holds no longer text than this. */
const MAX_GRAPH_BYTES = 500 * 1024 * 1024;

/** Reads and checks a graph file. @throws InputError that names the file */
export async function readGraphFile(path: string): Promise<StanceGraph> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_GRAPH_BYTES) throw new InputError("is larger than 500 MB.", { code: "too-large" });
    text = await readFile(path, "utf8");
  } catch (error) {
    const reason = error instanceof InputError ? error.message : explain(error);
    throw new InputError(`${path}: ${reason}`, { code: "unreadable", cause: error });
  }
  try {
    return parseGraph(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${path}: ${error.message}`, { code: error.code, cause: error });
  }
}

/**
 * Holds every quote of a graph against the documents that it was built from.
 *
 * @param inputs files, folders and globs, as they were given to the build
 * @param onItem is told of every file, so that what is wrong with one can be reported
 */
export async function verifyGraph(
  graph: StanceGraph,
  inputs: readonly string[],
  options: ReadInputsOptions & { onItem?: (item: InputItem) => void } = {},
): Promise<Verification> {
  const verifier = createVerifier(graph);
  for await (const item of await readInputs(inputs, options)) {
    options.onItem?.(item);
    if (item.document) verifier.check(item.document);
  }
  return verifier.finish();
}
