import type { Cluster, Mention } from "../core/index.ts";
import type { Countries, Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import { nameWords } from "./aliases.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";

/** Somebody whom a word such as "anti-Orvik" puts on a side. */
export interface Affixed {
  /** Token of the word. */
  readonly token: number;
  readonly holder: number;
  /** A mention of the name inside the word, elsewhere in the document. */
  readonly target: number;
  readonly sign: -1 | 1;
}

const AFFIXED = /^(pro|anti)[-‐‑–](\p{Lu}.*)$/iu;
/** What shows on which side its owner is: "the Tocca anti-Orvik campaign". Camps and crowds have minds of their own. */
const ATTITUDES = new Set(
  (
    "campaign stance policy rhetoric sentiment position line agenda crusade drive push effort propaganda measure law " +
    "legislation sanction alliance coalition tweet tirade remark comment statement speech view bias ad attitude message " +
    "platform feeling hysteria racism bashing editorial plan strategy move action diatribe outburst slogan song " +
    "bill resolution leaning credentials prejudice hostility animus axis offensive operation"
  ).split(" "),
);

/**
 * "the pro-Orvik Front", "Lee's anti-Orvik campaign", "Lee is anti-Orvik": which side a word of two parts puts those on
 * whom it is said of. The name inside it must be one that the document has elsewhere.
 */
export function findAffixed(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  grader: Grader,
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
  countries: Countries,
): Affixed[] {
  const found: Affixed[] = [];
  for (let token = 0; token < tree.doc.tokens.length; token++) {
    const parts = AFFIXED.exec(tree.form(token));
    if (!parts || actors.isInName(token)) continue;
    const target = nearestOf(clusterNamed(parts[2]!), token);
    if (target < 0) continue;
    const { negated, supposed, question } = grader.grade(token);
    if (negated || supposed || question) continue;
    const sign = parts[1]!.toLowerCase() === "pro" ? 1 : -1;
    for (const holder of holdersOf(token)) found.push({ token, holder, target, sign });
  }
  return found;

  /** Those whom the word is said of, and whoever has or issues what it is said of. */
  function holdersOf(word: number): readonly number[] {
    const noun = tree.head(word);
    const isPredicate = tree.child(word, "cop") >= 0;
    const said = frames.fillers(word, "attr").filter((filler) => isPredicate || filler === noun);
    // "the pro-Orvik Tocca Front": the parser may make the word a part of the name.
    const bearers = said.length === 0 && tree.rel(word) === "compound" && noun > word ? [noun] : said;
    return [...new Set(bearers.filter((bearer) => isPredicate || isNear(word, bearer)).flatMap(actorsAt))];
  }

  /** A name further on is the word's only with nouns before it: "the pro-Orvik shop steward Lee". */
  function isNear(word: number, noun: number): boolean {
    if (!actors.isInName(noun)) return true;
    const { firstToken } = mentions[actors.mentionAt(noun)]!;
    return firstToken - word <= 2 || tree.pos(firstToken - 1) === "NOUN";
  }

  /** The actor that the noun is, is called or describes; of an attitude whoever has it. */
  function actorsAt(noun: number): readonly number[] {
    const own = actors.mentionAt(noun);
    // "Lee, an anti-Orvik Republican": it is no word of the party.
    if (own >= 0 && mentions[own]!.demonym)
      return frames.fillers(noun, "attr").flatMap((filler) => named(actors.mentionAt(filler)));
    const isActor = actors.isInName(noun) || ATTITUDES.has(tree.lemma(noun));
    if (isActor || (own >= 0 && clusters[actors.clusterOf(own)]?.named)) return actors.actorsOf(noun);
    return actors.actorsOf(noun).filter((actor) => isBehind(noun, actor));
  }

  function named(mention: number): readonly number[] {
    return mention >= 0 && actors.isActor(mention) ? [mention] : [];
  }

  /** "the pro-Orvik lawmaker | Ann Lee", "a pro-Orvik group, the Friends". */
  function isBehind(noun: number, actor: number): boolean {
    const { firstToken, head } = mentions[actor]!;
    return firstToken === noun + 1 || (head > noun && tree.head(head) === noun && tree.rel(head) === "appos");
  }

  /** The cluster that the document knows by this name, -1 for none or several. */
  function clusterNamed(name: string): number {
    const place = countries.byName(name) ?? countries.placeOfDemonym(name) ?? countries.regionByName(name);
    const words = nameWords(place?.name ?? name).join(" ");
    const whole = having((text) => text === words);
    if (whole.length > 0) return whole.length === 1 ? whole[0]! : -1;
    const state = (countries.byCapital(name) ?? countries.byMetonym(name))?.name;
    const asState = state === undefined ? [] : having((text) => text === nameWords(state).join(" "));
    if (asState.length > 0) return asState.length === 1 ? asState[0]! : -1;
    const bySurname = having((text, { entityType }) => entityType === "person" && text.endsWith(` ${words}`));
    return bySurname.length === 1 ? bySurname[0]! : -1;
  }

  function having(fits: (text: string, cluster: Cluster) => boolean): number[] {
    return clusters.flatMap((cluster, index) => {
      const texts = cluster.named ? [cluster.name, ...cluster.aliases] : [];
      return texts.some((text) => fits(nameWords(text).join(" "), cluster)) ? [index] : [];
    });
  }

  function nearestOf(cluster: number, token: number): number {
    let best = -1;
    for (const m of clusters[cluster]?.mentions ?? []) {
      const isNearer = best < 0 || Math.abs(mentions[m]!.head - token) < Math.abs(mentions[best]!.head - token);
      if (mentions[m]!.kind === "name" && isNearer) best = m;
    }
    return best;
  }
}
