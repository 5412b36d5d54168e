import type { Cluster, Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Frames } from "./frames.ts";
import { partyBehind } from "./parties.ts";
import { personDescribed } from "./party-descriptions.ts";
import { givesExamples, isListed } from "./predicate-forms.ts";

/** Finds the actor that a token stands for: itself, or whoever is behind the thing that it names. */
export interface Actors {
  /** Index of the mention headed by the token, or that holds it as part of a name; -1 if none. */
  mentionAt(token: number): number;
  /** Whether the token is part of a name. */
  isInName(token: number): boolean;
  /** Whether the mention's cluster has, or speaks for, a name. */
  isActor(mention: number): boolean;
  /** Cluster of the mention, or -1. */
  clusterOf(mention: number): number;
  /** The actor named by the phrase that the token heads: "the US campaign" → US, "a report by X" → X; -1 if none. */
  actorOf(token: number): number;
  /** As `actorOf`, or the named members of a group: "states led by X", "firms such as X and Y". Empty if none. */
  actorsOf(token: number): readonly number[];
  /** The named members of a group: "firms such as X and Y", "two firms, X and Y", "states led by X". Empty if none. */
  membersOf(token: number): number[];
}

/** Where to look for whoever is behind a thing, nearest first. */
const BEHIND = ["poss", "by", "compound", "from", "of", "lent"];
/** Nouns that a person's name follows without a comma, wherever the parser hangs it: "front-runner Jane Roe". */
const ROLE_NOUN =
  /(?:(?:[^mt]|^)er|[^i]or|ist|man|woman|ee|minister|reporter|supporter|fighter|tant|udent|ident|agent|opponent|ian|chief|host|star|wife|husband|son|friend|ally|rival|hopeful|judge|coach|boss)$/;
/** Those who act for others by profession: "lawyers for X". */
const ADVOCATES = new Set("lawyer attorney counsel spokesman spokeswoman spokesperson representative agent".split(" "));
/** What a publication prints as its own: "a study in the Lancet". */
const PRINTED = new Set("study article report editorial paper investigation analysis review".split(" "));
/** Prepositions that give examples of a group. */
const LISTING = ["include", "including", "such", "like"];
/** Participles whose agent speaks for a group: "states led by X". */
const LEADING = new Set(["lead", "head", "spearhead", "represent", "front"]);
/** Participles that give a name. */
const CALLED = new Set(["know", "call", "name", "dub", "term"]);
/** Nouns and numbers that take a part of a group. */
const PARTS = new Set(["one", "some", "part", "member", "several", "two", "three", "most", "many"]);

