import { createTextParser, type TextParser } from "../../src/train/parse-text.ts";

let loaded: Promise<TextParser> | undefined;

/** The shipped models, loaded once a test file. */
export function loadParse(): Promise<TextParser> {
  loaded ??= createTextParser("data/models");
  return loaded;
}
