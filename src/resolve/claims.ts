import type { ResolvedClaim } from "../core/index.ts";
import type { EntityResolution } from "./entities.ts";
import { type DocRecord, sidesOf } from "./record.ts";

/**
 * Replaces the clusters of every claim by entities. A claim is left out when one side stands for no named entity,
 * or when both sides turn out to be the same one.
 */
export function resolveClaims(records: readonly DocRecord[], { entityOf }: EntityResolution): ResolvedClaim[] {
  return records.flatMap((record, index) => {
    const entityAt = (cluster: number) => entityOf[index]!.get(record.standsFor[cluster] ?? -1);
    const claims = record.claims.flatMap(({ claim, sourceSpan, targetSpan }): ResolvedClaim[] => {
      const [source, target] = sidesOf(claim).map(({ cluster }) => entityAt(cluster));
      if (source === undefined || target === undefined || source === target) return [];
      const chainEntities = claim.chain.map((link) => entityAt(link.cluster));
      return [{ source, target, sourceSpan, targetSpan, claim, chainEntities }];
    });
    const own = record.voiceClaims.flatMap(({ claim, voice, targetSpan }): ResolvedClaim[] => {
      const source = entityAt(voice);
      const target = entityAt(claim.target.cluster);
      if (source === undefined || target === undefined || source === target) return [];
      const chainEntities = claim.chain.map(({ sourceKind }) => (sourceKind === "author" ? source : undefined));
      return [{ source, target, targetSpan, claim, chainEntities }];
    });
    return [...claims, ...own];
  });
}