export function createActors(
  tree: Tree,
  frames: Frames,
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
): Actors {
  const byHead = new Map<number, number>();
  const inName = new Map<number, number>();
  const clusterOf = new Int32Array(mentions.length).fill(-1);
  clusters.forEach((cluster, index) => {
    for (const mention of cluster.mentions) clusterOf[mention] = index;
  });
  mentions.forEach((mention, index) => {
    const rival = byHead.get(mention.head);
    // A phrase and the name inside it can share their head; the name says more.
    if (rival === undefined || (mention.kind === "name" && mentions[rival]!.kind !== "name"))
      byHead.set(mention.head, index);
    if (mention.kind !== "name") return;
    for (let t = mention.firstToken; t < mention.endToken; t++) if (!inName.has(t)) inName.set(t, index);
  });

  const mentionAt = (token: number): number => byHead.get(token) ?? inName.get(token) ?? -1;

  function isActor(mention: number): boolean {
    return clusters[partyBehind(clusters, clusterOf[mention] ?? -1)]?.named ?? false;
  }

  function actorOf(token: number, depth = 0): number {
    const own = mentionAt(token);
    const member = own < 0 ? -1 : personDescribed(tree, mentions, mentions[own]!, (t) => inName.get(t) ?? -1);
    if (member >= 0) return member;
    const described = own >= 0 && mentions[own]!.kind === "name" ? -1 : describedBy(token);
    if (described >= 0) return described;
    if (own >= 0 && isActor(own)) return own;
    for (const apposed of tree.childrenBy(token, "appos")) {
      const named = mentionAt(apposed);
      if (named >= 0 && isActor(named)) return named;
    }
    const subject = subjectOfDescription(token);
    if (subject >= 0) return subject;
    // An unknown person is nobody's mouthpiece here: clusters already say for whom officials speak.
    if (depth > 2 || (own >= 0 && mentions[own]!.entityType === "person")) return -1;
    // "Chile's Televisa network": the name that the noun bears goes before whose it is.
    const borne = token > 0 ? (inName.get(token - 1) ?? -1) : -1;
    if (borne >= 0 && isActor(borne) && mentions[borne]!.entityType === "organization") {
      const { head } = mentions[borne]!;
      if (tree.head(head) === token && tree.rel(head) === "compound") return borne;
    }
    for (const role of rolesBehind(token)) {
      for (const filler of frames.fillers(token, role)) {
        const actor = role === "of" && tree.pos(token) === "VERB" ? -1 : actorOf(filler, depth + 1);
        if (actor >= 0) return actor;
      }
    }
    return -1;
  }

  function rolesBehind(token: number): readonly string[] {
    const lemma = tree.lemma(token);
    if (ADVOCATES.has(lemma)) return ["for", ...BEHIND];
    // "a study in the Lancet"
    const isPrinted = PRINTED.has(lemma) && frames.fillers(token, "in").some((t) => isOrganization(mentionAt(t)));
    return isPrinted ? ["poss", "by", "in"] : BEHIND;
  }

  function isOrganization(mention: number): boolean {
    return mention >= 0 && mentions[mention]!.kind === "name" && mentions[mention]!.entityType === "organization";
  }

  /** "Roe is a liar and a bully who attacked X": whom the noun with the relative clause, or the first of a list, describes. */
  function subjectOfDescription(token: number): number {
    if (tree.pos(token) !== "NOUN" || tree.child(token, "acl:relcl") < 0) return -1;
    let noun = token;
    while (tree.rel(noun) === "conj" && tree.pos(tree.head(noun)) === "NOUN") noun = tree.head(noun);
    const subject = tree.child(noun, "cop") < 0 ? -1 : tree.child(noun, "nsubj");
    if (subject < 0 || tree.childrenBy(noun, "advmod").some((t) => tree.lemma(t) === "not")) return -1;
    const named = mentionAt(subject);
    return named >= 0 && isActor(named) ? named : -1;
  }

  /** "coal-producer West Virginia", "hopeful Jane Roe", "Gov. Roe": the name right behind the noun that describes it. */
  function describedBy(noun: number): number {
    if (
      (tree.pos(noun) !== "NOUN" && tree.pos(noun) !== "PROPN") ||
      inName.has(noun) ||
      noun + 1 >= tree.doc.tokens.length
    )
      return -1;
    const named = inName.get(noun + 1) ?? -1;
    if (named < 0 || mentions[named]!.firstToken !== noun + 1 || !isActor(named)) return -1;
    if (mentions[named]!.demonym || tree.sentence(noun + 1) !== tree.sentence(noun)) return -1;
    const { head, entityType } = mentions[named]!;
    if (entityType === "person" && tree.pos(noun) === "NOUN" && ROLE_NOUN.test(tree.lemma(noun))) return named;
    if (tree.head(head) === noun) return /^(?:flat|appos|compound|nmod)$/.test(tree.rel(head)) ? named : -1;
    return tree.head(head) === tree.head(noun) && !/^i?obj$/.test(tree.rel(noun)) ? named : -1;
  }

  /** Names that the phrase itself gives as examples or leaders of a group. */
  function membersOf(group: number): number[] {
    const led = tree.childrenBy(group, "acl").filter((t) => LEADING.has(tree.lemma(t)));
    // "a trade deal, known as X"
    const called = tree.childrenBy(group, "acl").filter((t) => CALLED.has(tree.lemma(t)));
    const tokens = [
      ...called.flatMap((t) => tree.childrenBy(t, "obl", "obj", "xcomp")),
      // A singular noun has one name; what else stands in apposition describes it.
      ...(tree.xpos(group) === "NNS"
        ? tree.childrenBy(group, "appos")
        : tree.childrenBy(group, "appos").slice(0, 1)
      ).flatMap((t) => [t, ...tree.childrenBy(t, "conj")]),
      ...LISTING.flatMap((role) => frames.fillers(group, role)),
      ...tree
        .childrenBy(group, "nmod")
        .flatMap((t) => [...(givesExamples(tree, t) ? [t] : []), ...tree.childrenBy(t, "conj")])
        .filter((t) => tree.rel(t) === "nmod" || isListed(tree, t) || givesExamples(tree, tree.head(t))),
      ...led.flatMap((t) => frames.fillers(t, "by")),
    ];
    const described = describedBy(group);
    if (described >= 0) return [described];
    return [...tokens, ...namesBehind(group)].map((token) => actorOf(token)).filter((actor) => actor >= 0);
  }

  /** "Roe's favorite columnist is Jane Doe": the name that a copula gives the noun. */
  function namesBehind(noun: number): number[] {
    const name = tree.dep(noun) === "nsubj" && tree.pos(noun) === "NOUN" ? tree.head(noun) : -1;
    return name >= 0 && inName.has(name) && tree.child(name, "cop") >= 0 && tree.child(name, "case") < 0 ? [name] : [];
  }

  /** "Oklahoma, one of the states suing …": the noun in apposition, or the part of a group that it is taken from. */
  function wholeOf(token: number): number {
    let at = token;
    // "Texas, one of the states suing X, filed": a part right behind a comma and a name, whatever it hangs on.
    const before = PARTS.has(tree.lemma(at)) || tree.rel(at) === "nmod" ? partBefore(at) : -1;
    if (before >= 0) return before;
    if (tree.rel(at) === "nmod" && PARTS.has(tree.lemma(tree.head(at)))) at = tree.head(at);
    if (tree.rel(at) !== "appos") return -1;
    const named = mentionAt(tree.head(at));
    return named >= 0 && isActor(named) ? named : -1;
  }

  function partBefore(token: number): number {
    const part = tree.rel(token) === "nmod" && PARTS.has(tree.lemma(tree.head(token))) ? tree.head(token) : token;
    if (!PARTS.has(tree.lemma(part)) || part < 2 || tree.form(part - 1) !== ",") return -1;
    const named = inName.get(part - 2) ?? -1;
    return named >= 0 && isActor(named) ? named : -1;
  }

  /** "Israeli and Saudi leaders": those that the adjectives name, where there are several. */
  function nationsOf(token: number): number[] {
    const nations = frames
      .fillers(token, "compound")
      .map(mentionAt)
      .filter((mention) => mention >= 0 && mentions[mention]!.demonym && isActor(mention));
    return nations.length > 1 ? nations : [];
  }

  const known = new Map<number, readonly number[]>();
  function actorsOf(token: number): readonly number[] {
    let found = known.get(token);
    if (!found) {
      found = readActors(token);
      known.set(token, found);
    }
    return found;
  }

  function readActors(token: number): number[] {
    const nations = tree.pos(token) === "NOUN" ? nationsOf(token) : [];
    if (nations.length > 0) return nations;
    const own = actorOf(token);
    const members = own < 0 || mentionAt(token) !== own || mentions[own]!.kind !== "name" ? membersOf(token) : [];
    // "two senators, X and Y": the names say more than what they have in common.
    if (own >= 0 && members.length < 2) return [own];
    if (members.length > 0) return [...new Set(members)];
    const whole = wholeOf(token);
    return whole >= 0 ? [whole] : [];
  }

  return {
    mentionAt,
    isInName: (token) => inName.has(token),
    isActor,
    clusterOf: (mention) => clusterOf[mention] ?? -1,
    actorOf: (token) => actorOf(token),
    actorsOf,
    membersOf: (token) => [...new Set(membersOf(token))],
  };
}
