import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { Frames } from "./frames.ts";
import type { Grader } from "./grades.ts";
import { isTime } from "./recall.ts";
import { LIGHT_VERBS, MAKING_VERBS } from "./word-classes.ts";

/** Finds whose "the plan", "that argument" or "the ruling" is, when an earlier sentence says so. */
export interface Owners {
  /** Tokens of those whose thing the definite noun names, empty where nothing before tells. */
  ownersOf(noun: number): readonly number[];
}

/** How many sentences back a thing is looked for, besides the document's first. */
const MEMORY = 5;
/** So many sentences back the nearest is meant, whatever the document is about. */
const NEAR = 2;
const LEAD = 2;
const DEFINITE = new Set(["the", "this", "that", "these", "those", "such"]);

/** Nouns that a text uses of one thing, and the verbs whose subject brings it about. */
const THINGS = [
  {
    nouns: "ruling decision judgment judgement verdict sentence order opinion injunction finding",
    verbs: "rule find decide order uphold overturn convict sentence acquit dismiss reject block strike hold grant deny",
  },
  {
    nouns:
      "plan proposal bill idea measure legislation amendment scheme initiative blueprint policy reform budget law statute " +
      "rule regulation ordinance procedure practice decree tax tariff",
    verbs: "propose unveil suggest float draft sponsor table announce outline enact pass adopt introduce impose",
  },
  {
    nouns: "remark comment statement speech address claim allegation accusation argument assertion criticism words",
    verbs: "say tell claim argue allege contend assert insist accuse call describe charge suggest",
  },
  {
    nouns: "lawsuit suit case complaint motion petition challenge request appeal",
    verbs: "sue file ask petition appeal",
  },
  {
    nouns: "deal takeover merger acquisition bid offer purchase buyout transaction sale",
    verbs: "buy acquire bid offer purchase merge",
  },
  { nouns: "announcement decision move step action choice", verbs: "announce decide choose cancel end withdraw sign" },
  { nouns: "report study article story book editorial film ad advertisement video", verbs: "publish air report write" },
  { nouns: "demand ultimatum condition", verbs: "demand insist" },
  { nouns: "threat warning", verbs: "threaten warn" },
  {
    nouns: "attack strike raid offensive assault shelling bombing operation",
    verbs: "attack bomb shell raid invade strike",
  },
].map(({ nouns, verbs }) => ({ nouns: new Set(nouns.split(" ")), verbs: new Set(verbs.split(" ")) }));

/** Nouns for a deed just told. */
const SUMMARIES = new Set(
  "move decision step action gesture ruling policy measure choice punishment sanction proposal claim accusation allegation assertion charge statement suggestion threat announcement provocation plan request demand".split(
    " ",
  ),
);

const SAID = new Set(["claim", "accusation", "allegation", "statement", "suggestion", "threat", "charge", "assertion"]);

export function createOwners(tree: Tree, frames: Frames, actors: Actors, grader: Grader): Owners {
  const { sentences } = tree.doc;

  function ownersOf(noun: number): readonly number[] {
    if (tree.pos(noun) !== "NOUN") return [];
    if (isSummary(noun)) return doersBefore(noun);
    if (!isDefinite(noun)) return [];
    const lemma = tree.lemma(noun);
    const families = THINGS.filter(({ nouns }) => nouns.has(lemma));
    const isSame = (t: number) => {
      const other = tree.lemma(t);
      return other === lemma || families.some(({ nouns }) => nouns.has(other));
    };
    const isDoing = (t: number) => families.some(({ verbs }) => verbs.has(tree.lemma(t)));
    const read = (t: number): readonly number[] => {
      const pos = tree.pos(t);
      return pos === "NOUN" && isSame(t) ? ownersHere(t) : pos === "VERB" && isDoing(t) ? doersOf(t) : [];
    };
    const near = firstOwners(before(noun, NEAR), read);
    // Once others came between, "the lawsuit" is the one that the document is about.
    if (near.length > 0) return near;
    const lead = firstOwners(leadBefore(noun), read);
    return lead.length > 0 ? lead : firstOwners(before(noun, MEMORY), read);
  }

  function firstOwners(tokens: Iterable<number>, read: (token: number) => readonly number[]): readonly number[] {
    for (const t of tokens) {
      const owners = read(t);
      if (owners.length > 0) return owners;
    }
    return [];
  }

  /** "Roe closed the port, a move that …": an indefinite noun behind a comma sums up what the clause before it tells. */
  function isSummary(noun: number): boolean {
    if (!SUMMARIES.has(tree.lemma(noun))) return false;
    const { first } = tree.extent(noun);
    for (let t = noun - 1; t >= noun - 3 && t > 0; t--) {
      if (/^(?:a|an|another)$/i.test(tree.form(t))) return /^[,–—-]$/.test(tree.form(t - 1)) || first === t - 1;
    }
    return false;
  }

  /** Who does what the clause before the noun tells. */
  function doersBefore(noun: number): readonly number[] {
    let verb = tree.head(noun);
    while (verb >= 0 && tree.pos(verb) !== "VERB") verb = tree.head(verb);
    // "warned that prices would rise, a claim dismissed by …": whose claim it is says the verb above.
    const isSaid = SAID.has(tree.lemma(noun)) && verb >= 0 && tree.rel(verb) === "ccomp";
    if (isSaid && tree.pos(tree.head(verb)) === "VERB") verb = tree.head(verb);
    return verb < 0 || verb > noun ? [] : doersOf(verb);
  }

  function isDefinite(noun: number): boolean {
    return tree.childrenBy(noun, "det", "nmod:poss").some((t) => DEFINITE.has(tree.lemma(t)) || isTime(tree, t));
  }

  /** The tokens of so many sentences before the noun's, nearest first. */
  function* before(noun: number, reach: number): Generator<number> {
    const sentence = tree.sentence(noun);
    const first = sentences[Math.max(0, sentence - reach)]!.firstToken;
    for (let t = sentences[sentence]!.firstToken - 1; t >= first; t--) yield t;
  }

  /** The tokens of the document's first sentences, as far as they stand before the noun's. */
  function* leadBefore(noun: number): Generator<number> {
    const end = Math.min(
      sentences[tree.sentence(noun)]!.firstToken,
      sentences[Math.min(LEAD, sentences.length) - 1]!.endToken,
    );
    for (let t = 0; t < end; t++) yield t;
  }

  /** "Roe's plan", "the plan by Roe", "Roe unveiled a plan". */
  function ownersHere(noun: number): readonly number[] {
    for (const role of ["poss", "by", "from", "compound"]) {
      const found = named(frames.fillers(noun, role));
      if (found.length > 0) return found;
    }
    const verb = tree.head(noun);
    if (verb < 0 || !/^(?:obj|nsubj:pass)$/.test(tree.dep(noun))) return [];
    const lemma = tree.lemma(verb);
    return MAKING_VERBS.has(lemma) || LIGHT_VERBS.has(lemma) ? doersOf(verb) : [];
  }

  function doersOf(verb: number): readonly number[] {
    const { negated, supposed, question } = grader.grade(verb);
    return negated || supposed || question ? [] : named(frames.fillers(verb, "subj"));
  }

  function named(tokens: readonly number[]): readonly number[] {
    return tokens.filter((token) => actors.actorsOf(token).length > 0);
  }

  return { ownersOf };
}
