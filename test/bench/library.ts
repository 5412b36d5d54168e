/** The library as users run it: compiled. What runs TypeScript directly names every inner function anew, which takes time. */
export async function loadLibrary(): Promise<typeof import("../../src/index.ts")> {
  return import(new URL("../../dist/index.js", import.meta.url).href);
}
