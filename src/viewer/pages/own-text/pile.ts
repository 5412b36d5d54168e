import { MOST_FILE_BYTES, MOST_FILES, MOST_PASTED_LENGTH, READABLE, type ReadingSource } from "./messages.ts";

/** A file that waits to be read, or says why it will not be. */
export interface PiledFile {
  readonly file: File;
  readonly problem?: string;
}

/** Adds files to those that wait. The same file twice is one; what cannot be read stays in the list with the reason. */
export function addFiles(pile: readonly PiledFile[], files: readonly File[]): PiledFile[] {
  const grown = [...pile];
  for (const file of files) {
    const known = grown.some(
      (other) =>
        other.file.name === file.name && other.file.size === file.size && other.file.lastModified === file.lastModified,
    );
    if (known) continue;
    const problem = findProblem(file, grown.filter((other) => !other.problem).length);
    grown.push({ file, ...(problem && { problem }) });
  }
  return grown;
}

function findProblem(file: File, waiting: number): string | undefined {
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase() ?? "";
  if (!READABLE.includes(ending)) {
    return `${ending ? `${ending} files are` : "A file without an ending is"} not read here. Bring text, Markdown, HTML, JSON or PDF.`;
  }
  if (file.size === 0) return "The file is empty.";
  if (file.size > MOST_FILE_BYTES) {
    return `The file has ${sizeInWords(file.size)}; one file may have ${sizeInWords(MOST_FILE_BYTES)}. Split it, or use the command line.`;
  }
  if (waiting >= MOST_FILES) {
    return `More than ${MOST_FILES} files in one go are work for the command line: npx stancegraph build.`;
  }
  return undefined;
}

/** What is wrong with pasted text, if anything. */
export function findPasteProblem(text: string): string | undefined {
  if (text.length <= MOST_PASTED_LENGTH) return undefined;
  return `The text has ${text.length.toLocaleString("en")} letters; one document may have ${MOST_PASTED_LENGTH.toLocaleString("en")}. Split it.`;
}

/** What is read: the pasted text first, then the files that can be. */
export function toSources(pasted: string, pile: readonly PiledFile[]): ReadingSource[] {
  const files = pile.filter(({ problem }) => !problem).map(({ file }) => ({ name: file.name, content: file }));
  return pasted.trim() === "" ? files : [{ name: "pasted text.txt", content: pasted }, ...files];
}

/** "7.9 MB", "12 KB" */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
