import { createRandom, type Document } from "../../src/core/index.ts";
import { readInputs } from "../../src/node/index.ts";
import type { Pipeline } from "../../src/pipeline/index.ts";

/** The dispatches that come with the program. */
export async function readSeeds(): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const { document } of await readInputs(["seeds"])) if (document) documents.push(document);
  return documents;
}

const SHORTEST = 8;
const LONGEST = 14;
const PARAGRAPH = 3;

/** Makes documents from a seed: sentences of the given ones, drawn at random, a few to a paragraph. */
export async function* makeDocuments(
  from: readonly Document[],
  pipeline: Pipeline,
  count: number,
  seed = 1,
): AsyncGenerator<Document> {
  const sentences: string[] = [];
  for (const document of from) {
    const { text, sentences: found } = await pipeline.run(document);
    for (const { start, end } of found) sentences.push(text.slice(start, end).replace(/\s+/g, " "));
  }
  const random = createRandom(seed);
  const draw = (upTo: number): number => Math.floor(random() * upTo);
  for (let d = 0; d < count; d++) {
    const drawn = Array.from(
      { length: SHORTEST + draw(1 + LONGEST - SHORTEST) },
      () => sentences[draw(sentences.length)]!,
    );
    const paragraphs: string[] = [];
    for (let s = 0; s < drawn.length; s += PARAGRAPH) paragraphs.push(drawn.slice(s, s + PARAGRAPH).join(" "));
    yield { id: `made-${d}`, text: paragraphs.join("\n\n"), date: dateOf(d) };
  }
}

/** A day of the 2010s. */
function dateOf(number: number): string {
  return new Date(Date.UTC(2010, 0, 1 + (number % 3652))).toISOString().slice(0, 10);
}
