import { parseArgs } from "node:util";
import type { Measurement } from "./evaluator.ts";
import { EVALUATORS } from "./evaluators.ts";

const USAGE = `npm run evaluate -- --data FOLDER [--only NAME,…] [--errors NUMBER] [--models FOLDER] [--json]

  --data    folder of the corpora (see data/models/README.md)
  --only    ${EVALUATORS.map((evaluator) => evaluator.name).join(", ")}
  --errors  lists so many of the commonest errors of each part
  --models  what is measured (default data/models)
  --json    prints the figures as JSON`;

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    only: { type: "string" },
    errors: { type: "string", default: "0" },
    models: { type: "string", default: "data/models" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<number> {
  if (values.help || values.data === undefined) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const wanted = values.only?.split(",") ?? EVALUATORS.map((evaluator) => evaluator.name);
  const unknown = wanted.filter((name) => !EVALUATORS.some((evaluator) => evaluator.name === name));
  if (unknown.length > 0) {
    console.error(`evaluate: unknown part ${unknown.join(", ")}.\n\n${USAGE}`);
    return 2;
  }
  const measurements: Measurement[] = [];
  for (const evaluator of EVALUATORS.filter(({ name }) => wanted.includes(name))) {
    const found = await evaluator.evaluate({
      dataFolder: values.data,
      modelFolder: values.models,
      errors: Number(values.errors),
      log: (line) => console.error(`${evaluator.name}: ${line}`),
    });
    measurements.push(...found);
  }
  console.log(values.json ? JSON.stringify(measurements, null, 2) : toTable(measurements));
  return 0;
}

/** One line a figure, in columns. */
function toTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ layer, corpus, measure, value, unit }) => [
    layer,
    corpus,
    measure,
    unit ? `${Math.round(value)} ${unit}` : value.toFixed(2),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 3 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))),
    )
    .map((row) => row.join("  "))
    .join("\n");
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
