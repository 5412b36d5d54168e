import type { Predicate, Relation, Stance } from "../core/index.ts";
import { addTo, type Dossier } from "./dossier.ts";

/** Relations that tie someone to a body, whose quarrels he shares. */
const TIES: ReadonlySet<Predicate> = new Set(["holds-position", "member-of", "part-of"]);

/** Sign and weight of what is claimed of each holder's targets. */
type Attitudes = ReadonlyMap<number, ReadonlyMap<number, number>>;

const NOBODY: ReadonlyMap<number, number> = new Map();

/**
 * Adds what follows from the company that two keep: the friend of a foe, the member of a party, whom the same people
 * judge alike (Heider 1946).
 */
export function addNeighbours(
  dossiers: readonly Dossier[],
  stances: readonly Stance[],
  relations: readonly Relation[],
  party: (cluster: number) => number,
): void {
  const held = readAttitudes(stances, party);
  const met = turnRound(held);
  const ties = readTies(relations, party);
  const attitude = (from: number, to: number): number => held.get(from)?.get(to) ?? 0;

  for (const dossier of dossiers) {
    const { holder, target } = dossier;
    for (const [other, mine] of held.get(holder) ?? NOBODY) {
      if (other === target) continue;
      addTo(dossier, mine > 0 ? "holder's support" : "holder's opposition", Math.abs(mine));
      addTo(dossier, "shared attitudes", mine * attitude(target, other));
      addTo(dossier, "through others", mine * attitude(other, target));
    }
    for (const [other, theirs] of met.get(target) ?? NOBODY) {
      if (other === holder) continue;
      addTo(dossier, theirs > 0 ? "support for target" : "opposition to target", Math.abs(theirs));
      addTo(dossier, "judged alike", theirs * attitude(other, holder));
    }
    const mine = ties.get(holder) ?? [];
    for (const tie of mine) addTo(dossier, "through the holder's ties", attitude(tie, target));
    for (const theirs of ties.get(target) ?? []) {
      addTo(dossier, "through the target's ties", attitude(holder, theirs));
      for (const tie of mine) {
        if (tie === theirs) addTo(dossier, "ties in common", 1);
        else addTo(dossier, "between their ties", attitude(tie, theirs));
      }
    }
  }
}

function readAttitudes(stances: readonly Stance[], party: (cluster: number) => number): Attitudes {
  const held = new Map<number, Map<number, number>>();
  for (const { holder, target, polarity, confidence } of stances) {
    if (polarity === "mixed") continue;
    const [from, to] = [party(holder.cluster), party(target.cluster)];
    const mine = held.get(from) ?? new Map<number, number>();
    held.set(from, mine);
    if (confidence > Math.abs(mine.get(to) ?? 0)) mine.set(to, polarity === "support" ? confidence : -confidence);
  }
  return held;
}

function turnRound(held: Attitudes): Attitudes {
  const met = new Map<number, Map<number, number>>();
  for (const [from, mine] of held) {
    for (const [to, value] of mine) {
      const theirs = met.get(to) ?? new Map<number, number>();
      met.set(to, theirs.set(from, value));
    }
  }
  return met;
}

function readTies(relations: readonly Relation[], party: (cluster: number) => number): Map<number, number[]> {
  const ties = new Map<number, number[]>();
  const tie = (from: number, to: number): void => {
    const known = ties.get(from);
    if (known) known.push(to);
    else ties.set(from, [to]);
  };
  for (const { subject, object, predicate } of relations) {
    if (!TIES.has(predicate)) continue;
    const [from, to] = [party(subject.cluster), party(object.cluster)];
    tie(from, to);
    tie(to, from);
  }
  return ties;
}
