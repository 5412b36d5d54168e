import { SENTIMENT_VERSION, type SentimentMeta, type SentimentModel } from "../extract/sentiment-model.ts";
import type { NetWeights } from "../extract/sentiment-net.ts";
import type { ModelFile } from "../language/index.ts";
import { quantise } from "./linear-file.ts";

/** The file that `readSentimentModel` reads: every weight a signed byte, with one step an array. */
export function writeSentimentModel(kind: string, model: SentimentModel): ModelFile {
  const sections: Record<string, Uint8Array> = {};
  const scales: Partial<Record<keyof NetWeights, number>> = {};
  for (const name of Object.keys(model.net) as (keyof NetWeights)[]) {
    const { steps, scale } = toSteps(model.net[name]);
    sections[name] = new Uint8Array(steps.buffer);
    scales[name] = scale;
  }
  const linear = quantise(model.linear);
  const weights = linear.weights as Int8Array;
  sections.linear = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  const meta: SentimentMeta = {
    classes: model.classes,
    linear: { bits: linear.bits, scale: linear.scale, bias: linear.bias },
    shape: model.shape,
    scales: scales as SentimentMeta["scales"],
    mix: model.mix,
  };
  return { kind, version: SENTIMENT_VERSION, meta, sections };
}

/** The largest weight becomes ±127. */
function toSteps(values: Float32Array): { steps: Int8Array; scale: number } {
  let max = 0;
  for (const value of values) max = Math.max(max, Math.abs(value));
  const scale = max === 0 ? 1 : max / 127;
  return { steps: Int8Array.from(values, (value) => Math.round(value / scale)), scale };
}
