import type { Mention } from "../core/index.ts";
import {
  addTo,
  type Dossier,
  type DossierSource,
  HOLDER_TYPES,
  openDossier,
  raiseTo,
  readFeature,
  TARGET_TYPES,
} from "./dossier.ts";
import { addNeighbours } from "./dossier-neighbours.ts";
import { partyBehind } from "./parties.ts";

/** How many sentences after its last mention something is still what a quotation may be about. */
const REACH = 2;
/** A sentence that names more actors than this is a list: it brings nobody together. */
const MOST_TOGETHER = 24;

/** The mentions of each actor in one sentence. */
type Gathering = ReadonlyMap<number, readonly number[]>;

/** The dossiers of every two actors of a document that meet in a sentence, in speech, or in a claim. */
export function createDossiers(source: DossierSource): Dossier[] {
  const { mentions, clusters, attributions, relations, stances, judged, speakerOf } = source;
  const partyOf = clusters.map((_, cluster) => partyBehind(clusters, cluster));
  const party = (cluster: number): number => partyOf[cluster] ?? -1;
  const ownerOf = new Int32Array(mentions.length).fill(-1);
  const placesOf = new Map<number, number[]>();
  clusters.forEach((cluster, index) => {
    const owner = party(index);
    for (const mention of cluster.mentions) ownerOf[mention] = owner;
    if (!clusters[owner]?.named) return;
    placesOf.set(owner, [...(placesOf.get(owner) ?? []), ...cluster.mentions]);
  });
  const actors = [...placesOf.keys()].sort((a, b) => placesOf.get(b)!.length - placesOf.get(a)!.length || a - b);
  const rank = new Map(actors.map((actor, index) => [actor, index]));
  const gatherings = gatherBySentence(placesOf, mentions);
  const spoken = new Map<number, number>();
  const dossiers = new Map<number, Dossier>();

  readPlaces();
  readSpeech();
  readStances();
  readJudged();
  readRelations();
  addNeighbours([...dossiers.values()], stances, relations, party);
  for (const dossier of dossiers.values()) describe(dossier);
  return [...dossiers.values()].sort((a, b) => a.holder - b.holder || a.target - b.target);

  function dossierOf(holder: number, target: number): Dossier | undefined {
    if (holder === target || !placesOf.has(holder) || !placesOf.has(target)) return undefined;
    if (!HOLDER_TYPES.includes(clusters[holder]!.entityType)) return undefined;
    const key = holder * clusters.length + target;
    let dossier = dossiers.get(key);
    if (!dossier) {
      dossier = openDossier(holder, target);
      dossiers.set(key, dossier);
    }
    return dossier;
  }

  /** Where two meet in a sentence, and how near. */
  function readPlaces(): void {
    for (const here of gatherings) {
      if (!here || here.size > MOST_TOGETHER) continue;
      for (const [holder, mine] of here) {
        for (const [target, theirs] of here) {
          const dossier = dossierOf(holder, target);
          if (!dossier) continue;
          addTo(dossier, "sentences together", 1);
          for (const a of mine) for (const b of theirs) meet(dossier, a, b);
        }
      }
    }
  }

  function meet(dossier: Dossier, holder: number, target: number): void {
    const nearness = 1 / Math.max(1, Math.abs(mentions[holder]!.head - mentions[target]!.head));
    if (nearness <= readFeature(dossier, "nearness")) return;
    raiseTo(dossier, "nearness", nearness);
    dossier.places.any = { holder, target, token: mentions[holder]!.head };
  }

  /** Whom someone speaks of, and of whom the text spoke right before. */
  function readSpeech(): void {
    mentions.forEach((_, index) => {
      const speaker = party(speakerOf[index]!);
      if (speaker >= 0) addTo(dossierOf(speaker, ownerOf[index]!), "target in speech", 1);
    });
    for (const { sourceMention, content, cueHead } of attributions) {
      const holder = ownerOf[sourceMention] ?? -1;
      if (!placesOf.has(holder)) continue;
      const { sentence } = mentions[sourceMention]!;
      const isOutside = (mention: number): boolean => {
        const { start, end } = mentions[mention]!;
        return !content.some((span) => span.start <= start && end <= span.end);
      };
      for (const [target, mention] of firstOfEach(sentence - REACH, sentence, isOutside)) {
        const dossier = dossierOf(holder, target);
        if (!dossier) continue;
        addTo(dossier, "target before speech", 1);
        dossier.places.any ??= { holder: sourceMention, target: mention, token: cueHead };
      }
      spoken.set(holder, (spoken.get(holder) ?? 0) + 1);
    }
  }

  /** The first mention of each actor in a stretch of sentences, of those that pass. */
  function firstOfEach(from: number, to: number, passes: (mention: number) => boolean): Map<number, number> {
    const first = new Map<number, number>();
    for (let sentence = Math.max(0, from); sentence <= to; sentence++) {
      for (const [actor, here] of gatherings[sentence] ?? []) {
        const mention = first.has(actor) ? undefined : here.find(passes);
        if (mention !== undefined) first.set(actor, mention);
      }
    }
    return first;
  }

  function readStances(): void {
    for (const { holder, target, polarity, confidence, explicit, reason } of stances) {
      const [from, to] = [party(holder.cluster), party(target.cluster)];
      const dossier = dossierOf(from, to);
      raiseTo(dossier, `surest ${polarity}`, confidence);
      if (polarity === "mixed") continue;
      addTo(dossier, `sum ${polarity}`, confidence);
      if (explicit) raiseTo(dossier, `explicit ${polarity}`, confidence);
      if (!reason.startsWith("learned")) raiseTo(dossier, `composed ${polarity}`, confidence);
      raiseTo(dossierOf(to, from), `reverse ${polarity}`, confidence);
    }
  }

  function readJudged(): void {
    for (const { holder, target, polarity, probability, by, place } of judged) {
      const [from, to] = [party(holder), party(target)];
      const dossier = dossierOf(from, to);
      if (!dossier) continue;
      const best = Math.max(readFeature(dossier, `pair ${polarity}`), readFeature(dossier, `speech ${polarity}`));
      if (probability > best) dossier.places[polarity] = place;
      raiseTo(dossier, `${by} ${polarity}`, probability);
      addTo(dossier, `${by} sum ${polarity}`, probability);
      if (by === "pair") raiseTo(dossierOf(to, from), `reverse pair ${polarity}`, probability);
    }
  }

  function readRelations(): void {
    for (const { subject, object, predicate } of relations) {
      const [from, to] = [party(subject.cluster), party(object.cluster)];
      raiseTo(dossierOf(from, to), `holder ${predicate} target`, 1);
      raiseTo(dossierOf(to, from), `target ${predicate} holder`, 1);
    }
  }

  /** What the two are, and how much of the document is about them. */
  function describe(dossier: Dossier): void {
    addTo(dossier, "holder speaks", spoken.get(dossier.holder) ?? 0);
    for (const side of ["holder", "target"] as const) {
      const actor = dossier[side];
      const places = placesOf.get(actor)!;
      addTo(dossier, `${side} mentions`, places.length);
      addTo(dossier, `${side} rank`, rank.get(actor)!);
      addTo(dossier, `${side} first`, Math.min(...places.map((mention) => mentions[mention]!.sentence)));
      const { entityType } = clusters[actor]!;
      const types = side === "holder" ? HOLDER_TYPES : TARGET_TYPES;
      if (types.includes(entityType)) addTo(dossier, `${side} is ${entityType}`, 1);
    }
  }
}

function gatherBySentence(placesOf: ReadonlyMap<number, readonly number[]>, mentions: readonly Mention[]): Gathering[] {
  const gatherings: Map<number, number[]>[] = [];
  for (const [actor, places] of placesOf) {
    for (const mention of places) {
      const { sentence } = mentions[mention]!;
      gatherings[sentence] ??= new Map();
      const here = gatherings[sentence].get(actor);
      if (here) here.push(mention);
      else gatherings[sentence].set(actor, [mention]);
    }
  }
  return gatherings;
}
