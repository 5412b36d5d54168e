import { LINEAR_VERSION, type LinearModel } from "../extract/linear-model.ts";
import type { ModelFile } from "../language/index.ts";

/** The same model with weights as signed bytes over the full range: the largest weight becomes ±127. */
export function quantise(model: LinearModel): LinearModel {
  let max = 0;
  for (const weight of model.weights) max = Math.max(max, Math.abs(weight));
  const scale = max === 0 ? 1 : max / 127;
  const weights = new Int8Array(model.weights.length);
  for (let i = 0; i < weights.length; i++) weights[i] = Math.round(model.weights[i]! / scale);
  return { ...model, weights, scale: scale * model.scale };
}

/** The file that `readLinearModels` reads, before compression. Models with float weights are quantised first. */
export function writeLinearModels(kind: string, models: Readonly<Record<string, LinearModel>>): ModelFile {
  const sections: Record<string, Uint8Array> = {};
  const meta = Object.entries(models).map(([name, model]) => {
    const { weights, ...header } = model.weights instanceof Int8Array ? model : quantise(model);
    sections[name] = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
    return { name, ...header };
  });
  return { kind, version: LINEAR_VERSION, meta, sections };
}
