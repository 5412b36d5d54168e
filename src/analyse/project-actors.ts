import { UndirectedGraph } from "graphology";
import { compareText } from "../core/index.ts";
import { periodOf } from "./periods.ts";
import { groupBy, type Statement } from "./statements.ts";

/** What ties two actors: `congruence`, what they agree on; `conflict`, what they disagree on; `subtract`, the first minus the second. */
export const PROJECTION_SIGNS = ["congruence", "conflict", "subtract"] as const;
export type ProjectionSign = (typeof PROJECTION_SIGNS)[number];

/**
 * What a tie is divided by, since who speaks often meets everyone: nothing, the mean number of the two actors' statements,
 * or what makes it a Jaccard or a cosine similarity.
 */
export const NORMALISATIONS = ["none", "average", "jaccard", "cosine"] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/** An actor's statements of one polarity on one target count once in a document, week, month, year, or the whole time. */
export const DUPLICATE_RULES = ["document", "week", "month", "year", "whole"] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

export interface ProjectionOptions {
  /** Default `subtract`. */
  readonly sign?: ProjectionSign;
  /** Default `average`. */
  readonly normalisation?: Normalisation;
  /** Default `whole`. */
  readonly duplicates?: DuplicateRule;
}

export interface ActorAttributes {
  /** Statements that count, after the duplicate rule. */
  statements: number;
}

export interface TieAttributes {
  /** By sign and normalisation; negative only for `subtract`. Never 0. */
  weight: number;
  /** Targets on which both lean the same way, and on which they stand against each other. */
  agreeOn: string[];
  disagreeOn: string[];
}

export type ActorGraph = UndirectedGraph<ActorAttributes, TieAttributes>;

/** An actor's counts by target and polarity. */
type Profile = ReadonlyMap<string, { readonly support: number; readonly oppose: number }>;

/**
 * Links every two actors by the targets they agree, or disagree, on.
 *
 * Two actors are congruent on a target when both support or both oppose it, and in conflict when one supports what the
 * other opposes; `mixed` counts toward neither. For each shared target the two actors' counts are multiplied, so that by
 * the rule `whole` a tie is the number of shared targets, however many articles say so. Definitions: Leifeld, "Discourse
 * network analysis: policy debates as dynamic networks", The Oxford Handbook of Political Networks (2017), and the
 * manual of Discourse Network Analyzer. Jaccard divides by m₁₁ + m₁₀ + m₀₁, as there; cosine by the lengths of the
 * two profiles.
 *
 * @param statements such as `listStatements(graph)`
 * @returns an undirected graph of the actors that hold a clear stance; actors and ties sorted by key
 */
export function projectActors(statements: readonly Statement[], options: ProjectionOptions = {}): ActorGraph {
  const { sign = "subtract", normalisation = "average", duplicates = "whole" } = options;
  const clear = statements.filter(({ polarity, holder, target }) => polarity !== "mixed" && holder !== target);
  const profiles = [...groupBy(clear, ({ holder }) => holder)]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([actor, held]): [string, Profile] => [actor, toProfile(held, duplicates)]);
  const graph: ActorGraph = new UndirectedGraph();
  for (const [actor, profile] of profiles) graph.addNode(actor, { statements: countStatements(profile) });
  profiles.forEach(([a, left], index) => {
    for (const [b, right] of profiles.slice(index + 1)) {
      const tie = tieBetween(left, right, sign);
      const weight = tie.sum / normOf(left, right, normalisation);
      if (weight === 0) continue;
      graph.addUndirectedEdgeWithKey(JSON.stringify([a, b]), a, b, {
        weight,
        agreeOn: tie.agreeOn,
        disagreeOn: tie.disagreeOn,
      });
    }
  });
  return graph;
}

function toProfile(held: readonly Statement[], duplicates: DuplicateRule): Profile {
  const profile = new Map<string, { support: number; oppose: number }>();
  const seen = new Set<string>();
  for (const { target, polarity, date, evidence } of held) {
    if (polarity === "mixed") continue;
    const bin =
      duplicates === "document"
        ? evidence.docId
        : duplicates === "whole"
          ? ""
          : (periodOf(date, duplicates) ?? "undated");
    const key = JSON.stringify([target, polarity, bin]);
    if (seen.has(key)) continue;
    seen.add(key);
    const counts = profile.get(target) ?? { support: 0, oppose: 0 };
    counts[polarity]++;
    profile.set(target, counts);
  }
  return profile;
}

function tieBetween(left: Profile, right: Profile, sign: ProjectionSign) {
  let [congruence, conflict] = [0, 0];
  const agreeOn: string[] = [];
  const disagreeOn: string[] = [];
  for (const [target, a] of left) {
    const b = right.get(target);
    if (!b) continue;
    const same = a.support * b.support + a.oppose * b.oppose;
    const opposite = a.support * b.oppose + a.oppose * b.support;
    congruence += same;
    conflict += opposite;
    if (same > opposite) agreeOn.push(target);
    else if (opposite > same) disagreeOn.push(target);
  }
  const sum = sign === "congruence" ? congruence : sign === "conflict" ? conflict : congruence - conflict;
  return { sum, agreeOn: agreeOn.sort(compareText), disagreeOn: disagreeOn.sort(compareText) };
}

function normOf(left: Profile, right: Profile, normalisation: Normalisation): number {
  if (normalisation === "none") return 1;
  if (normalisation === "average") return (countStatements(left) + countStatements(right)) / 2;
  if (normalisation === "cosine") return Math.sqrt(squares(left) * squares(right));
  let norm = 0;
  for (const target of new Set([...left.keys(), ...right.keys()])) {
    for (const polarity of ["support", "oppose"] as const) {
      const [a, b] = [left.get(target)?.[polarity] ?? 0, right.get(target)?.[polarity] ?? 0];
      norm += a > 0 && b > 0 ? a * b : a + b;
    }
  }
  return norm;
}

const countStatements = (profile: Profile): number =>
  [...profile.values()].reduce((sum, { support, oppose }) => sum + support + oppose, 0);

const squares = (profile: Profile): number =>
  [...profile.values()].reduce((sum, { support, oppose }) => sum + support ** 2 + oppose ** 2, 0);
