import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Component, createMessages, type Doc, type Layer } from "../../src/core/index.ts";
import {
  createEnglishBlocker,
  createEnglishLemmatizer,
  createEnglishParser,
  createEnglishTagger,
  createEnglishTokenizer,
  loadClusters,
  loadLemmatizer,
  loadParser,
  loadTagger,
  loadTokenizer,
} from "../../src/language/index.ts";

/**
 * Tokens a second of the language layer, component by component and as a whole: the median of several rounds over one
 * made-up article, with the lowest and the highest. Time is the process's own (user and system), so that a busy machine
 * disturbs little. `npm run bench [ROUNDS]`.
 */
const ROUNDS = Number(process.argv[2] ?? 9);
const COPIES = 40;

const ARTICLE = `Ministers clash over harbour plan

By Jane Doe

WESTPORT - The government on Monday dropped a $2.5 billion plan to widen the harbour of Westport, after fishermen, the town council and three ministers had come out against it.

“The plan was never about trade,” said Mary Roe, who leads the council. “It was about prestige, and we’ve told them so since 2016.” Her deputy disagreed: he called the decision “a gift to our rivals”.

According to two officials who spoke on condition that they would not be named, the prime minister had been leaning towards a smaller harbour for weeks, although the Treasury—which would have paid for most of it—had urged her to wait until a report by the National Audit Office is published in March.

Acme Shipping Inc., the largest operator in the port, said that it didn't expect to change its own plans, but warned that high-speed ferries could move to Eastport if nothing is built by 2025. Shares in the company fell by 3.2% on Tuesday.

The opposition, whose leader has supported the plan throughout, demanded that the transport secretary resign.
`;

function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function main(): Promise<void> {
  const read = (name: string): Promise<Uint8Array> => readFile(join("data/models", `en-${name}.bin`));
  const started = performance.now();
  const clusters = await loadClusters(await read("clusters"));
  const components = [
    createEnglishBlocker(),
    createEnglishTokenizer(await loadTokenizer(await read("tokenizer"))),
    createEnglishTagger(await loadTagger(await read("tagger")), clusters),
    createEnglishLemmatizer(await loadLemmatizer(await read("lemmatizer")), clusters),
    createEnglishParser(await loadParser(await read("parser")), clusters),
  ] as unknown as readonly Component[];
  console.log(`models loaded in ${Math.round(performance.now() - started)} ms`);

  const text = Array.from({ length: COPIES }, () => ARTICLE).join("\n\n");
  const rates = new Map<string, number[]>();
  const note = (name: string, rate: number): void => void rates.set(name, [...(rates.get(name) ?? []), rate]);
  for (let round = -2; round < ROUNDS; round++) {
    let doc = { id: "bench", text, messages: [] } as unknown as Doc<Layer>;
    const times: number[] = [];
    for (const component of components) {
      const start = seconds();
      doc = { ...doc, ...(await component.run(doc, createMessages())) };
      times.push(seconds() - start);
    }
    if (round < 0) continue; // the first rounds compile the code
    components.forEach((component, i) => {
      note(component.name, doc.tokens.length / times[i]!);
    });
    note("text to tree", doc.tokens.length / times.reduce((sum, time) => sum + time, 0));
  }
  for (const [name, found] of rates) {
    const sorted = found.sort((a, b) => a - b).map((rate) => Math.round(rate / 100) / 10);
    const median = sorted[Math.floor(sorted.length / 2)]!;
    console.log(`${name.padEnd(14)} ${median.toFixed(1).padStart(8)}k tokens/s  (${sorted[0]}k to ${sorted.at(-1)}k)`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
