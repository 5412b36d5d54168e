import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { compareText, createRandom } from "../core/index.ts";
import { periodOf, type TimeUnit } from "./periods.ts";
import { type ActorGraph, projectActors } from "./project-actors.ts";
import { groupBy, type Statement } from "./statements.ts";

/** Actors that agree with one another more than with others. */
export interface Camp {
  /** At least two, those with the strongest ties inside first. */
  readonly members: readonly string[];
}

export interface Camps {
  /** The largest first. */
  readonly camps: readonly Camp[];
  /** Index of each actor's camp. Actors without an ally are in none. */
  readonly campOf: ReadonlyMap<string, number>;
}

// The package is CommonJS: bundlers hand over the function, TypeScript's Node resolution types a module around it.
const findCommunities = unwrap(louvain);

/**
 * Finds camps among actors: the communities of what ties them in agreement (weights above 0), by Louvain's method with a
 * seeded walk. Ties of conflict do not join anyone.
 *
 * Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large networks", J. Stat. Mech. (2008).
 */
export function findCamps(actors: ActorGraph, { seed = 1 }: { readonly seed?: number } = {}): Camps {
  const allies = new UndirectedGraph<object, { weight: number }>();
  actors.forEachEdge((_, { weight }, a, b) => {
    if (weight > 0) allies.mergeUndirectedEdge(a, b, { weight });
  });
  if (allies.size === 0) return { camps: [], campOf: new Map() };
  const found = findCommunities(allies, { getEdgeWeight: "weight", rng: createRandom(seed) });
  const strength = (actor: string, community: number): number => {
    let sum = 0;
    allies.forEachEdge(actor, (_, { weight }, a, b) => {
      if (found[a === actor ? b : a] === community) sum += weight;
    });
    return sum;
  };
  const camps = [...groupBy(allies.nodes(), (actor) => String(found[actor]))]
    .map(([community, members]) => {
      const strengths = new Map(members.map((actor) => [actor, strength(actor, Number(community))]));
      return { members: members.sort((a, b) => strengths.get(b)! - strengths.get(a)! || compareText(a, b)) };
    })
    .sort((a, b) => b.members.length - a.members.length || compareText(a.members[0]!, b.members[0]!));
  const campOf = new Map(camps.flatMap(({ members }, index) => members.map((actor) => [actor, index] as const)));
  return { camps, campOf };
}

/** An actor with allies in several camps. */
export interface Bridge {
  readonly key: string;
  /** 0 (all allies in one camp) … below 1 (evenly spread over many). */
  readonly participation: number;
  readonly camps: readonly number[];
}

/**
 * Finds the actors whose agreement reaches over the camps' borders, those that reach furthest first. The measure is the
 * participation coefficient of Guimerà and Amaral, "Functional cartography of complex metabolic networks", Nature 433
 * (2005), over the weights above 0.
 */
export function findBridges(actors: ActorGraph, { campOf }: Camps): Bridge[] {
  const bridges: Bridge[] = [];
  actors.forEachNode((key) => {
    const sums = new Map<number, number>();
    let all = 0;
    actors.forEachEdge(key, (_, { weight }, a, b) => {
      const camp = campOf.get(a === key ? b : a);
      if (weight <= 0 || camp === undefined) return;
      sums.set(camp, (sums.get(camp) ?? 0) + weight);
      all += weight;
    });
    if (sums.size < 2) return;
    const participation = 1 - [...sums.values()].reduce((sum, part) => sum + (part / all) ** 2, 0);
    bridges.push({ key, participation, camps: [...sums.keys()].sort((a, b) => a - b) });
  });
  return bridges.sort((a, b) => b.participation - a.participation || compareText(a.key, b.key));
}

/** How far the debate of one period runs along the camps. */
export interface PeriodPolarisation {
  /** `2019`, `2019-02` or `2019-W08`. */
  readonly period: string;
  readonly statements: number;
  /** Agreements and disagreements between two actors of any camp that the period's statements make. */
  readonly ties: number;
  /**
   * The share of those ties that fits the camps: agreement inside one, conflict between two. 1 is a debate split clean
   * along its camps; absent where nobody meets.
   */
  readonly polarisation?: number;
}

/**
 * Tells, for each period, how well its agreements and conflicts fit given camps: the share of within-camp congruence
 * and between-camp conflict in all of both. After Leifeld and Brandenberger, "Endogenous coalition formation in policy
 * debates" (2019), with the camps of the whole time held fixed. Statements without a date are in no period.
 */
export function findPolarisation(
  statements: readonly Statement[],
  { campOf }: Camps,
  unit: TimeUnit = "year",
): PeriodPolarisation[] {
  const dated = statements.filter(({ date }) => periodOf(date, unit) !== undefined);
  return [...groupBy(dated, ({ date }) => periodOf(date, unit)!)]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([period, group]) => {
      let [fits, ties] = [0, 0];
      for (const sign of ["congruence", "conflict"] as const) {
        projectActors(group, { sign, normalisation: "none" }).forEachEdge((_, { weight }, a, b) => {
          const [campA, campB] = [campOf.get(a), campOf.get(b)];
          if (campA === undefined || campB === undefined) return;
          ties += weight;
          if ((campA === campB) === (sign === "congruence")) fits += weight;
        });
      }
      return { period, statements: group.length, ties, ...(ties > 0 && { polarisation: fits / ties }) };
    });
}

function unwrap<T>(module: { default: T } | T): T {
  return typeof module === "function" ? (module as T) : (module as { default: T }).default;
}
