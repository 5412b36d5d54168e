import { gzipSync } from "node:zlib";
import { LINEAR_MAGIC, LINEAR_VERSION, type LinearModel } from "../extract/linear-model.ts";

/** The same model with weights as signed bytes over the full range: the largest weight becomes ±127. */
export function quantise(model: LinearModel): LinearModel {
  let max = 0;
  for (const weight of model.weights) max = Math.max(max, Math.abs(weight));
  const scale = max === 0 ? 1 : max / 127;
  const weights = new Int8Array(model.weights.length);
  for (let i = 0; i < weights.length; i++) weights[i] = Math.round(model.weights[i]! / scale);
  return { ...model, weights, scale: scale * model.scale };
}

/** The bytes that `readLinearModels` reads. Models with float weights are quantised first. The same models give the same bytes. */
export function writeLinearModels(models: Readonly<Record<string, LinearModel>>): Uint8Array {
  const parts = Object.entries(models).map(([name, model]) => {
    const { weights, ...header } = model.weights instanceof Int8Array ? model : quantise(model);
    return { weights: weights as Int8Array, header: { name, ...header } };
  });
  const header = Buffer.from(JSON.stringify(parts.map((part) => part.header)));
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32LE(LINEAR_VERSION, 0);
  numbers.writeUInt32LE(header.length, 4);
  return gzipSync(
    Buffer.concat([
      Buffer.from(LINEAR_MAGIC, "latin1"),
      numbers,
      header,
      ...parts.map(({ weights }) => Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)),
    ]),
    { level: 9 },
  );
}
