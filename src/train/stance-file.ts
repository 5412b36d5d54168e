import type { LinearModel } from "../extract/linear-model.ts";
import {
  STANCE_MODEL_KIND,
  STANCE_MODEL_VERSION,
  type StanceMeta,
  type StanceModel,
  TASKS,
} from "../extract/sentiment-model.ts";
import type { NetWeights } from "../extract/sentiment-net.ts";
import type { ModelFile } from "../language/index.ts";
import { quantise } from "./linear-file.ts";

/** The file that `loadStanceModel` reads: every weight a signed byte, with one step an array. */
export function writeStanceModel({ shape, net, gate, ...tasks }: StanceModel): ModelFile {
  const sections: Record<string, Uint8Array> = {};
  const scales: Partial<Record<keyof NetWeights, number>> = {};
  for (const name of Object.keys(net) as (keyof NetWeights)[]) {
    const { steps, scale } = toSteps(net[name]);
    sections[name] = new Uint8Array(steps.buffer);
    scales[name] = scale;
  }
  const linearMeta = (name: string, model: LinearModel) => {
    const { classes, bits, scale, bias, weights } = inBytes(model);
    sections[name] = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
    return { classes, bits, scale, bias };
  };
  const meta: StanceMeta = {
    shape,
    scales: scales as StanceMeta["scales"],
    tasks: Object.fromEntries(
      TASKS.map((name) => [name, { mix: tasks[name].mix, linear: linearMeta(name, tasks[name].linear) }]),
    ) as StanceMeta["tasks"],
    gate: { ...gate, linear: linearMeta("gate", gate.linear) },
  };
  return { kind: STANCE_MODEL_KIND, version: STANCE_MODEL_VERSION, meta, sections };
}

function inBytes(model: LinearModel): LinearModel {
  return model.weights instanceof Int8Array ? model : quantise(model);
}

/** The largest weight becomes ±127. */
function toSteps(values: Float32Array): { steps: Int8Array; scale: number } {
  let max = 0;
  for (const value of values) max = Math.max(max, Math.abs(value));
  const scale = max === 0 ? 1 : max / 127;
  return { steps: Int8Array.from(values, (value) => Math.round(value / scale)), scale };
}
