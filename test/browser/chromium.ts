import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import packed from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** Software WebGL, and no sandbox because tests often run as root; nothing that would loosen what a page may do. */
const FLAGS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
  "--ignore-gpu-blocklist",
  "--in-process-gpu",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/**
 * Starts the Chromium that comes with the npm package, so that no browser has to be installed. Where the machine lacks
 * the few libraries that Chromium links to, those of the same package are used.
 */
export async function launchChromium({ webgl = true } = {}): Promise<Browser> {
  const executablePath = await packed.executablePath();
  const args = webgl ? FLAGS : ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-3d-apis"];
  try {
    return await chromium.launch({ executablePath, args });
  } catch (error) {
    if (!String(error).includes("shared libraries")) throw error;
    const libraries = await unpackLibraries();
    return await chromium.launch({ executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: libraries } });
  }
}

async function unpackLibraries(): Promise<string> {
  const target = join(tmpdir(), "stancegraph-chromium-libraries");
  if (!existsSync(join(target, "lib"))) {
    await mkdir(target, { recursive: true });
    const main = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const archive = await readFile(join(dirname(main), "../../bin/al2023.tar.br"));
    await writeFile(join(target, "libraries.tar"), brotliDecompressSync(archive));
    execFileSync("tar", ["-xf", join(target, "libraries.tar"), "-C", target]);
  }
  return join(target, "lib");
}
