import type { Mention } from "../core/index.ts";
import type { Actors } from "./actors.ts";
import type { Frames } from "./frames.ts";

/** A named law or plan, and the actor whose it is. */
export interface Making {
  readonly maker: number;
  readonly work: number;
}

/** "Obama's Clean Air Plan", "the Air Act proposed by X": whoever makes a law or a plan stands behind it. */
export function findMakings(frames: Frames, actors: Actors, mentions: readonly Mention[]): Making[] {
  return mentions.flatMap((mention, work) => {
    if (mention.kind !== "name" || mention.entityType !== "law") return [];
    const makers = ["poss", "by"].flatMap((role) => frames.fillers(mention.head, role));
    return makers
      .map((token) => actors.mentionAt(token))
      .filter(
        (maker) => maker >= 0 && maker !== work && actors.isActor(maker) && mentions[maker]!.entityType !== "place",
      )
      .map((maker) => ({ maker, work }));
  });
}
