import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InputError } from "../core/index.ts";

/** Folder of the viewer that the package ships. @throws InputError `no-viewer` where it is not built */
export function findViewer(): string {
  // From dist/node when installed, from src/node when run from its sources.
  for (const folder of ["../viewer/", "../../dist/viewer/"]) {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    if (existsSync(`${path}index.html`)) return path;
  }
  throw new InputError('The viewer is not built. Run "npm run build" first.', { code: "no-viewer" });
}
