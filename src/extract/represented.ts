import type { Cluster, Participant, Relation, Stance } from "../core/index.ts";

/** Offices whose holder speaks for others by profession. */
const SPOKEN_FOR = /\b(?:spokes\w+|ambassador|envoy|press secretary|counsel|lawyer|attorney for)\b/i;
/** Posts at the head of a body, whose words in public are its own. */
const HEADS =
  /^(?:\w+ )?(?:chair(?:man|woman|person)?|head|president|chief executive|ceo|secretary[ -]general|general secretary|leader)\b/i;
/** Bodies whose heads speak for a side of it or for themselves. */
const DIVIDED =
  /\b(?:senate|house|congress|parliament|assembly|council|court|board|commission|committee|university|college|school)\b/i;
/** What someone says for others is less surely what those others hold. */
const REPRESENTED = 0.75;

/** For each cluster that speaks for another, as its spokesman or head, that other. */
export function findPrincipals(
  relations: readonly Relation[],
  clusters: readonly Cluster[],
): ReadonlyMap<number, Participant> {
  return new Map(
    relations
      .filter(
        ({ predicate, detail = "", object }) =>
          predicate === "holds-position" &&
          !/former/i.test(detail) &&
          (SPOKEN_FOR.test(detail) || (HEADS.test(detail) && isUnited(clusters[object.cluster]))),
      )
      .map(({ subject, object }) => [subject.cluster, object]),
  );
}

/**
 * The stances of those on whose behalf others speak: what "a foreign ministry spokesman" or the chairman of a party says
 * is the ministry's or the party's position too, inferred rather than stated.
 */
export function findRepresented(
  stances: readonly Stance[],
  relations: readonly Relation[],
  clusters: readonly Cluster[],
): Stance[] {
  const principals = findPrincipals(relations, clusters);
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

/** An organization that has one will. */
function isUnited(cluster: Cluster | undefined): boolean {
  return cluster?.entityType === "organization" && !DIVIDED.test(cluster.name);
}

/** What someone's own country or organization does is only likely to be what he wants. */
const SHARED = 0.6;

/**
 * The stances that office-holders share with those they serve: where "the prime minister said the country would leave the
 * union", or "the attorney general of Ohio, which is suing the agency", the person is taken to hold what the country or
 * state does, unless the sentence says where the person stands.
 */
export function findShared(stances: readonly Stance[], relations: readonly Relation[]): Stance[] {
  const offices = relations.filter(
    ({ predicate, detail }) => predicate === "holds-position" && !/former|ex-/i.test(detail ?? ""),
  );
  return stances.flatMap((stance) =>
    offices.flatMap(({ subject, object, evidence }): Stance[] => {
      if (object.cluster !== stance.holder.cluster || subject.cluster === stance.target.cluster) return [];
      const isSaid = stance.chain.some(({ cluster }) => cluster === subject.cluster);
      if (!isSaid && evidence.start !== stance.evidence.start) return [];
      if (stances.some((other) => speaksAgainst(other, stance, subject.cluster))) return [];
      return [
        {
          ...stance,
          holder: subject,
          explicit: false,
          confidence: Math.round(stance.confidence * SHARED * 100) / 100,
          reason: `${stance.reason}; shared in office`,
        },
      ];
    }),
  );
}

/** The person says something of the same target, or something against the principal, in the same sentence. */
function speaksAgainst(other: Stance, stance: Stance, person: number): boolean {
  if (other.holder.cluster !== person || other.evidence.start !== stance.evidence.start) return false;
  return other.target.cluster === stance.target.cluster || other.target.cluster === stance.holder.cluster;
}
