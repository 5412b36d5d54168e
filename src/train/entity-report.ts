import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Cluster } from "../core/index.ts";
import { createEnglishComponents } from "../pipeline/english.ts";
import { createPipeline, loadAsset } from "../pipeline/index.ts";

// Prints what the clusters of articles hold, and, with gold graphs, how well entities and their types are found:
// tsx src/train/entity-report.ts --gold FOLDER [--only TEXT,…] [--list] ARTICLE…|FOLDER…

interface GoldEntity {
  readonly name: string;
  readonly type: string;
  readonly alsoType?: string;
  readonly aliases?: readonly string[];
  readonly core?: boolean;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: "string" },
    only: { type: "string" },
    list: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
  },
});

/** The same comparison as of graphs against gold graphs: no case, articles, possessives or punctuation. */
function normalise(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/\b(the|a|an)\b/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const formsOf = (name: string, aliases: readonly string[] = []): string[] =>
  [name, ...aliases].map(normalise).filter(Boolean);

type Same = (a: readonly string[], b: readonly string[]) => boolean;
const PASSES: readonly Same[] = [
  (a, b) => a[0] === b[0],
  (a, b) => b.includes(a[0]!),
  (a, b) => a.includes(b[0]!),
  (a, b) => a.some((form) => b.includes(form)),
];

/** Greedy, one to one: name to name first, then name to alias, then alias to alias. */
function match(gold: readonly GoldEntity[], found: readonly Cluster[]): Map<GoldEntity, Cluster> {
  const pairs = new Map<GoldEntity, Cluster>();
  const taken = new Set<Cluster>();
  for (const same of PASSES) {
    for (const entity of gold) {
      if (pairs.has(entity)) continue;
      const hit = found.find(
        (c) => !taken.has(c) && same(formsOf(entity.name, entity.aliases), formsOf(c.name, c.aliases)),
      );
      if (!hit) continue;
      pairs.set(entity, hit);
      taken.add(hit);
    }
  }
  return pairs;
}

async function main(): Promise<void> {
  const components = await createEnglishComponents(loadAsset);
  const last = components.findIndex((component) => component.assigns.includes("clusters"));
  const pipeline = await createPipeline({ components: components.slice(0, last + 1) });
  const files: string[] = [];
  for (const path of positionals) {
    if (path.endsWith(".txt")) files.push(path);
    else for (const name of (await readdir(path)).sort()) if (name.endsWith(".txt")) files.push(join(path, name));
  }
  const only = values.only?.split(",");
  const total = { right: 0, missed: 0, spurious: 0, typed: 0, matched: 0 };
  for (const file of files) {
    const id = basename(file, ".txt");
    if (only && !only.some((part) => id.includes(part))) continue;
    const doc = await pipeline.run({ id, text: await readFile(file, "utf8") });
    const named = doc.clusters.filter((cluster) => cluster.named);
    console.log(`== ${id}: ${named.length} named clusters`);
    if (values.list) {
      for (const cluster of values.all ? doc.clusters : named) {
        const others = cluster.mentions.map((m) => doc.mentions[m]!).filter((mention) => mention.kind !== "name");
        const texts = others.map(({ start, end }) => doc.text.slice(start, end).replace(/\s+/g, " "));
        const speaks = cluster.speaksFor < 0 ? "" : ` → ${doc.clusters[cluster.speaksFor]!.name}`;
        console.log(
          `  ${cluster.entityType} | ${cluster.name}${speaks} | ${cluster.aliases.join("; ")} | ${texts.join(", ")}`,
        );
      }
    }
    if (values.gold === undefined) continue;
    const gold = JSON.parse(await readFile(join(values.gold, `${id}.json`), "utf8")) as {
      entities: readonly GoldEntity[];
    };
    const pairs = match(gold.entities, named);
    const hits = new Set(pairs.values());
    const missed = gold.entities.filter((entity) => entity.core !== false && !pairs.has(entity));
    const spurious = named.filter((cluster) => !hits.has(cluster));
    const mistyped = [...pairs].filter(([e, c]) => e.type !== c.entityType && e.alsoType !== c.entityType);
    total.right += [...pairs.keys()].filter((entity) => entity.core !== false).length;
    total.missed += missed.length;
    total.spurious += spurious.length;
    total.matched += pairs.size;
    total.typed += pairs.size - mistyped.length;
    console.log(`  missed: ${missed.map((entity) => entity.name).join(" | ")}`);
    console.log(`  spurious: ${spurious.map((c) => `${c.name} (${c.entityType}, ${c.mentions.length})`).join(" | ")}`);
    console.log(`  mistyped: ${mistyped.map(([e, c]) => `${e.name}: ${c.entityType}, not ${e.type}`).join(" | ")}`);
  }
  const precision = total.right / Math.max(1, total.right + total.spurious);
  const recall = total.right / Math.max(1, total.right + total.missed);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  const percent = (x: number): string => (100 * x).toFixed(1);
  console.log(
    `entities P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}, types ${percent(total.typed / Math.max(1, total.matched))}`,
  );
}

await main();
