import { saveBlob } from "./save-blob.ts";

/** Hands a text over as a file, as if it had been downloaded. Nothing leaves the browser. */
export function saveText(name: string, text: string, type = "text/plain"): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}
