import { type Stats, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { InputError } from "../core/index.ts";
import { INPUT_EXTENSIONS } from "../index.ts";
import { explain } from "./explain.ts";

/** A file to be read. */
export interface InputFile {
  /** As messages name it; `-` is standard input. */
  readonly path: string;
  /** Id of its document: the name without extension; the path from the inputs' common folder where names meet. */
  readonly id: string;
  readonly bytes: number;
}

/** An input that is no file that can be read. */
export interface InputProblem {
  readonly path: string;
  readonly error: InputError;
}

const STDIN = "-";

/**
 * Turns what a user names (files, folders, globs, `-` for standard input) into the files to read, in the order named
 * and by name inside a folder. A file named twice is read once. A folder gives the files whose extension is known,
 * hidden ones and `node_modules` left out.
 */
export async function findInputs(
  inputs: readonly string[],
  cwd = process.cwd(),
): Promise<{ files: InputFile[]; problems: InputProblem[] }> {
  const found = new Map<string, { path: string; bytes: number }>();
  const problems: InputProblem[] = [];
  const fail = (path: string, code: string, message: string): void => {
    problems.push({ path, error: new InputError(`${path}: ${message}`, { code }) });
  };
  const addFile = (path: string): void => {
    const absolute = resolve(cwd, path);
    try {
      const stats = statSync(absolute);
      if (isReadable(stats)) found.set(absolute, found.get(absolute) ?? { path, bytes: stats.size });
      else fail(path, "not-a-file", "is no file that can be read.");
    } catch (error) {
      fail(path, "unreadable", explain(error));
    }
  };

  for (const input of inputs) {
    if (input === STDIN) {
      found.set(STDIN, { path: STDIN, bytes: 0 });
      continue;
    }
    const stats = statSync(resolve(cwd, input), { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      const extensions = INPUT_EXTENSIONS.flatMap((extension) => [extension, extension.toUpperCase()]);
      const names = await expand(`**/*.{${extensions.join(",")}}`, resolve(cwd, input));
      for (const name of names) addFile(join(input, name));
      if (names.length === 0)
        fail(input, "no-files", `has no files of a known format (${INPUT_EXTENSIONS.join(", ")}).`);
    } else if (!stats && isDynamicPattern(input)) {
      const names = await expand(isAbsolute(input) ? input : input.replace(/^\.\//, ""), cwd);
      for (const name of names) addFile(name);
      if (names.length === 0) fail(input, "no-files", "matches no file.");
    } else addFile(input);
  }
  return { files: nameFiles(found), problems };
}

async function expand(pattern: string, cwd: string): Promise<string[]> {
  const names = await glob([pattern], {
    cwd,
    onlyFiles: true,
    dot: false,
    absolute: isAbsolute(pattern),
    ignore: ["**/node_modules/**"],
    expandDirectories: false,
  });
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Pipes are read too, as in `stancegraph build <(…)`. */
function isReadable(stats: Stats): boolean {
  return stats.isFile() || stats.isFIFO();
}

function nameFiles(found: ReadonlyMap<string, { path: string; bytes: number }>): InputFile[] {
  const stems = new Map<string, number>();
  const absolutes = [...found.keys()].filter((path) => path !== STDIN);
  for (const path of absolutes) stems.set(stemOf(path), (stems.get(stemOf(path)) ?? 0) + 1);
  const common = commonFolder(absolutes.filter((path) => stems.get(stemOf(path))! > 1));
  return [...found].map(([absolute, { path, bytes }]) => {
    if (absolute === STDIN) return { path: STDIN, id: "stdin", bytes };
    const stem = stemOf(absolute);
    const id =
      stems.get(stem) === 1
        ? stem
        : join(relative(common, dirname(absolute)), stem)
            .split(sep)
            .join("/");
    return { path, id, bytes };
  });
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}

function commonFolder(paths: readonly string[]): string {
  let common = paths.length > 0 ? dirname(paths[0]!) : "";
  for (const path of paths) while (!isInside(path, common)) common = dirname(common);
  return common;
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
