import {
  BEGIN,
  CLASSES,
  INSIDE,
  insideTransitionOf,
  LABELS,
  LAST,
  labelOf,
  TRANSITIONS,
  TYPES,
  transitionOf,
  UNIT,
} from "./names-labels.ts";

/**
 * Sums and best paths over the labellings of one sentence: a linear chain in which a name must begin, go on and end in
 * one type, so that transitions reduce to classes (outside or a type) and the four steps inside a name.
 * Forward–backward after Rabiner (1989), scaled per token.
 */
export interface Lattice {
  /** Scores of the labels of each token, `LABELS` a token, to be filled before a call. */
  scores: Float32Array;
  /** Makes room for so many tokens. */
  reserve(tokens: number): void;
  /**
   * Probability of each label of each token, `LABELS` a token.
   * @param allowed per token the labels that may be used, or undefined for all
   * @param expected where given, expected counts of the transitions are added to it, times `factor`
   */
  marginals(
    tokens: number,
    transitions: Float64Array,
    out: Float32Array,
    allowed?: readonly (Uint8Array | undefined)[],
    expected?: Float64Array,
    factor?: number,
  ): void;
  /** The likeliest labelling. */
  best(tokens: number, transitions: Float64Array, out: Uint8Array): void;
}

/** @param fixed transitions that never change: their exponentials are worked out once */
export function createLattice(fixed?: Float64Array): Lattice {
  let room = 0;
  let forward = new Float64Array(0);
  let backward = new Float64Array(0);
  let potentials = new Float64Array(0);
  let closed = new Float64Array(0);
  let opened = new Float64Array(0);
  let pointers = new Uint8Array(0);
  const steps = fixed ? fixed.map(Math.exp) : new Float64Array(TRANSITIONS);
  const lattice: Lattice = { scores: new Float32Array(0), reserve, marginals, best };
  return lattice;

  function reserve(tokens: number): void {
    if (tokens <= room) return;
    room = Math.max(256, 2 * tokens);
    lattice.scores = new Float32Array(room * LABELS);
    forward = new Float64Array(room * LABELS);
    backward = new Float64Array(room * LABELS);
    potentials = new Float64Array(room * LABELS);
    closed = new Float64Array(room * CLASSES);
    opened = new Float64Array(room * CLASSES);
    pointers = new Uint8Array(room * LABELS);
  }

  function marginals(
    tokens: number,
    transitions: Float64Array,
    out: Float32Array,
    allowed?: readonly (Uint8Array | undefined)[],
    expected?: Float64Array,
    factor = 1,
  ): void {
    const { scores } = lattice;
    if (transitions !== fixed) for (let k = 0; k < TRANSITIONS; k++) steps[k] = Math.exp(transitions[k]!);
    for (let t = 0; t < tokens; t++) {
      const at = t * LABELS;
      const mask = allowed?.[t];
      let most = -Infinity;
      for (let l = 0; l < LABELS; l++) if (scores[at + l]! > most) most = scores[at + l]!;
      for (let l = 0; l < LABELS; l++) {
        potentials[at + l] = mask && mask[l] === 0 ? 0 : Math.exp(scores[at + l]! - most);
      }
    }
    for (let t = 0; t < tokens; t++) forwardStep(t, tokens);
    for (let t = tokens - 1; t >= 0; t--) backwardStep(t, tokens);
    for (let t = 0; t < tokens; t++) {
      const at = t * LABELS;
      let sum = 0;
      for (let l = 0; l < LABELS; l++) sum += forward[at + l]! * backward[at + l]!;
      const scale = sum > 0 ? 1 / sum : 0;
      for (let l = 0; l < LABELS; l++) out[at + l] = forward[at + l]! * backward[at + l]! * scale;
    }
    if (expected) addExpected(tokens, expected, factor);
  }

  function forwardStep(t: number, tokens: number): void {
    const at = t * LABELS;
    const before = at - LABELS;
    const classesBefore = (t - 1) * CLASSES;
    let sum = 0;
    for (let to = 0; to < CLASSES; to++) {
      let open = 0;
      if (t === 0) open = steps[transitionOf(0, to)]!;
      else
        for (let from = 0; from < CLASSES; from++) open += closed[classesBefore + from]! * steps[from * CLASSES + to]!;
      if (to === 0) {
        forward[at] = open * potentials[at]!;
        sum += forward[at]!;
        continue;
      }
      const type = to - 1;
      const begin = at + labelOf(BEGIN, type);
      forward[begin] = t === tokens - 1 ? 0 : open * potentials[begin]!;
      forward[begin + UNIT - BEGIN] = open * potentials[begin + UNIT - BEGIN]!;
      if (t === 0) {
        forward[begin + 1] = 0;
        forward[begin + 2] = 0;
      } else {
        const b = forward[before + labelOf(BEGIN, type)]!;
        const i = forward[before + labelOf(INSIDE, type)]!;
        const base = insideTransitionOf(type, false, false);
        forward[begin + 1] = t === tokens - 1 ? 0 : (b * steps[base]! + i * steps[base + 2]!) * potentials[begin + 1]!;
        forward[begin + 2] = (b * steps[base + 1]! + i * steps[base + 3]!) * potentials[begin + 2]!;
      }
      sum += forward[begin]! + forward[begin + 1]! + forward[begin + 2]! + forward[begin + 3]!;
    }
    const scale = sum > 0 ? 1 / sum : 1;
    for (let l = 0; l < LABELS; l++) forward[at + l]! *= scale;
    closed[t * CLASSES] = forward[at]!;
    for (let type = 0; type < TYPES; type++) {
      closed[t * CLASSES + 1 + type] = forward[at + labelOf(LAST, type)]! + forward[at + labelOf(UNIT, type)]!;
    }
  }

  function backwardStep(t: number, tokens: number): void {
    const at = t * LABELS;
    if (t === tokens - 1) {
      backward[at] = 1;
      for (let type = 0; type < TYPES; type++) {
        backward[at + labelOf(BEGIN, type)] = 0;
        backward[at + labelOf(INSIDE, type)] = 0;
        backward[at + labelOf(LAST, type)] = 1;
        backward[at + labelOf(UNIT, type)] = 1;
      }
    } else {
      const next = at + LABELS;
      const open = (t + 1) * CLASSES;
      for (let from = 0; from < CLASSES; from++) {
        let close = 0;
        for (let to = 0; to < CLASSES; to++) close += steps[from * CLASSES + to]! * opened[open + to]!;
        if (from === 0) backward[at] = close;
        else {
          backward[at + labelOf(LAST, from - 1)] = close;
          backward[at + labelOf(UNIT, from - 1)] = close;
        }
      }
      for (let type = 0; type < TYPES; type++) {
        const base = insideTransitionOf(type, false, false);
        const i = next + labelOf(INSIDE, type);
        const inside = potentials[i]! * backward[i]!;
        const last = potentials[i + 1]! * backward[i + 1]!;
        backward[at + labelOf(BEGIN, type)] = steps[base]! * inside + steps[base + 1]! * last;
        backward[at + labelOf(INSIDE, type)] = steps[base + 2]! * inside + steps[base + 3]! * last;
      }
    }
    let most = 0;
    for (let l = 0; l < LABELS; l++) if (backward[at + l]! > most) most = backward[at + l]!;
    const scale = most > 0 ? 1 / most : 1;
    for (let l = 0; l < LABELS; l++) backward[at + l]! *= scale;
    opened[t * CLASSES] = potentials[at]! * backward[at]!;
    for (let type = 0; type < TYPES; type++) {
      const b = at + labelOf(BEGIN, type);
      const u = at + labelOf(UNIT, type);
      opened[t * CLASSES + 1 + type] = potentials[b]! * backward[b]! + potentials[u]! * backward[u]!;
    }
  }

  function addExpected(tokens: number, expected: Float64Array, factor: number): void {
    for (let to = 0; to < CLASSES; to++) {
      let sum = 0;
      for (let other = 0; other < CLASSES; other++) sum += steps[other]! * opened[other]!;
      if (sum > 0) expected[to]! += (factor * steps[to]! * opened[to]!) / sum;
    }
    for (let t = 1; t < tokens; t++) {
      const at = t * LABELS;
      const before = at - LABELS;
      let sum = 0;
      for (let from = 0; from < CLASSES; from++) {
        const close = closed[(t - 1) * CLASSES + from]!;
        if (close === 0) continue;
        for (let to = 0; to < CLASSES; to++) sum += close * steps[from * CLASSES + to]! * opened[t * CLASSES + to]!;
      }
      for (let type = 0; type < TYPES; type++) {
        for (let k = 0; k < 4; k++) sum += insideStep(type, k, before, at);
      }
      if (sum <= 0) continue;
      const scale = factor / sum;
      for (let from = 0; from < CLASSES; from++) {
        const close = closed[(t - 1) * CLASSES + from]! * scale;
        if (close === 0) continue;
        for (let to = 0; to < CLASSES; to++) {
          expected[from * CLASSES + to]! += close * steps[from * CLASSES + to]! * opened[t * CLASSES + to]!;
        }
      }
      for (let type = 0; type < TYPES; type++) {
        for (let k = 0; k < 4; k++) {
          expected[insideTransitionOf(type, false, false) + k]! += insideStep(type, k, before, at) * scale;
        }
      }
    }
  }

  /** Weight of one step inside a name: k is 0 begin→inside, 1 begin→last, 2 inside→inside, 3 inside→last. */
  function insideStep(type: number, k: number, before: number, at: number): number {
    const from = before + labelOf(k < 2 ? BEGIN : INSIDE, type);
    const to = at + labelOf((k & 1) === 0 ? INSIDE : LAST, type);
    return forward[from]! * steps[insideTransitionOf(type, false, false) + k]! * potentials[to]! * backward[to]!;
  }

  function best(tokens: number, transitions: Float64Array, out: Uint8Array): void {
    const { scores } = lattice;
    const value = forward;
    const closeLabel = new Uint8Array(CLASSES);
    const closeValue = new Float64Array(CLASSES);
    for (let t = 0; t < tokens; t++) {
      const at = t * LABELS;
      const before = at - LABELS;
      if (t > 0) {
        closeValue[0] = value[before]!;
        for (let type = 0; type < TYPES; type++) {
          const last = labelOf(LAST, type);
          const unit = labelOf(UNIT, type);
          const better = value[before + last]! >= value[before + unit]! ? last : unit;
          closeLabel[1 + type] = better;
          closeValue[1 + type] = value[before + better]!;
        }
      }
      for (let to = 0; to < CLASSES; to++) {
        let open = t === 0 ? transitions[to]! : -Infinity;
        let pointer = 0;
        if (t > 0) {
          for (let from = 0; from < CLASSES; from++) {
            const sum = closeValue[from]! + transitions[from * CLASSES + to]!;
            if (sum > open) {
              open = sum;
              pointer = closeLabel[from]!;
            }
          }
        }
        if (to === 0) {
          value[at] = open + scores[at]!;
          pointers[at] = pointer;
          continue;
        }
        const type = to - 1;
        const begin = at + labelOf(BEGIN, type);
        value[begin] = open + scores[begin]!;
        value[begin + 3] = open + scores[begin + 3]!;
        pointers[begin] = pointer;
        pointers[begin + 3] = pointer;
        const b = t === 0 ? -Infinity : value[before + labelOf(BEGIN, type)]!;
        const i = t === 0 ? -Infinity : value[before + labelOf(INSIDE, type)]!;
        const base = insideTransitionOf(type, false, false);
        for (let toLast = 0; toLast < 2; toLast++) {
          const viaBegin = b + transitions[base + toLast]!;
          const viaInside = i + transitions[base + 2 + toLast]!;
          const label = begin + 1 + toLast;
          value[label] = Math.max(viaBegin, viaInside) + scores[label]!;
          pointers[label] = labelOf(viaBegin >= viaInside ? BEGIN : INSIDE, type);
        }
      }
    }
    const end = (tokens - 1) * LABELS;
    let label = 0;
    for (let type = 0; type < TYPES; type++) {
      for (const position of [LAST, UNIT]) {
        const candidate = labelOf(position, type);
        if (value[end + candidate]! > value[end + label]!) label = candidate;
      }
    }
    for (let t = tokens - 1; t >= 0; t--) {
      out[t] = label;
      label = pointers[t * LABELS + label]!;
    }
  }
}
