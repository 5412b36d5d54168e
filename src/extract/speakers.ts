import { type Attribution, type ChainLink, type Cluster, covers, type Mention, type Span } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import { readSource } from "./chain-sources.ts";
import type { Composer } from "./composition.ts";
import type { Frames } from "./frames.ts";
import { firstTokenAt } from "./token-spans.ts";
import { findTurns, type Turn } from "./transcripts.ts";

/** Who is speaking at a token, and the chain of those who report it. */
export interface Speakers {
  /** The actor whose words or thoughts the token stands in, or -1 for the document's own voice. */
  speakerAt(token: number): number;
  /** As `speakerAt`, or the named members of a group that speaks: "the plaintiffs, including X and Y, say". */
  speakersAt(token: number): number[];
  /** Index of the innermost attribution whose content holds the token, or -1. */
  attributionAt(token: number): number;
  /** All attributions around the token, outermost first. */
  chainAt(token: number): ChainLink[];
}

/** Nouns for those who speak for a state without its being said which. */
const STATE_SPEAKERS = new Set(
  "official policymaker minister lawmaker diplomat regulator prosecutor ministry government".split(" "),
);
/** Organizations that are spoken to as bodies, and do not report what they hear. */
const ASSEMBLIES =
  /\b(?:council|congress|parliament|senate|committee|commission|court|house|assembly|ministry|department|union|conference|inquiry|panel|board|party|police)\b/i;
/** How many sentences back the country of an unnamed official is looked for. */
const MEMORY = 4;

