import type { Cluster } from "../core/index.ts";
import type { Countries } from "../language/index.ts";

/**
 * In politics a capital stands for its country: gives, for a cluster that is (or speaks for) a capital, the cluster of
 * the country if the document has one, and otherwise the cluster itself.
 */
export function createGovernments(clusters: readonly Cluster[], countries: Countries): (cluster: number) => number {
  const byName = new Map(clusters.map((cluster, index) => [cluster.named ? cluster.name : "", index]));
  const government = clusters.map(({ name, named, entityType }, index) => {
    const country = named && entityType === "place" && !countries.byName(name) ? countries.byCapital(name) : undefined;
    return (country && byName.get(country.name)) ?? index;
  });
  return (cluster) => {
    const speaksFor = clusters[cluster]?.named === false ? clusters[cluster]!.speaksFor : cluster;
    const seat = speaksFor >= 0 ? government[speaksFor]! : -1;
    return seat >= 0 && seat !== speaksFor ? seat : cluster;
  };
}
