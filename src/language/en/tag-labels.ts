import { type Tag, UPOS } from "../../core/index.ts";

/** The joint labels of the tagger, `UPOS/XPOS`: the two never contradict each other. */
export interface TagLabels {
  readonly names: readonly string[];
  /** One shared object a label. */
  readonly tags: readonly Tag[];
  /** Index into `UPOS` for each label. */
  readonly pos: Int32Array;
  indexOf(pos: string, xpos: string): number;
}

export function createTagLabels(names: readonly string[]): TagLabels {
  const tags = names.map((name) => {
    const [pos, xpos] = name.split("/") as [Tag["pos"], string];
    return Object.freeze({ pos, xpos });
  });
  const indexes = new Map(names.map((name, index) => [name, index]));
  return {
    names,
    tags,
    pos: Int32Array.from(tags, (tag) => UPOS.indexOf(tag.pos)),
    indexOf: (pos, xpos) => indexes.get(`${pos}/${xpos}`) ?? -1,
  };
}
