import { readFile } from "node:fs/promises";
import { InputError } from "../core/index.ts";
import { findViewer } from "./viewer-folder.ts";

/** The viewer as one file, without a graph, for `toHtml`. @throws InputError `no-viewer` where it is not built */
export async function readPageTemplate(folder = findViewer()): Promise<string> {
  try {
    return await readFile(`${folder}page.html`, "utf8");
  } catch (cause) {
    throw new InputError('The page that holds a graph is not built. Run "npm run build" first.', {
      code: "no-viewer",
      cause,
    });
  }
}
