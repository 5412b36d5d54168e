import type { Attribution, Cluster, Mention, Predicate, Relation, Stance } from "../core/index.ts";
import { PREDICATES } from "../core/index.ts";
import { partyBehind } from "./parties.ts";

/** What a learned judge says of one holder and one target in one place. */
export interface JudgedPlace {
  readonly holder: number;
  readonly target: number;
  readonly polarity: "support" | "oppose";
  readonly probability: number;
  /** "pair": of two mentions of a sentence; "speech": of someone in what the holder says. */
  readonly by: "pair" | "speech";
  readonly place: DossierPlace;
}

/** A place of the document that shows something of a pair: a mention of each, and the token that it turns on. */
export interface DossierPlace {
  readonly holder: number;
  readonly target: number;
  readonly token: number;
}

/** What dossiers are made from. Stances, relations and judged places are by cluster. */
export interface DossierSource {
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
  readonly attributions: readonly Attribution[];
  readonly relations: readonly Relation[];
  readonly stances: readonly Stance[];
  readonly judged: readonly JudgedPlace[];
  /** Cluster of who speaks at the head of each mention, or -1. */
  readonly speakerOf: readonly number[];
}

/** Everything that a document shows of one possible holder and one possible target, as numbers. */
export interface Dossier {
  readonly holder: number;
  readonly target: number;
  /** As {@link DOSSIER_FEATURES} names them. */
  readonly features: Float64Array;
  /** The best place for each side, by a learned judge; and where the two are nearest to each other. */
  readonly places: { support?: DossierPlace; oppose?: DossierPlace; any?: DossierPlace };
}

const HOLDER_TYPES = ["person", "organization", "place", "group"];
const TARGET_TYPES = [...HOLDER_TYPES, "law", "event", "product", "work"];
/** Relations that tie someone to a body, whose quarrels he shares. */
const TIES: ReadonlySet<Predicate> = new Set(["holds-position", "member-of", "part-of"]);
/** How many sentences after its last mention something is still what a quotation may be about. */
const REACH = 2;

const SIDES = ["support", "oppose"] as const;
const NUMBERS = [
  ...SIDES.flatMap((side) =>
    [
      "surest",
      "sum",
      "explicit",
      "composed",
      "pair",
      "pair sum",
      "speech",
      "speech sum",
      "reverse",
      "reverse pair",
    ].map((name) => `${name} ${side}`),
  ),
  "surest mixed",
  "sentences together",
  "least distance",
  "target in speech",
  "target before speech",
  "holder speaks",
  "holder mentions",
  "target mentions",
  "holder rank",
  "target rank",
  "holder first",
  "target first",
  "shared attitudes",
  "judged alike",
  "through others",
  "through the holder's ties",
  "through the target's ties",
  "between their ties",
  "ties in common",
  "holder's support",
  "holder's opposition",
  "support for target",
  "opposition to target",
] as const;

/** The features' names, in order. */
export const DOSSIER_FEATURES: readonly string[] = [
  ...NUMBERS,
  ...HOLDER_TYPES.map((type) => `holder is ${type}`),
  ...TARGET_TYPES.map((type) => `target is ${type}`),
  ...PREDICATES.map((predicate) => `holder ${predicate} target`),
  ...PREDICATES.map((predicate) => `target ${predicate} holder`),
];

const INDEX: ReadonlyMap<string, number> = new Map(DOSSIER_FEATURES.map((name, index) => [name, index]));

