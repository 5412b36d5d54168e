import { hashPair, hashTriple } from "./linear-model.ts";

/** Collects hashed features; the same feature twice counts once. */
export class FeatureCollector {
  #list = new Uint32Array(1024);
  #count = 0;
  /** Open addressing: one more than the place in the list of the feature that hashed here; older stamps mean empty. */
  #slots = new Uint16Array(4096);
  #stamps = new Uint32Array(4096);
  #stamp = 1;

  /** Adds a feature of the kind `kind`, made of up to three numbers. */
  put(kind: number, a: number, b = 0, c = 0): void {
    this.add(hashTriple(hashPair(kind, a), b, c));
  }

  add(feature: number): void {
    const mask = this.#slots.length - 1;
    let slot = (feature >>> 16) & mask;
    while (this.#stamps[slot] === this.#stamp) {
      if (this.#list[this.#slots[slot]!] === feature) return;
      slot = (slot + 1) & mask;
    }
    this.#stamps[slot] = this.#stamp;
    this.#slots[slot] = this.#count;
    this.#list[this.#count++] = feature;
    if (this.#count === this.#list.length) this.#grow();
  }

  /** What was put since the last call. */
  take(): Uint32Array {
    const features = this.#list.slice(0, this.#count);
    this.#count = 0;
    this.#stamp++;
    return features;
  }

  #grow(): void {
    const features = this.#list;
    this.#list = new Uint32Array(features.length * 2);
    this.#slots = new Uint16Array(this.#slots.length * 2);
    this.#stamps = new Uint32Array(this.#slots.length);
    this.#count = 0;
    for (const feature of features) this.add(feature);
  }
}

/** Kinds of features. What is numbered by the tens leaves room for a mention's or a zone's number. */
export const K = {
  word: 1,
  twoWords: 2,
  threeWords: 3,
  fine: 4,
  names: 5,
  length: 6,
  order: 7,
  gap: 8,
  between: 9,
  rels: 10,
  quotes: 11,
  middle: 12,
  middleWord: 13,
  lastWord: 14,
  path: 15,
  plainPath: 16,
  pathLength: 17,
  top: 18,
  topWord: 19,
  topFine: 20,
  topMiddle: 21,
  topStance: 22,
  topPathWord: 23,
  topPathFine: 24,
  topPathMiddle: 25,
  topPathStance: 26,
  pathSigns: 27,
  pathSignsEnds: 28,
  pathLemmas: 29,
  sign: 30,
  signKind: 31,
  signSteps: 32,
  signHedged: 33,
  signTarget: 34,
  signSum: 35,
  signNone: 36,
  signAll: 37,
  zoneWord: 100,
  zoneTwo: 110,
  zoneMiddle: 120,
  zoneStance: 130,
  near: 200,
  nearFine: 210,
  nearAny: 220,
  nearTwo: 230,
  nearThree: 240,
  nearBoth: 250,
  governor: 300,
  governorFine: 310,
  governorMiddle: 320,
  governorWord: 330,
  governorStance: 340,
  sibling: 350,
  siblingMiddle: 360,
  siblingHead: 370,
  siblingNegator: 380,
  governorPath: 390,
  dependent: 400,
  dependentFine: 410,
  dependentRel: 420,
  dependentStance: 430,
  polarityPlace: 440,
  polaritySum: 450,
  polarityTotal: 460,
  quoted: 470,
  rel: 480,
  first: 490,
  xpos: 500,
  place: 510,
  pathWord: 600,
  pathFine: 610,
  pathMiddle: 620,
  pathRelWord: 630,
  pathRelMiddle: 640,
  pathStance: 650,
  pathSibling: 660,
  pathSiblingMiddle: 670,
  pathNegated: 680,
} as const;
