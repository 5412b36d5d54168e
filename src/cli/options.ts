import { type Command, Option } from "commander";
import { INPUT_FORMATS, type InputFormat } from "../index.ts";

/** Options of every command that reads documents. */
export interface InputOptions {
  readonly format?: InputFormat;
  readonly encoding?: string;
}

export function addInputOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format <format>", "how to read the inputs (default: by their extension)").choices([
        ...INPUT_FORMATS,
      ]),
    )
    .option("--encoding <label>", "their encoding, such as windows-1252 (default: found out)");
}