export function createSpeakers(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  composer: Composer,
  attributions: readonly Attribution[],
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
  isCountry: (name: string) => boolean,
): Speakers {
  const { tokens, text } = tree.doc;
  const turns = findTurns(tree);
  const around = attributionsByToken(tree, attributions);

  /** The actors behind an attribution's source: a name, who an official speaks for, who issued the report. */
  function sourceActorsOf({ source, sourceMention, content }: Attribution): readonly number[] {
    if (sourceMention >= 0 && actors.isActor(sourceMention)) return [sourceMention];
    for (let t = 0; t < tokens.length; t++) {
      // The source's head is the one token whose own head lies outside the span.
      if (!source.some((span) => covers(span, tokens[t]!))) continue;
      const head = tree.head(t);
      if (head >= 0 && source.some((span) => covers(span, tokens[head]!))) continue;
      const found = actors.actorsOf(t);
      if (found.length > 0) return found;
      if (!STATE_SPEAKERS.has(tree.lemma(t))) continue;
      const state = stateBehind(t, content);
      return state < 0 ? [] : [state];
    }
    return [];
  }

  /**
   * The country that an official without one speaks for: the one that acts in what the official says, else the last
   * one before that acts or has something. Officials are mostly quoted in passages about their own country.
   */
  function stateBehind(speaker: number, content: readonly Span[]): number {
    const said = states.find(
      (mention) => content.some((span) => covers(span, mentions[mention]!)) && isSubject(mention),
    );
    if (said !== undefined) return said;
    const sentence = tree.sentence(speaker);
    const before = states.filter((mention) => {
      const distance = sentence - mentions[mention]!.sentence;
      return distance >= 0 && distance <= MEMORY && mentions[mention]!.head < speaker;
    });
    return before.filter(isSubject).at(-1) ?? before.at(-1) ?? -1;
  }
  const states = mentions.flatMap((mention, index) => {
    const cluster = clusters[actors.clusterOf(index)];
    return mention.kind === "name" && cluster?.named && isCountry(cluster.name) ? [index] : [];
  });
  const isSubject = (mention: number) => tree.rel(mentions[mention]!.head) === "nsubj";
  const sourceActors = new Map<number, readonly number[]>();
  function actorsOfAttribution(index: number): readonly number[] {
    let found = sourceActors.get(index);
    if (!found) {
      found = sourceActorsOf(attributions[index]!);
      sourceActors.set(index, found);
    }
    return found;
  }

  /** A verb or noun of saying or thinking whose clause the token stands in, nearer than any attribution. */
  function localSpeakers(token: number): number[] {
    let child = token;
    for (let head = tree.head(token); head >= 0; child = head, head = tree.head(head)) {
      const rel = tree.rel(child);
      if (rel !== "ccomp" && rel !== "xcomp" && rel !== "acl" && rel !== "advcl") continue;
      for (const sense of composer.sensesOf(head)) {
        if (sense.kind !== "say" && sense.kind !== "think") continue;
        if (!frames.fillers(head, "comp").includes(child)) continue;
        const holders = composer.holdersOf(head, sense);
        if (holders.length > 0) return holders;
      }
    }
    return [];
  }

  /** "told the Journal": the paper that someone spoke to stands behind the report of it. */
  function mediumOf({ cueHead }: Attribution): ChainLink | undefined {
    if (tree.lemma(cueHead) !== "tell") return undefined;
    const heard = tree.childrenBy(cueHead, "iobj", "obj").map((token) => actors.mentionAt(token));
    const mention = heard.find((one) => one >= 0 && mentions[one]!.kind === "name");
    const cluster = mention === undefined ? -1 : actors.clusterOf(mention);
    if (mention === undefined || clusters[cluster]?.entityType !== "organization") return undefined;
    const source = read(text, mentions[mention]!);
    if (ASSEMBLIES.test(source)) return undefined;
    return { source, sourceKind: "institution", cluster, cue: read(text, tokens[cueHead]!) };
  }

  function speakersAt(token: number): number[] {
    const local = localSpeakers(token);
    if (local.length > 0) return local;
    const [innermost] = around(token);
    const turn = turnAt(token);
    // What is reported inside a turn is nearer than the turn, and "the transcript follows" is not.
    if (turn && !(innermost !== undefined && isInside(innermost, turn))) {
      const speaker = actors.mentionAt(turn.label);
      return speaker >= 0 && actors.isActor(speaker) ? [speaker] : [];
    }
    if (innermost !== undefined) return [...actorsOfAttribution(innermost)];
    const labelled = labelBefore(token);
    return labelled < 0 ? [] : [labelled];
  }

  function turnAt(token: number): Turn | undefined {
    return turns.find(({ firstToken, endToken }) => firstToken <= token && token < endToken);
  }

  function turnLink({ label }: Turn): ChainLink {
    const mention = actors.mentionAt(label);
    const cluster = mention >= 0 ? actors.clusterOf(mention) : -1;
    return {
      source: read(text, mention >= 0 ? mentions[mention]! : tokens[label]!),
      sourceKind: sourceKind(clusters[cluster], mentions[mention]),
      cluster,
      cue: ":",
    };
  }

  function isInside(attribution: number, turn: Turn): boolean {
    const { start } = tokens[turn.firstToken]!;
    const { end } = tokens[turn.endToken - 1]!;
    return attributions[attribution]!.content.every((span) => span.start >= start && span.end <= end);
  }

  /** "Greenpeace: plan is a mistake": in headlines and transcripts a name and a colon open what the named one says. */
  function labelBefore(token: number): number {
    const { firstToken } = tree.doc.sentences[tree.sentence(token)]!;
    const mention = actors.mentionAt(firstToken);
    if (mention < 0 || !actors.isActor(mention)) return -1;
    const { endToken } = mentions[mention]!;
    return endToken < token && tree.form(endToken) === ":" ? mention : -1;
  }

  return {
    speakerAt: (token) => speakersAt(token)[0] ?? -1,
    speakersAt,
    attributionAt: (token) => around(token)[0] ?? -1,
    chainAt(token) {
      const turn = turnAt(token);
      const reports = [...around(token)].reverse().filter((index) => !turn || isInside(index, turn));
      const links = reports.flatMap((index): ChainLink[] => {
        const attribution = attributions[index]!;
        const mention = attribution.sourceMention;
        const cluster = mention >= 0 ? actors.clusterOf(mention) : -1;
        const source = readSource(tree, attribution);
        const link: ChainLink = {
          source: source === "" ? "unnamed source" : source,
          sourceKind: sourceKind(clusters[cluster], mentions[mention]),
          cluster,
          cue: attribution.cue.map((span) => read(text, span)).join(" … "),
        };
        const medium = mediumOf(attribution);
        return medium ? [medium, link] : [link];
      });
      return turn ? [turnLink(turn), ...links] : links;
    },
  };
}

function sourceKind(cluster: Cluster | undefined, mention: Mention | undefined): ChainLink["sourceKind"] {
  if (!cluster?.named) return "unnamed";
  return (cluster.entityType ?? mention?.entityType) === "person" ? "named" : "institution";
}

function read(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, " ");
}

/** For every token the attributions whose content holds it, innermost (shortest) first. */
function attributionsByToken(tree: Tree, attributions: readonly Attribution[]): (token: number) => readonly number[] {
  const { tokens } = tree.doc;
  const around: number[][] = [];
  const none: readonly number[] = [];
  const length = (index: number) => attributions[index]!.content.reduce((sum, span) => sum + span.end - span.start, 0);
  attributions.forEach((attribution, index) => {
    for (const span of attribution.content) {
      for (let t = firstTokenAt(tokens, span.start); t < tokens.length && tokens[t]!.end <= span.end; t++) {
        const list = around[t];
        if (!list) around[t] = [index];
        else if (!list.includes(index)) list.push(index);
      }
    }
  });
  for (const list of around) list?.sort((a, b) => length(a) - length(b) || a - b);
  return (token) => around[token] ?? none;
}
