import {
  type Component,
  type ConceptMention,
  type ConceptStance,
  compareSpans,
  type Doc,
  type EntityType,
  type Polarity,
} from "../core/index.ts";
import type { ConceptKind, ConceptLexicon } from "./concept-lexicon.ts";
import { createConceptPhrases } from "./concept-phrases.ts";
import { type ConceptTarget, createConceptTargets } from "./concept-targets.ts";
import type { Sense } from "./stance-lexicon.ts";
import { type Judgement, READING_LAYERS, type ReadingOptions, readStances, turnOf } from "./stance-reading.ts";

export interface ConceptOptions extends ReadingOptions {
  readonly concepts: ConceptLexicon;
}

type ConceptLayer = (typeof READING_LAYERS)[number];

/** Finds what is proposed or debated and who is for or against it. Assigns `concepts` and `conceptStances`. */
export function createConceptFinder(options: ConceptOptions): Component<ConceptLayer, "concepts" | "conceptStances"> {
  return {
    name: "en.concepts",
    requires: READING_LAYERS,
    assigns: ["concepts", "conceptStances"],
    run: (doc) => findConceptStances(doc, options),
  };
}

const SURE_ACT = 0.6;
const INANIMATE: ReadonlySet<EntityType> = new Set(["law", "work", "product", "event"]);
const NEEDING = new Set(["need", "have", "ought"]);
/** How far back, in sentences, "the ban" may have been named in full. */
const MEMORY = 30;

/** Who holds an attitude, how it is put, and what it is about. */
interface Found {
  readonly judgement: Pick<Judgement, "token" | "holder" | "grades" | "by">;
  readonly target: ConceptTarget;
}

/**
 * Stances toward proposals and ideas: every predicate of attitude is asked what it is about, through frames ("a plan
 * to"), steps ("block", "approve") and negation, until a word of the concept table heads a phrase that says enough.
 */
