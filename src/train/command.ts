import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "../core/index.ts";

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig["options"]>;

/** The options that every command of this folder takes. */
const SHARED_OPTIONS = {
  data: { type: "string" },
  only: { type: "string" },
  models: { type: "string", default: "data/models" },
  help: { type: "boolean", default: false },
} as const satisfies ParseArgsOptionsConfig;

type Values<O extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: O }>>["values"];

/** A command that does some or all of its named parts, in order. */
export interface PartsCommand<P extends { readonly name: string }, O extends ParseArgsOptionsConfig> {
  readonly name: string;
  readonly usage: string;
  /** Its own options, beside `--data`, `--only`, `--models` and `--help`. */
  readonly options: O;
  readonly parts: readonly P[];
  run(chosen: Chosen<P>, values: Values<O>): Promise<void>;
}

export interface Chosen<P> {
  /** The parts that `--only` names, or all of them. */
  readonly parts: readonly P[];
  /** Whether they were named. */
  readonly named: boolean;
  readonly dataFolder: string;
  readonly modelFolder: string;
}

/**
 * Reads the arguments, runs the command and sets the exit code: 0 done, 1 failed, 2 usage. An unknown option or part,
 * a missing `--data` and a {@link UsageError} of the command are told with the usage.
 */
export async function runCommand<P extends { readonly name: string }, const O extends ParseArgsOptionsConfig>(
  command: PartsCommand<P, O>,
): Promise<void> {
  try {
    const { values } = parseArgs({ options: { ...command.options, ...SHARED_OPTIONS } });
    const shared = values as Values<typeof SHARED_OPTIONS>;
    if (shared.help) {
      console.log(command.usage);
      return;
    }
    if (shared.data === undefined) throw new UsageError("expected --data FOLDER.", { code: "no-data" });
    const parts = chooseParts(command.parts, shared.only);
    const named = shared.only !== undefined;
    await command.run({ parts, named, dataFolder: shared.data, modelFolder: shared.models }, values as Values<O>);
  } catch (error) {
    const isUsage = error instanceof UsageError || isArgumentError(error);
    console.error(isUsage ? `${command.name}: ${error.message}\n\n${command.usage}` : error);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function chooseParts<P extends { readonly name: string }>(parts: readonly P[], only: string | undefined): readonly P[] {
  if (only === undefined) return parts;
  const wanted = only.split(",");
  const names = parts.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new UsageError(`unknown part ${unknown.join(", ")}; expected some of ${names.join(", ")}.`, {
      code: "unknown-part",
    });
  }
  return parts.filter(({ name }) => wanted.includes(name));
}

/** Whether `parseArgs` met an option that it does not know or that lacks its value. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}
