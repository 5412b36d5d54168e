import type { Cluster, Mention, Relation } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Frames } from "./frames.ts";
import { partyBehind } from "./parties.ts";

/** Somebody who works for, or stands beside, another person by choice. */
export interface Loyalty {
  readonly holder: number;
  readonly target: number;
  /** Token of what says so. */
  readonly token: number;
  /** The word that says so, for people. */
  readonly role: string;
}

/** Posts that are taken for a person's sake; aides, deputies and doctors come with the office. */
const LOYAL = new Set(
  "lawyer attorney counsel spokesman spokeswoman spokesperson surrogate strategist manager running-mate".split(" "),
);
const PRINCIPALS = ["poss", "for", "of", "to", "compound"];
const FORMER = /\b(?:former|ex|one-time|onetime)\b/i;

/**
 * Those who speak, plead or run a campaign for a person, or stand for election beside one, are taken to be on that
 * person's side: "Roe's running mate", "a lawyer for Roe", "Roe campaign spokesman Jane Doe". Staff of organizations and
 * countries hold no such stance: it is their job.
 */
export function findLoyal(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
  relations: readonly Relation[],
): Loyalty[] {
  const found: Loyalty[] = [];
  for (let token = 0; token < tree.doc.tokens.length; token++) {
    if (tree.pos(token) !== "NOUN" || actors.isInName(token) || !isStaff(token) || isFormer(token)) continue;
    const holders = persons([...frames.fillers(token, "attr"), token]);
    for (const role of PRINCIPALS) {
      const targets = persons(frames.fillers(token, role));
      for (const holder of holders) {
        for (const target of targets) found.push({ holder, target, token, role: tree.lemma(token) });
      }
      if (targets.length > 0) break;
    }
  }
  for (const { predicate, subject, object, detail } of relations) {
    if (predicate !== "holds-position" || FORMER.test(detail ?? "")) continue;
    if (!isPerson(subject.mention) || !isPerson(object.mention)) continue;
    const role = detail?.split(" ").at(-1)?.toLowerCase() ?? "";
    if (!LOYAL.has(role) && !/\bcampaign\b/i.test(detail ?? "")) continue;
    found.push({ holder: subject.mention, target: object.mention, token: mentions[subject.mention]!.head, role });
  }
  const seen = new Set<string>();
  return found.filter(({ holder, target }) => {
    const pair = `${principalOf(holder)} ${principalOf(target)}`;
    if (principalOf(holder) === principalOf(target) || seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });

  function isStaff(token: number): boolean {
    const lemma = tree.lemma(token);
    return LOYAL.has(lemma) || (lemma === "mate" && token > 0 && tree.form(token - 1).toLowerCase() === "running");
  }

  function isFormer(token: number): boolean {
    return tree.children(token).some((t) => FORMER.test(tree.form(t)));
  }

  function persons(tokens: readonly number[]): number[] {
    return [...new Set(tokens.flatMap((token) => actors.actorsOf(token)).filter(isPerson))];
  }

  /** A person, or what speaks for one: "Roe's campaign". */
  function isPerson(mention: number): boolean {
    return clusters[principalOf(mention)]?.entityType === "person";
  }

  function principalOf(mention: number): number {
    const party = partyBehind(clusters, actors.clusterOf(mention));
    return clusters[party]?.named ? party : -1;
  }
}
