import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createMessages, type Document, InputError, type Message } from "../core/index.ts";
import { createIdRegistry, formatOf, type ReadOptions, readDocumentLine, readDocuments } from "../index.ts";
import { explain } from "./explain.ts";
import { findInputs, type InputFile, type InputProblem } from "./inputs.ts";

export interface ReadInputsOptions extends Pick<ReadOptions, "format" | "encoding" | "maxLength"> {
  /** Where relative paths start. Default: the working folder. */
  readonly cwd?: string;
  /** Where `-` is read from. Default: standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** JSON Lines of more bytes than this are read line by line. Default 32 MB. */
  readonly streamAbove?: number;
}

/** What came of a file, or of a line of it: a document, or what was wrong, and messages in either case. */
export interface InputItem {
  /** As messages name it. */
  readonly file: string;
  readonly document?: Document;
  readonly error?: InputError;
  readonly messages: readonly Message[];
}

export interface Inputs extends AsyncIterable<InputItem> {
  readonly files: readonly InputFile[];
  /** Size of all files together, for progress. */
  readonly totalBytes: number;
  /** How much of it was read so far. */
  readonly bytesRead: number;
}

/** A file of more bytes than this is no article, and no browser could show it. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;
const MAX_LINE_LENGTH = 32 * 1024 * 1024;

/**
 * Reads documents from files, folders, globs and standard input, one at a time, so that no more than one file is held.
 * Whatever is wrong with one file is an item of its own; the others are read. Ids are unique over all of them.
 */
export async function readInputs(inputs: readonly string[], options: ReadInputsOptions = {}): Promise<Inputs> {
  const { files, problems } = await findInputs(inputs, options.cwd);
  const state = { bytesRead: 0 };
  return {
    files,
    totalBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    get bytesRead() {
      return state.bytesRead;
    },
    [Symbol.asyncIterator]: () => readAll(files, problems, options, state),
  };
}

async function* readAll(
  files: readonly InputFile[],
  problems: readonly InputProblem[],
  options: ReadInputsOptions,
  state: { bytesRead: number },
): AsyncGenerator<InputItem, void> {
  const unique = createIdRegistry();
  for (const { path, error } of problems) yield { file: path, error, messages: [] };
  let done = 0;
  for (const file of files) {
    try {
      for await (const item of readFileItems(file, options, (bytes) => (state.bytesRead = done + bytes))) {
        if (!item.document) yield item;
        else {
          const messages = createMessages();
          const document = unique(item.document, messages);
          yield { ...item, document, messages: [...item.messages, ...messages.list] };
        }
      }
    } catch (error) {
      yield { file: file.path, error: toInputError(file.path, error), messages: [] };
    }
    done += file.bytes;
    state.bytesRead = done;
  }
}

async function* readFileItems(
  file: InputFile,
  options: ReadInputsOptions,
  progress: (bytes: number) => void,
): AsyncGenerator<InputItem> {
  const isLines = (options.format ?? formatOf(file.path)) === "jsonl";
  if (isLines && options.encoding === undefined && file.bytes > (options.streamAbove ?? 32 * 1024 * 1024)) {
    yield* readLines(file, options, progress);
    return;
  }
  if (file.bytes > MAX_FILE_BYTES) {
    throw new InputError(
      `${file.path}: has ${Math.round(file.bytes / 1024 / 1024)} MB, more than the ${MAX_FILE_BYTES / 1024 / 1024} MB that one file may have. Split it, or make it JSON Lines.`,
      { code: "too-large" },
    );
  }
  const messages = createMessages();
  const name = file.path === "-" ? "standard input" : file.path;
  const content =
    file.path === "-" ? await readStdin(options.stdin) : await readFile(resolve(options.cwd ?? "", file.path));
  // A name without extension is taken for text, and standard input for what it looks like.
  const format = options.format ?? formatOf(file.path) ?? (file.path === "-" ? undefined : "txt");
  const documents = await readDocuments({ name, content }, messages, { ...options, format, id: file.id });
  if (documents.length === 0) yield { file: file.path, messages: messages.list };
  for (const [i, document] of documents.entries()) {
    yield { file: file.path, document, messages: i === 0 ? messages.list : [] };
    progress((file.bytes * (i + 1)) / documents.length);
  }
}

/** UTF-8, a document a line; what cannot be decoded shows as a line that is no JSON. */
async function* readLines(
  file: InputFile,
  options: ReadInputsOptions,
  progress: (bytes: number) => void,
): AsyncGenerator<InputItem> {
  const stream = createReadStream(resolve(options.cwd ?? "", file.path), { highWaterMark: 1024 * 1024 });
  const decoder = new TextDecoder();
  let rest = "";
  let line = 0;
  let bytes = 0;
  let skipping = false;
  const read = function* (text: string): Generator<InputItem> {
    line++;
    if (skipping) {
      skipping = false;
      return;
    }
    const messages = createMessages();
    const documents = readDocumentLine(text, line, { name: file.path }, messages, { ...options, id: file.id });
    for (const document of documents) yield { file: file.path, document, messages: messages.list };
    if (documents.length === 0 && messages.list.length > 0) yield { file: file.path, messages: messages.list };
  };
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split("\n");
    rest = lines.pop()!;
    for (const text of lines) yield* read(text);
    progress(bytes);
    if (rest.length > MAX_LINE_LENGTH) {
      if (!skipping) {
        const error = new InputError(`${file.path}:${line + 1}: the line is too long.`, { code: "too-long" });
        yield { file: file.path, error, messages: [] };
      }
      skipping = true;
      rest = "";
    }
  }
  rest += decoder.decode();
  if (rest) yield* read(rest);
}

async function readStdin(stdin: AsyncIterable<Uint8Array> = process.stdin): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    length += chunk.length;
    if (length > MAX_FILE_BYTES) throw new InputError("Standard input is larger than 256 MB.", { code: "too-large" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toInputError(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  if (typeof (error as NodeJS.ErrnoException).syscall !== "string") throw error;
  return new InputError(`${path}: ${explain(error)}`, { code: "unreadable", cause: error });
}
