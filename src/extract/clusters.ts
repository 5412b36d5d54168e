import type { Cluster, Component, Doc, Mention } from "../core/index.ts";
import { type Tree, treeOf } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { findContextCountry, needsCountry } from "./clusters-context.ts";
import { describeCluster, findCountryEnds } from "./clusters-describe.ts";
import { findFightersBody } from "./clusters-fighters.ts";
import { linkNames } from "./clusters-names.ts";
import { findPrincipal } from "./clusters-speaks.ts";
import type { CorefEntity } from "./coref-entities.ts";
import { type CorefModel, createModelChooser } from "./coref-model.ts";
import { type Resolution, resolveMentions } from "./coref-resolver.ts";
import type { Pronoun } from "./pronouns.ts";
import { findAddressee, findQuotes, findSpeaker, findTopic, quoteOfTokens } from "./quotes.ts";

type ClusterInput = "tokens" | "sentences" | "tags" | "lemmas" | "syntax" | "mentions";

export interface ClusterOptions {
  readonly lexicon: ActorLexicon;
  readonly model: CorefModel;
}

/**
 * Groups the mentions of a document by what they point to: names with their short forms, acronyms and demonyms,
 * appositions, noun phrases, pronouns, and "I" and "we" of quotations with the speaker. Every mention is in exactly
 * one cluster. Assigns `clusters`, in the order of their first mentions.
 */
export function createClusters(options: ClusterOptions): Component<ClusterInput, "clusters"> {
  return {
    name: "en.clusters",
    requires: ["tokens", "sentences", "tags", "lemmas", "syntax", "mentions"],
    assigns: ["clusters"],
    run: (doc) => ({ clusters: findClusters(doc, options) }),
  };
}

/** All clusters of the document. */
export function findClusters(doc: Doc<ClusterInput>, { lexicon, model }: ClusterOptions): Cluster[] {
  const tree = treeOf(doc);
  const { mentions } = doc;
  const groupOf = linkNames(tree, mentions, lexicon);
  const resolution = resolveMentions(tree, mentions, groupOf, lexicon, createModelChooser(model));
  const entityOf = joinSpeakers(tree, mentions, resolution);
  const members = new Map<number, number[]>();
  mentions.forEach((_, m) => {
    const entity = entityOf[m]!;
    const list = members.get(entity);
    if (list) list.push(m);
    else members.set(entity, [m]);
  });
  const countryEnds = findCountryEnds(tree, mentions);
  const numberOf = new Map([...members.keys()].map((entity, c) => [entity, c]));
  const clusters = [...members.values()].map((list) => describeCluster(tree, mentions, list, lexicon, countryEnds));
  const mentionAt = indexByHead(mentions);
  const countries = mentions.flatMap((mention, m) => (isCountry(mention, lexicon) ? [m] : []));
  const isBody = (m: number) => mentions[m]!.entityType === "organization" || mentions[m]!.entityType === "group";
  const principalOf = (mention: Mention): number => {
    const principal = findPrincipal(tree, mention, lexicon.roles, mentionAt, isBody);
    if (principal >= 0) return principal;
    if (needsCountry(tree, mention)) return findContextCountry(tree, mentions, mention, countries);
    return findFightersBody(tree, mentions, mention);
  };
  return clusters.map((cluster, c) => {
    if (cluster.named) return cluster;
    for (const m of cluster.mentions) {
      const principal = principalOf(mentions[m]!);
      const speaksFor = principal < 0 ? -1 : numberOf.get(entityOf[principal]!)!;
      if (speaksFor >= 0 && speaksFor !== c) return { ...cluster, speaksFor };
    }
    return cluster;
  });
}

function isCountry({ kind, canonical, entityType }: Mention, { countries }: ActorLexicon): boolean {
  return (
    kind === "name" && entityType === "place" && canonical !== undefined && countries.byName(canonical) !== undefined
  );
}

/** "I", "we" and the like inside a quotation point to whoever speaks it, "you" to whoever the sentence says is told, and "she" in what "Roe said of Jane Doe" to her. */
function joinSpeakers(tree: Tree, mentions: readonly Mention[], { entityOf, nodes, entities }: Resolution): Int32Array {
  const quotes = findQuotes(tree);
  const quoteOf = quoteOfTokens(quotes, tree.doc.tokens.length);
  const mentionAt = indexByHead(mentions);
  const result = Int32Array.from(entityOf);
  const speakers = new Map<number, number>();
  const addressees = new Map<number, number>();
  const topics = new Map<number, number>();
  let running = -1;
  let addressed = -1;
  let runningBlock = -1;
  quotes.forEach((quote, q) => {
    const token = findSpeaker(tree, quote, quoteOf);
    const { block } = tree.doc.sentences[tree.sentence(quote.firstToken)]!;
    const mention = token < 0 ? -1 : mentionAt(token);
    // A quotation without a speaker of its own goes on with the one before it in the same or the next paragraph.
    if (mention >= 0) running = entityOf[mention]!;
    else if (token >= 0 || block > runningBlock + 1) running = -1;
    const told = findAddressee(tree, token)
      .map(mentionAt)
      .find((m) => m >= 0);
    if (told !== undefined) addressed = entityOf[told]!;
    else if (token >= 0 || block > runningBlock + 1) addressed = -1;
    const topic = findTopic(tree, token)
      .map(mentionAt)
      .find((m) => m >= 0);
    if (topic !== undefined) topics.set(q, entityOf[topic]!);
    runningBlock = block;
    if (running >= 0) speakers.set(q, running);
    if (addressed >= 0) addressees.set(q, addressed);
  });
  for (const { mention, pronoun, head } of nodes) {
    const topic = mention < 0 || !pronoun ? undefined : topics.get(quoteOf[head]!);
    if (
      topic !== undefined &&
      mayBeTopic(pronoun!, entities[topic]!) &&
      !isInQuote(entityOf[mention]!, quoteOf[head]!)
    ) {
      result[mention] = topic;
      continue;
    }
    if (mention < 0 || (pronoun?.kind !== "i" && pronoun?.kind !== "we" && pronoun?.kind !== "you")) continue;
    const speaker = (pronoun.kind === "you" ? addressees : speakers).get(quoteOf[head]!);
    if (speaker === undefined) continue;
    // A country or company says "we"; one person's "I" is never a group's.
    if (pronoun.kind === "i" && entities[speaker]!.plural) continue;
    result[mention] = speaker;
  }
  return result;

  /** Whether a name or noun of the quotation itself is what the pronoun was found to point to. */
  function isInQuote(entity: number, quote: number): boolean {
    return nodes.some((node) => !node.pronoun && quoteOf[node.head] === quote && entityOf[node.mention] === entity);
  }
}

/** "He" and "she" are said of a person of that sex, "it" of anything else. */
function mayBeTopic({ kind, gender }: Pronoun, topic: CorefEntity): boolean {
  if (topic.plural || !topic.named) return false;
  if (kind === "it") return topic.type !== "person";
  if (kind !== "he" && kind !== "she") return false;
  return topic.type === "person" && (topic.gender === "unknown" || topic.gender === gender);
}

/** Index of the mention that a token heads: of several, a name first, then the longest; -1 if none. */
function indexByHead(mentions: readonly Mention[]): (token: number) => number {
  const byHead = new Map<number, number>();
  mentions.forEach((mention, m) => {
    const known = byHead.get(mention.head);
    if (known === undefined || (mention.kind === "name" && mentions[known]!.kind !== "name"))
      byHead.set(mention.head, m);
  });
  return (token) => byHead.get(token) ?? -1;
}
