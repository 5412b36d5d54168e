import { join } from "node:path";
import { UsageError } from "../core/index.ts";
import { runCommand } from "./command.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { EVALUATORS } from "./evaluators.ts";
import { toTable } from "./measurement-table.ts";

const USAGE = `npm run evaluate -- --data FOLDER [--gold FOLDER] [--only NAME,…] [--errors NUMBER] …

  --data      folder of the corpora (see data/models/README.md)
  --gold      folder of gold graphs of whole articles; without it they are left out
  --texts     folders of the articles behind the gold graphs, with commas between (default FOLDER/articles of --data)
  --only      ${EVALUATORS.map((evaluator) => evaluator.name).join(", ")}
  --errors    lists so many of the commonest errors of each part, with an example
  --articles  gold articles whose errors may be listed, by id, with commas between; the others stay unseen
  --models    what is measured (default data/models)
  --seed      for parts that train (default 1)
  --json      prints the figures as JSON`;

await runCommand({
  name: "evaluate",
  usage: USAGE,
  options: {
    gold: { type: "string" },
    texts: { type: "string" },
    errors: { type: "string", default: "0" },
    articles: { type: "string" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
  parts: EVALUATORS,
  async run({ parts, named, dataFolder, modelFolder }, { gold, texts, errors, articles, seed, json }) {
    const measurements: Measurement[] = [];
    for (const evaluator of named ? parts : parts.filter(({ trains }) => !trains)) {
      const log = (line: string): void => console.error(`${evaluator.name}: ${line}`);
      if (!checkGold(evaluator, gold, named)) {
        log("left out, since there is no --gold");
        continue;
      }
      const found = await evaluator.evaluate({
        dataFolder,
        modelFolder,
        goldFolder: gold,
        textFolders: texts?.split(",") ?? [join(dataFolder, "articles")],
        shownArticles: new Set(articles?.split(",")),
        errors: Number(errors),
        seed: Number(seed),
        log,
      });
      measurements.push(...found);
    }
    console.log(json ? JSON.stringify(measurements, null, 2) : toTable(measurements));
  },
});

/** Whether a part has the gold graphs that it needs. */
function checkGold({ name, needsGold }: Evaluator, gold: string | undefined, named: boolean): boolean {
  if (!needsGold || gold !== undefined) return true;
  if (named) throw new UsageError(`the part "${name}" needs --gold FOLDER.`, { code: "no-gold" });
  return false;
}
