import { Command, CommanderError } from "commander";
import { InputError, UsageError, VERSION } from "../index.ts";
import { addAnalyze } from "./analyze.ts";
import { addBuild } from "./build.ts";
import { addDemo } from "./demo.ts";
import { addDiff } from "./diff.ts";
import { addExport } from "./export.ts";
import { createTerminal, printable, type Terminal } from "./terminal.ts";
import { addVerify } from "./verify.ts";
import { addView } from "./view.ts";

export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** Runs one command line, without the program's name. @returns the exit status */
export async function run(args: readonly string[]): Promise<number> {
  let terminal: Terminal | undefined;
  let quiet = false;
  const program = new Command("stancegraph")
    .description("Reads news, and builds the graph of who stands where, with the sentence that proves it.")
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError("(--help lists what there is)");
  const getTerminal = (): Terminal => {
    terminal ??= createTerminal(quiet);
    return terminal;
  };
  program.hook("preAction", (_, command) => {
    quiet = command.optsWithGlobals<{ quiet?: boolean }>().quiet ?? false;
  });
  for (const add of [addBuild, addAnalyze, addExport, addView, addVerify, addDiff, addDemo]) add(program, getTerminal);
  for (const command of program.commands) command.exitOverride().option("-q, --quiet", "print results and errors only");
  try {
    await program.parseAsync(args, { from: "user" });
    return terminal?.failed ? EXIT.failed : EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const { note } = getTerminal();
    if (error instanceof UsageError || error instanceof InputError) {
      note(`error: ${printable(error.message)} [${error.code}]`);
      return error instanceof UsageError ? EXIT.usage : EXIT.failed;
    }
    note(
      `error: a fault in stancegraph ${VERSION}. Please report it, with this:\n${(error as Error).stack ?? String(error)}`,
    );
    return EXIT.failed;
  }
}