export function findConceptStances(
  doc: Doc<ConceptLayer>,
  options: ConceptOptions,
): { concepts: ConceptMention[]; conceptStances: ConceptStance[] } {
  const reading = readStances(doc, options);
  const { tree, frames, actors, grader, composer, speakers, governmentOf } = reading;
  const phrases = createConceptPhrases(tree, frames, actors, doc.clusters, options.concepts);
  const targets = createConceptTargets(tree, frames, grader, composer, phrases);

  const found: Found[] = [];
  for (let token = 0; token < doc.tokens.length; token++) {
    found.push(...wishes(token), ...deeds(token));
    for (const sense of composer.sensesOf(token)) {
      // "ended its support for the war", "rejected calls for": what is denied or done away with is read from the verb.
      if (sense.kind === "event" || composer.isDenied(token) || isMereAct(token, sense)) continue;
      for (const judgement of reading.judge(token, sense)) {
        const turn = turnOf(judgement);
        if (turn === undefined) continue;
        for (const target of targets.of(token, sense, turn)) found.push({ judgement, target });
      }
    }
  }

  const concepts: ConceptMention[] = [];
  const places = new Map<number, number>();
  const best = new Map<string, ConceptStance>();
  for (const { judgement, target } of found) {
    const concept = conceptAt(target.token);
    if (concept < 0) continue;
    const stance = write(judgement, target, concept);
    if (!stance) continue;
    const key = `${stance.evidence.start} ${stance.holder.cluster} ${keyOf(concepts[concept]!)} ${stance.polarity}`;
    const known = best.get(key);
    if (!known || stance.confidence > known.confidence) best.set(key, stance);
  }
  return inTextOrder(concepts, [...best.values()]);

  /** Weak acts ("missed the vote", "delivers on trade") are done to many things without any position on them. */
  function isMereAct(token: number, { kind, strength }: Sense): boolean {
    const own = phrases.entryAt(token)?.kind;
    return kind === "act" && strength < SURE_ACT && own !== "step" && own !== "light";
  }

  /** "Taxes must be cut", "we need to cut taxes": what ought to be is what the speaker wants. */
  function wishes(token: number): Found[] {
    if (tree.pos(token) !== "VERB" || !isAct(phrases.entryAt(token)?.kind)) return [];
    const grades = grader.grade(token);
    const above = isInfinitive(token) && NEEDING.has(tree.lemma(tree.head(token))) ? tree.head(token) : -1;
    if (grades.question || grades.supposed || !(grades.deontic || above >= 0)) return [];
    const speaker = speakers.speakerAt(token);
    if (speaker < 0) return [];
    const denied = above >= 0 && grader.grade(above).negated;
    return targets.at(token, denied ? -1 : 1, above >= 0 ? tree.lemma(above) : "should").map((target) => ({
      judgement: { token, holder: speaker, grades, by: "speaker" },
      target,
    }));
  }

  function isInfinitive(token: number): boolean {
    return tree.rel(token) === "xcomp" && tree.childrenBy(token, "mark").some((mark) => tree.lemma(mark) === "to");
  }

  /** "Norway banned arms", "the Norwegian ban on arms": whoever takes a measure is for it. */
  function deeds(token: number): Found[] {
    if (phrases.entryAt(token)?.kind !== "measure") return [];
    const isVerb = phrases.isVerb(token);
    const grades = grader.grade(token);
    if (isVerb && (grades.question || grades.supposed || grades.deontic || !isSaidOf(token))) return [];
    const doers = isVerb
      ? frames.fillers(token, "subj").flatMap((subject) => phrases.actorAt(subject))
      : phrases.doersOf(token);
    return [...new Set(doers)].flatMap((holder) =>
      targets
        .at(token, 1, "done by")
        .map((target) => ({ judgement: { token, holder, grades, by: "holder" as const }, target })),
    );
  }

  /** Whether the verb is said of a subject of its own, or shares that of the verb it is joined to. */
  function isSaidOf(verb: number): boolean {
    // "are against abolishing it": whatever hangs on a preposition was not done.
    if (tree.xpos(verb) === "VBG" && tree.child(verb, "mark", "case") >= 0) return false;
    if (tree.child(verb, "nsubj", "obl:agent") >= 0) return true;
    return tree.rel(verb) === "conj" && tree.pos(tree.head(verb)) === "VERB" && isSaidOf(tree.head(verb));
  }

  /** Index of the concept that the token heads; "the ban" is what was banned before. -1 if none. */
  function conceptAt(token: number): number {
    const known = places.get(token);
    if (known !== undefined) return known;
    const concept = phrases.read(token) ?? recall(token);
    const place = concept ? concepts.push(concept) - 1 : -1;
    places.set(token, place);
    return place;
  }

  function recall(token: number): ConceptMention | undefined {
    const entry = phrases.entryAt(token);
    if (!entry || !phrases.isBare(token)) return undefined;
    const earliest = tree.sentence(token) - MEMORY;
    let nearest: ConceptMention | undefined;
    for (let t = token - 1; t >= 0 && tree.sentence(t) >= earliest; t--) {
      if (phrases.entryAt(t)?.concept !== entry.concept) continue;
      const full = phrases.read(t);
      if (full) nearest ??= full;
      // Of all bans named before, the one on someone is what a text goes on about.
      if (full && full.named.length > 0) return { ...full, ...spanAt(token) };
    }
    return nearest && { ...nearest, ...spanAt(token) };
  }

  function spanAt(token: number): { start: number; end: number } {
    const { start, end } = doc.tokens[token]!;
    return { start, end };
  }

  function write({ token, holder, grades, by }: Found["judgement"], target: ConceptTarget, concept: number) {
    const cluster = governmentOf(actors.clusterOf(holder));
    // Laws and reports hold nothing: what they say is their makers' will.
    if (cluster < 0 || INANIMATE.has(doc.clusters[actors.clusterOf(holder)]!.entityType)) return undefined;
    const hedged = grades.hedged || target.hedged;
    const weak = (hedged ? 0.85 : 1) * (grades.conditional ? 0.8 : 1) * (grades.negated ? 0.8 : 1);
    const { start, end } = doc.sentences[tree.sentence(token)]!;
    const polarity: Polarity = target.sign > 0 ? "support" : target.sign < 0 ? "oppose" : "mixed";
    const stance: ConceptStance = {
      kind: "stance",
      holder: { cluster, mention: holder },
      concept,
      polarity,
      explicit: by !== "speaker" || speakers.attributionAt(token) >= 0,
      hedged,
      negated: grades.negated,
      conditional: grades.conditional,
      confidence: Math.round(Math.min(0.95, target.strength * weak * (by === "speaker" ? 0.8 : 1)) * 100) / 100,
      cue: [spanAt(token)],
      chain: speakers.chainAt(token),
      evidence: { docId: doc.id, start, end, quote: doc.text.slice(start, end) },
      reason: `${target.path}${by === "speaker" ? ", said by the source" : ""}${grades.negated ? ", negated" : ""}`,
    };
    return stance;
  }
}

function isAct(kind: ConceptKind | undefined): boolean {
  return kind === "act" || kind === "measure";
}

function keyOf({ head, words, named }: ConceptMention): string {
  return `${head} ${words.join(" ")} ${named.join(" ")}`;
}

/** Sorts concepts and stances by place and renumbers what points to them; concepts that no stance is about are left out. */
function inTextOrder(concepts: readonly ConceptMention[], stances: readonly ConceptStance[]) {
  const used = [...new Set(stances.map(({ concept }) => concept))].sort(
    (a, b) => compareSpans(concepts[a]!, concepts[b]!) || a - b,
  );
  const place = new Map(used.map((concept, index) => [concept, index]));
  return {
    concepts: used.map((concept) => concepts[concept]!),
    conceptStances: stances
      .map((stance) => ({ ...stance, concept: place.get(stance.concept)! }))
      .sort(
        (a, b) => a.evidence.start - b.evidence.start || a.concept - b.concept || a.holder.mention - b.holder.mention,
      ),
  };
}
