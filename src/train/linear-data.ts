/** A growing list of unsigned 32-bit numbers. */
export class NumberList {
  #data = new Uint32Array(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Uint32Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  at(index: number): number {
    return this.#data[index]!;
  }

  /** The numbers as one array; not a copy, so take it when nothing more is added. */
  view(): Uint32Array {
    return this.#data.subarray(0, this.#length);
  }
}

/** Examples with hashed binary features, kept flat: hundreds of thousands of them fit in memory. */
export class LinearExamples {
  readonly features = new NumberList();
  /** `starts[i]` is where example i's features begin; one more entry than there are examples. */
  readonly starts = new NumberList();
  /** Class of each example; for a ranker 1 marks the right candidates of a group and 0 the others. */
  readonly labels = new NumberList();
  /** First example of each group of candidates; used by the ranker only. */
  readonly groups = new NumberList();

  constructor() {
    this.starts.push(0);
  }

  get size(): number {
    return this.labels.length;
  }

  /** Begins a group: the candidates added next compete with each other. */
  beginGroup(): void {
    this.groups.push(this.size);
  }

  add(features: ArrayLike<number>, label: number, count = features.length): void {
    for (let i = 0; i < count; i++) this.features.push(features[i]!);
    this.starts.push(this.features.length);
    this.labels.push(label);
  }
}
