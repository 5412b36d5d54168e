import { type Message, UsageError } from "../core/index.ts";

/** What a command prints on: the only way out of it besides files. */
export interface Terminal {
  /** One line of result. Resolves once the reader can take more. */
  print(line: string): Promise<void>;
  /** Text of result, as it is. */
  write(text: string): Promise<void>;
  /** One line for people, on standard error. */
  note(line: string): void;
  /** As `note`, unless `--quiet`. */
  inform(line: string): void;
  readonly quiet: boolean;
  /** Set by a command that did its work with losses. */
  failed: boolean;
}

/** Makes the terminal of a process. A reader that went away (`| head`) ends the program without a word. */
export function createTerminal(quiet: boolean): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  const write = (text: string): Promise<void> =>
    new Promise((done) => {
      if (process.stdout.write(text)) done();
      else process.stdout.once("drain", done);
    });
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  return {
    print: (line) => write(`${line}\n`),
    write,
    note,
    inform: quiet ? () => {} : note,
    quiet,
    failed: false,
  };
}

/** `seeds/a.txt: warning: … [ingest/encoding-guessed]` */
export function showMessage(file: string, { severity, reason, ruleId }: Message): string {
  const about = reason.startsWith(file) ? reason : `${file}: ${reason}`;
  return `${severity}: ${printable(about)} [${ruleId}]`;
}

/** Text of documents and names of files may hold what drives a terminal; it is shown, not obeyed. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}/gu, (character) =>
    character === "\t" ? " " : `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}

/** A whole number or a fraction from the command line. @throws UsageError */
export function parseNumber(
  option: string,
  text: string,
  { min, max, integer }: { min: number; max: number; integer?: boolean },
): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= min && value <= max) || (integer && !Number.isInteger(value))) {
    throw new UsageError(
      `${option}: expected ${integer ? "a whole number" : "a number"} from ${min} to ${max}; found "${text}".`,
      {
        code: "bad-option",
      },
    );
  }
  return value;
}
