import { setImmediate } from "node:timers/promises";
import { type AnalysedDoc, createPipeline } from "../index.ts";
import { type InputItem, type ReadInputsOptions, readInputs } from "../node/index.ts";
import { createProgress } from "./progress.ts";
import { printable, showMessage, type Terminal } from "./terminal.ts";

/** What came of a run over all inputs. */
export interface RunSummary {
  readonly documents: number;
  /** Files, lines or documents that were lost. */
  readonly failures: number;
  readonly warnings: number;
}

/**
 * Reads every document of the inputs, analyses it and hands it on. What goes wrong with one is reported and counted;
 * the others go on.
 */
export async function runDocuments(
  terminal: Terminal,
  inputs: readonly string[],
  options: ReadInputsOptions,
  label: string,
  take: (doc: AnalysedDoc) => void | Promise<void>,
): Promise<RunSummary> {
  const source = await readInputs(inputs, options);
  let documents = 0;
  let failures = 0;
  let warnings = 0;
  // Nothing to read: the models need not be loaded to say so.
  const pipeline = source.files.length > 0 ? await createPipeline() : undefined;
  const progress = createProgress(terminal, label, source.totalBytes);
  try {
    for await (const item of source) {
      const report = reportItem(terminal, item);
      failures += report.failures;
      warnings += report.warnings;
      if (!item.document || !pipeline) continue;
      try {
        const doc = await pipeline.run(item.document);
        await take(doc);
        documents++;
      } catch (error) {
        failures++;
        terminal.note(
          `error: ${printable(item.file)}: "${printable(item.document.id)}" could not be analysed: ${(error as Error).message}`,
        );
      }
      progress.update(source.bytesRead, `${documents} ${documents === 1 ? "document" : "documents"}`);
      // Gives Ctrl-C its turn: analysis alone never lets go of the thread.
      await setImmediate();
    }
  } finally {
    progress.stop();
  }
  if (failures > 0) terminal.failed = true;
  return { documents, failures, warnings };
}

/** Prints what was wrong with an input. An input that gave nothing counts as lost. */
export function reportItem(
  terminal: Terminal,
  { file, document, error, messages }: InputItem,
): { failures: number; warnings: number } {
  let failures = error ? 1 : 0;
  let warnings = 0;
  if (error) terminal.note(`error: ${printable(error.message)} [${error.code}]`);
  for (const message of messages) {
    if (message.severity === "info") continue;
    terminal.note(showMessage(file, message));
    if (message.severity === "error" || message.ruleId === "ingest/empty") failures++;
    else warnings++;
  }
  if (!document && !error && failures === 0) failures++;
  return { failures, warnings };
}

/** "20 documents; 1 input failed; 2 warnings" */
export function showSummary({ documents, failures, warnings }: RunSummary): string {
  const parts = [count(documents, "document")];
  if (failures > 0) parts.push(`${count(failures, "input")} failed`);
  if (warnings > 0) parts.push(count(warnings, "warning"));
  return parts.join("; ");
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
