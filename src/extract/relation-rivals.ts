import { findContenders, isAboutContest } from "./relation-contenders.ts";
import type { RelationContext, RelationFind } from "./relation-context.ts";
import type { Descriptor } from "./relation-descriptors.ts";
import { SIGNS } from "./relation-signs.ts";

/**
 * Two people who both stand in an election compete. The sentence that shows it names both and is about the contest; if
 * there is none, it is where the document says that the later one stands. Running mates and members of one party do
 * not compete, nor does a candidate for the first office with one for the second.
 */
export function findRivals(
  context: RelationContext,
  descriptors: readonly Descriptor[],
  finds: readonly RelationFind[],
): RelationFind[] {
  const contenders = findContenders(context, descriptors);
  if (contenders.size < 2) return [];
  const partyOf = partiesByCluster(context, finds);
  const compete = (x: number, y: number): boolean =>
    x !== y && contenders.get(x)!.vice === contenders.get(y)!.vice && !sharesParty(partyOf.get(x), partyOf.get(y));
  const { actors, mentions, tree } = context;
  const rivals: RelationFind[] = [];
  const shown = new Set<string>();
  const bySentence = new Map<number, number[]>();
  mentions.forEach((mention, index) => {
    if (mention.kind !== "name" || !contenders.has(actors.clusterOf(index))) return;
    bySentence.set(mention.sentence, [...(bySentence.get(mention.sentence) ?? []), index]);
  });
  for (const [sentence, named] of bySentence) {
    named.forEach((a, i) => {
      for (const b of named.slice(i + 1)) {
        const [x, y] = [actors.clusterOf(a), actors.clusterOf(b)];
        if (!compete(x, y)) continue;
        if (!areJoined(tree, mentions[a]!.head, mentions[b]!.head) && !isAboutContest(context, sentence)) continue;
        shown.add(pairKey(x, y));
        rivals.push({
          subject: a,
          object: b,
          predicate: "competes-with",
          token: mentions[a]!.head,
          confidence: SIGNS.joined,
          reason: "both stand in the election",
        });
      }
    });
  }
  const all = [...contenders];
  all.forEach(([x, first], i) => {
    for (const [y, second] of all.slice(i + 1)) {
      if (!compete(x, y) || shown.has(pairKey(x, y))) continue;
      const token = Math.max(first.token, second.token);
      const [subject, object] = [nearestName(context, x, token), nearestName(context, y, token)];
      if (subject < 0 || object < 0) continue;
      const reason = "both stand in an election, each in a sentence of its own";
      rivals.push({ subject, object, predicate: "competes-with", token, confidence: SIGNS.apart, reason });
    }
  });
  return rivals;
}

const pairKey = (x: number, y: number): string => (x < y ? `${x} ${y}` : `${y} ${x}`);

function nearestName({ clusters, mentions }: RelationContext, cluster: number, token: number): number {
  let best = -1;
  const distance = (m: number) => Math.abs(mentions[m]!.head - token);
  for (const m of clusters[cluster]!.mentions)
    if (mentions[m]!.kind === "name" && (best < 0 || distance(m) < distance(best))) best = m;
  return best;
}

function partiesByCluster({ actors }: RelationContext, finds: readonly RelationFind[]): Map<number, Set<number>> {
  const parties = new Map<number, Set<number>>();
  for (const { predicate, subject, object } of finds) {
    if (predicate !== "member-of") continue;
    const cluster = actors.clusterOf(subject);
    parties.set(cluster, (parties.get(cluster) ?? new Set()).add(actors.clusterOf(object)));
  }
  return parties;
}

function sharesParty(a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): boolean {
  return a !== undefined && b !== undefined && [...a].some((party) => b.has(party));
}

function areJoined(tree: RelationContext["tree"], a: number, b: number): boolean {
  return (tree.rel(b) === "conj" && tree.head(b) === a) || (tree.rel(a) === "conj" && tree.head(a) === b);
}
