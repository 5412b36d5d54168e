import type { Relation, Stance } from "../core/index.ts";

/** Offices whose holder speaks for others by profession. */
const SPOKEN_FOR = /\b(?:spokes\w+|ambassador|envoy|press secretary|counsel|lawyer|attorney for)\b/i;
/** What someone says for others is less surely what those others hold. */
const REPRESENTED = 0.75;

/**
 * The stances of those on whose behalf others speak: what "a foreign ministry spokesman" says is the ministry's
 * position too, inferred rather than stated.
 */
export function findRepresented(stances: readonly Stance[], relations: readonly Relation[]): Stance[] {
  const principals = new Map(
    relations
      .filter(
        ({ predicate, detail }) =>
          predicate === "holds-position" && SPOKEN_FOR.test(detail ?? "") && !/former/i.test(detail!),
      )
      .map(({ subject, object }) => [subject.cluster, object]),
  );
  return stances.flatMap((stance): Stance[] => {
    const principal = principals.get(stance.holder.cluster);
    if (!principal || principal.cluster === stance.target.cluster) return [];
    return [
      {
        ...stance,
        holder: principal,
        explicit: false,
        confidence: Math.round(stance.confidence * REPRESENTED * 100) / 100,
        reason: `${stance.reason}; said on its behalf`,
      },
    ];
  });
}