/** The dossiers of every two actors of a document that meet in a sentence, in speech, or in a claim. */
export function createDossiers(source: DossierSource): Dossier[] {
  const { mentions, clusters, attributions, relations, stances, judged, speakerOf } = source;
  const partyOf = clusters.map((_, cluster) => partyBehind(clusters, cluster));
  const party = (cluster: number): number => partyOf[cluster] ?? -1;
  const width = clusters.length;
  const dossiers = new Map<number, Dossier>();
  const spoken = new Map<number, number>();
  const ownerOf = new Int32Array(mentions.length).fill(-1);
  clusters.forEach((cluster, index) => {
    for (const mention of cluster.mentions) ownerOf[mention] = party(index);
  });

  const placesOf = new Map<number, number[]>();
  clusters.forEach((cluster, index) => {
    const owner = party(index);
    if (!clusters[owner]?.named) return;
    for (const mention of cluster.mentions) {
      const places = placesOf.get(owner);
      if (places) places.push(mention);
      else placesOf.set(owner, [mention]);
    }
  });
  const actors = [...placesOf.keys()].sort((a, b) => placesOf.get(b)!.length - placesOf.get(a)!.length || a - b);
  const rank = new Map(actors.map((actor, index) => [actor, index]));
  const firstOf = new Map(
    actors.map((actor) => [actor, Math.min(...placesOf.get(actor)!.map((mention) => mentions[mention]!.sentence))]),
  );

  const dossierOf = (holder: number, target: number): Dossier | undefined => {
    if (holder === target || !placesOf.has(holder) || !placesOf.has(target)) return undefined;
    if (!HOLDER_TYPES.includes(clusters[holder]!.entityType)) return undefined;
    const key = holder * width + target;
    let dossier = dossiers.get(key);
    if (!dossier) {
      dossier = { holder, target, features: new Float64Array(DOSSIER_FEATURES.length), places: {} };
      dossiers.set(key, dossier);
    }
    return dossier;
  };
  const add = (dossier: Dossier | undefined, name: string, value: number): void => {
    if (dossier) dossier.features[INDEX.get(name)!]! += value;
  };
  const most = (dossier: Dossier | undefined, name: string, value: number): void => {
    if (!dossier) return;
    const index = INDEX.get(name)!;
    dossier.features[index] = Math.max(dossier.features[index]!, value);
  };

  readPlaces();
  readSpeech();
  const attitudes = readStances();
  readJudged();
  readRelations();
  readNeighbours(attitudes);
  for (const dossier of dossiers.values()) describe(dossier);
  return [...dossiers.values()].sort((a, b) => a.holder - b.holder || a.target - b.target);

  /** Where two meet in a sentence, and how near. */
  function readPlaces(): void {
    const bySentence: Map<number, number[]>[] = [];
    for (const [actor, places] of placesOf) {
      for (const mention of places) {
        const { sentence } = mentions[mention]!;
        bySentence[sentence] ??= new Map();
        const here = bySentence[sentence]!.get(actor);
        if (here) here.push(mention);
        else bySentence[sentence]!.set(actor, [mention]);
      }
    }
    for (const here of bySentence) {
      if (!here) continue;
      for (const [holder, mine] of here) {
        for (const [target, theirs] of here) {
          const dossier = dossierOf(holder, target);
          if (!dossier) continue;
          add(dossier, "sentences together", 1);
          for (const a of mine) for (const b of theirs) meet(dossier, a, b);
        }
      }
    }
  }

  function meet(dossier: Dossier, holder: number, target: number): void {
    const nearness = 1 / Math.max(1, Math.abs(mentions[holder]!.head - mentions[target]!.head));
    const index = INDEX.get("least distance")!;
    if (nearness <= dossier.features[index]!) return;
    dossier.features[index] = nearness;
    dossier.places.any = { holder, target, token: mentions[holder]!.head };
  }

  /** Whom someone speaks of, and of whom the text spoke right before. */
  function readSpeech(): void {
    mentions.forEach((_, index) => {
      const speaker = party(speakerOf[index]!);
      const target = ownerOf[index]!;
      if (speaker >= 0 && target >= 0) add(dossierOf(speaker, target), "target in speech", 1);
    });
    for (const { sourceMention, content, cueHead } of attributions) {
      if (sourceMention < 0) continue;
      const holder = ownerOf[sourceMention]!;
      if (!placesOf.has(holder)) continue;
      const sentence = mentions[sourceMention]!.sentence;
      for (const [target, places] of placesOf) {
        const near = places.find((place) => {
          const { sentence: there, start, end } = mentions[place]!;
          if (there > sentence || there < sentence - REACH) return false;
          return !content.some((span) => span.start <= start && end <= span.end);
        });
        const dossier = near === undefined ? undefined : dossierOf(holder, target);
        if (near === undefined || !dossier) continue;
        add(dossier, "target before speech", 1);
        dossier.places.any ??= { holder: sourceMention, target: near, token: cueHead };
      }
      spoken.set(holder, (spoken.get(holder) ?? 0) + 1);
    }
  }

  /** Claims either way; returns the sign and weight of what is claimed of each pair. */
  function readStances(): Map<number, Map<number, number>> {
    const attitudes = new Map<number, Map<number, number>>();
    for (const { holder, target, polarity, confidence, explicit, reason } of stances) {
      const [from, to] = [party(holder.cluster), party(target.cluster)];
      const dossier = dossierOf(from, to);
      if (!dossier) continue;
      if (polarity === "mixed") {
        most(dossier, "surest mixed", confidence);
        continue;
      }
      most(dossier, `surest ${polarity}`, confidence);
      add(dossier, `sum ${polarity}`, confidence);
      if (explicit) most(dossier, `explicit ${polarity}`, confidence);
      if (!reason.startsWith("learned")) most(dossier, `composed ${polarity}`, confidence);
      most(dossierOf(to, from), `reverse ${polarity}`, confidence);
      if (!attitudes.has(from)) attitudes.set(from, new Map());
      const mine = attitudes.get(from)!;
      const value = polarity === "support" ? confidence : -confidence;
      if (Math.abs(value) > Math.abs(mine.get(to) ?? 0)) mine.set(to, value);
    }
    return attitudes;
  }

  function readJudged(): void {
    for (const { holder, target, polarity, probability, by, place } of judged) {
      const [from, to] = [party(holder), party(target)];
      const dossier = dossierOf(from, to);
      if (
        dossier &&
        probability >
          Math.max(
            dossier.features[INDEX.get(`pair ${polarity}`)!]!,
            dossier.features[INDEX.get(`speech ${polarity}`)!]!,
          )
      ) {
        dossier.places[polarity] = place;
      }
      most(dossier, `${by} ${polarity}`, probability);
      add(dossier, `${by} sum ${polarity}`, probability);
      if (by === "pair") most(dossierOf(to, from), `reverse pair ${polarity}`, probability);
    }
  }

  function readRelations(): void {
    for (const { subject, object, predicate } of relations) {
      const [from, to] = [party(subject.cluster), party(object.cluster)];
      most(dossierOf(from, to), `holder ${predicate} target`, 1);
      most(dossierOf(to, from), `target ${predicate} holder`, 1);
    }
  }

  /** What follows from the company one keeps: the friend of a foe, the member of a party (Heider 1946). */
  function readNeighbours(attitudes: Map<number, Map<number, number>>): void {
    const tiesOf = new Map<number, number[]>();
    for (const { subject, object, predicate } of relations) {
      if (!TIES.has(predicate)) continue;
      const [from, to] = [party(subject.cluster), party(object.cluster)];
      tiesOf.set(from, [...(tiesOf.get(from) ?? []), to]);
      tiesOf.set(to, [...(tiesOf.get(to) ?? []), from]);
    }
    const attitude = (from: number, to: number): number => attitudes.get(from)?.get(to) ?? 0;
    for (const dossier of dossiers.values()) {
      const { holder, target } = dossier;
      for (const other of actors) {
        if (other === holder || other === target) continue;
        add(dossier, "shared attitudes", attitude(holder, other) * attitude(target, other));
        add(dossier, "judged alike", attitude(other, holder) * attitude(other, target));
        add(dossier, "through others", attitude(holder, other) * attitude(other, target));
        const mine = attitude(holder, other);
        add(dossier, mine > 0 ? "holder's support" : "holder's opposition", Math.abs(mine));
        const theirs = attitude(other, target);
        add(dossier, theirs > 0 ? "support for target" : "opposition to target", Math.abs(theirs));
      }
      for (const tie of tiesOf.get(holder) ?? []) add(dossier, "through the holder's ties", attitude(tie, target));
      for (const tie of tiesOf.get(target) ?? []) {
        add(dossier, "through the target's ties", attitude(holder, tie));
        for (const mine of tiesOf.get(holder) ?? []) {
          if (mine === tie) add(dossier, "ties in common", 1);
          else add(dossier, "between their ties", attitude(mine, tie));
        }
      }
    }
  }

  function describe(dossier: Dossier): void {
    const { holder, target } = dossier;
    add(dossier, "holder speaks", spoken.get(holder) ?? 0);
    add(dossier, "holder mentions", placesOf.get(holder)!.length);
    add(dossier, "target mentions", placesOf.get(target)!.length);
    add(dossier, "holder rank", rank.get(holder)!);
    add(dossier, "target rank", rank.get(target)!);
    add(dossier, "holder first", firstOf.get(holder)!);
    add(dossier, "target first", firstOf.get(target)!);
    add(dossier, `holder is ${clusters[holder]!.entityType}`, 1);
    const { entityType } = clusters[target]!;
    if (TARGET_TYPES.includes(entityType)) add(dossier, `target is ${entityType}`, 1);
  }
}
