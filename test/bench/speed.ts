import { type AnalysedDoc, createMessages } from "../../src/core/index.ts";
import { readSeeds } from "./documents.ts";
import { loadLibrary } from "./library.ts";

/** Rounds that only let the compiler see the code. */
const WARM_UP = 3;

/**
 * Prints the tokens that each component, the whole pipeline and the building of the graph get through in a second of
 * the process's own time: the median of several rounds over the seeds, with the lowest and the highest. Process time is
 * disturbed little by other work, but a shared core and its cache still slow it. The first reading of all, before the
 * compiler has seen the code, is told apart: that is what a short run gets.
 */
export async function measureSpeed(rounds: number): Promise<void> {
  const { buildGraph, createPipeline } = await loadLibrary();
  const started = performance.now();
  const { components } = await createPipeline();
  console.log(`models and lexicons loaded in ${Math.round(performance.now() - started)} ms`);
  const seeds = await readSeeds();
  const rates = new Map<string, number[]>();
  const note = (name: string, rate: number): void => void rates.set(name, [...(rates.get(name) ?? []), rate]);
  for (let round = -WARM_UP; round < rounds; round++) {
    const times = new Map<string, number>();
    const docs: AnalysedDoc[] = [];
    for (const document of seeds) {
      let doc = { ...document, messages: [] } as unknown as AnalysedDoc;
      for (const component of components) {
        const start = cpuSeconds();
        doc = { ...doc, ...(await component.run(doc, createMessages())) };
        times.set(component.name, (times.get(component.name) ?? 0) + cpuSeconds() - start);
      }
      docs.push(doc);
    }
    const start = cpuSeconds();
    buildGraph(docs);
    const building = cpuSeconds() - start;
    const tokens = docs.reduce((sum, doc) => sum + doc.tokens.length, 0);
    const whole = tokens / [...times.values()].reduce((sum, time) => sum + time, 0);
    if (round === -WARM_UP) console.log(showRates("first reading", [whole]));
    if (round < 0) continue;
    for (const [name, time] of times) note(name, tokens / time);
    note("whole pipeline", whole);
    note("graph of all seeds", tokens / building);
  }
  for (const [name, found] of rates) console.log(showRates(name, found));
}

function showRates(name: string, rates: readonly number[]): string {
  const sorted = [...rates].sort((a, b) => a - b).map((rate) => (rate / 1000).toFixed(1));
  const median = sorted[Math.floor(sorted.length / 2)]!;
  const spread = rates.length > 1 ? `  (${sorted[0]}k to ${sorted.at(-1)}k)` : "";
  return `${name.padEnd(20)} ${median.padStart(8)}k tokens per CPU second${spread}`;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
