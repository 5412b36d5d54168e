import type { Tree } from "../language/index.ts";
import { framesOf } from "./frames.ts";
import { isInfinitive } from "./predicate-forms.ts";
import { isTime } from "./recall.ts";
import type { LexicalClass, Sense, StanceLexicon } from "./stance-lexicon.ts";
import { verbLemmas } from "./verb-forms.ts";
import { CONTESTS, ENDING_VERBS } from "./word-classes.ts";

/** To end an act or attitude is to act against it. */
const ENDING: Sense = {
  lemma: "end",
  wordClass: "v",
  kind: "act",
  holder: ["subj"],
  effects: [{ role: "obj", sign: -1, weight: 1 }],
  strength: 0.9,
  factuality: "act",
};
const MONEY = new Set(
  "money cash dollar euro pound yen yuan rupee franc million billion millions billions sum donation".split(" "),
);
/** What is sent to those whom one wants to help; "aid" in the lexicon's rows. */
const AID = new Set(
  (
    "arm weapon weaponry ammunition munition missile rocket tank drone jet aircraft helicopter plane mask equipment vehicle " +
    "mortar howitzer artillery gun rifle gear hardware supplies training intelligence relief food grain medicine vaccine " +
    "blanket funding fund loan assistance help support protection shelter refuge sanctuary haven troops soldier adviser " +
    "instructor rescuer doctor medic"
  ).split(" "),
);
/** A judgement of how something is done is a weaker one of who does it. */
const ADVERBIAL = 0.7;

/** The senses of a document's words, whoever its actors are. */
interface WordSenses {
  /** The best fitting phrasal reading alone where there is one. For an adverb: what it says unless its verb says something. */
  read(token: number): readonly Sense[];
}

const readTrees = new WeakMap<Tree, { lexicon: StanceLexicon; senses: WordSenses }>();

/** Looks words of a document up; the same object every time for the same tree and lexicon. */
function wordSensesOf(tree: Tree, lexicon: StanceLexicon): WordSenses {
  let known = readTrees.get(tree);
  if (known?.lexicon !== lexicon) {
    known = { lexicon, senses: createWordSenses(tree, lexicon) };
    readTrees.set(tree, known);
  }
  return known.senses;
}

const NONE: readonly Sense[] = [];

/**
 * Looks words of a document up in the lexicon: every token's senses, the best fitting phrasal reading alone. A word
 * inside a name says nothing of an attitude: "Clean Power Plan", "Justice Department".
 */
export function createSenseFinder(
  tree: Tree,
  lexicon: StanceLexicon,
  isInName: (token: number) => boolean,
): (token: number) => readonly Sense[] {
  const words = wordSensesOf(tree, lexicon);
  return function sensesOf(token): readonly Sense[] {
    const senses = words.read(token);
    if (senses.length === 0 || isInName(token)) return NONE;
    // "treated its pilots shamefully": the adverb judges, unless the verb itself does.
    return tree.pos(token) === "ADV" && sensesOf(tree.head(token)).length > 0 ? NONE : senses;
  };
}

function createWordSenses(tree: Tree, lexicon: StanceLexicon): WordSenses {
  const frames = framesOf(tree);
  const known: (readonly Sense[] | undefined)[] = new Array(tree.doc.tokens.length);

  function classesOf(token: number): readonly LexicalClass[] {
    switch (tree.pos(token)) {
      case "VERB":
        return ["v"];
      case "AUX":
        return [];
      case "NOUN":
        return isInfinitive(tree, token) || isMistakenVerb(token) ? ["v"] : ["n"];
      case "PROPN":
        return tree.form(token) === tree.form(token).toLowerCase() ? ["n"] : [];
      case "ADJ":
        // Participles are tagged as adjectives or verbs with equal right.
        return tree.xpos(token).startsWith("V") ? ["a", "v"] : ["a"];
      case "ADP":
        return isPredicate(token) ? ["p"] : [];
      default:
        return [];
    }
  }

  /** "is against X", "is firmly behind X". */
  function isPredicate(preposition: number): boolean {
    const noun = tree.head(preposition);
    return tree.rel(preposition) === "case" && noun > preposition && tree.child(noun, "cop") >= 0;
  }

  /** "Belgium doubts that …": a noun with a subject and a clause but no copula is a verb that the tagger did not see. */
  function isMistakenVerb(noun: number): boolean {
    return (
      /^NNS?$/.test(tree.xpos(noun)) &&
      tree.child(noun, "nsubj") >= 0 &&
      tree.child(noun, "ccomp", "xcomp", "obj") >= 0 &&
      tree.child(noun, "cop", "det", "case") < 0
    );
  }

  function read(token: number): readonly Sense[] {
    known[token] ??= readSenses(token);
    return known[token];
  }

  function readSenses(token: number): readonly Sense[] {
    const lemma = tree.lemma(token);
    const adjectival = adjectivalSenses(token);
    if (adjectival.length > 0) return adjectival;
    if (tree.pos(token) === "ADV") return adverbialSenses(token);
    if (endsAnAttitude(token)) return [ENDING];
    // "left the court split" leaves nobody.
    if (tree.pos(token) === "VERB" && tree.lemma(token) === "leave" && tree.child(token, "xcomp") >= 0) return [];
    for (const wordClass of classesOf(token)) {
      for (const lemma of lemmasOf(token, wordClass)) {
        for (const companion of companions(token)) {
          const phrasal = lexicon.find(lemma, wordClass, companion);
          if (phrasal.length > 0) return phrasal;
        }
        const plain = lexicon.find(lemma, wordClass);
        if (plain.length > 0) return plain;
      }
    }
    return tree.pos(token) === "ADJ" && /(?:ed|en)$/.test(tree.form(token)) ? lexicon.find(lemma, "v") : [];
  }

  /** "treated its pilots shamefully": an adverb judges whoever acts as its adjective would. */
  function adverbialSenses(adverb: number): readonly Sense[] {
    const form = tree.form(adverb).toLowerCase();
    const verb = tree.head(adverb);
    if (!form.endsWith("ly") || tree.rel(adverb) !== "advmod" || tree.pos(verb) !== "VERB") return [];
    const adjectives = [form.slice(0, -2), form.replace(/ily$/, "y"), form.replace(/ly$/, "le")];
    const judged = adjectives
      .flatMap((adjective) => lexicon.find(adjective, "a"))
      .filter((one) => one.kind === "judge");
    return judged.slice(0, 1).map((sense) => ({ ...sense, strength: sense.strength * ADVERBIAL }));
  }

  /** "lifted the ban", "withdrew its support". */
  function endsAnAttitude(token: number): boolean {
    if (tree.pos(token) !== "VERB" || !lemmasOf(token, "v").some((one) => ENDING_VERBS.has(one))) return false;
    const isLost = tree.lemma(token) === "lose";
    return frames
      .fillers(token, "obj")
      .filter((noun) => tree.pos(noun) === "NOUN" && !(isLost && CONTESTS.has(tree.lemma(noun))))
      .some((noun) =>
        lexicon
          .find(tree.lemma(noun), "n")
          .some(({ kind, effects }) => (kind === "act" || kind === "think" || kind === "say") && effects.length > 0),
      );
  }

  function lemmasOf(token: number, wordClass: LexicalClass): readonly string[] {
    return wordClass === "v" ? verbLemmas(tree.form(token), tree.lemma(token)) : [tree.lemma(token)];
  }

  /** "is opposed to X", "was concerned about X": participles that taggers call verbs and that take a phrase of their own. */
  function adjectivalSenses(token: number): readonly Sense[] {
    if (tree.pos(token) !== "VERB") return [];
    // "called the finding disappointing"
    if (tree.xpos(token) === "VBG" && tree.dep(token) === "acl" && tree.child(token, "obj", "ccomp", "xcomp") < 0)
      return lexicon.find(tree.form(token).toLowerCase(), "a").filter(({ kind }) => kind === "judge");
    if (tree.xpos(token) !== "VBN") return [];
    const isVerb = lexicon.find(tree.lemma(token), "v").length > 0;
    return lexicon.find(tree.form(token).toLowerCase(), "a").filter(
      ({ kind, effects }) =>
        kind === "think" &&
        effects.some(({ role }) => {
          const fillers = frames.fillers(token, role);
          return fillers.length > 0 && (role !== "by" || !isVerb || fillers.some(isAttitude));
        }),
    );
  }

  /** "honoured by the support of X" is a feeling; "honoured by the committee" is a deed. */
  function isAttitude(token: number): boolean {
    return (
      tree.pos(token) === "NOUN" &&
      lexicon.find(tree.lemma(token), "n").some(({ kind }) => kind === "think" || kind === "say")
    );
  }

  /**
   * What may make one word with the verb: particles and adverbs close behind it ("lash out", "hit back"), objects
   * ("pay tribute"), prepositions ("stand by"); the surest first.
   */
  function companions(token: number): string[] {
    const found: string[] = [];
    const phrases: string[] = [];
    for (const child of tree.children(token)) {
      const near = child > token && child <= token + 2;
      if (tree.dep(child) === "compound:prt" || (near && tree.dep(child) === "advmod"))
        found.unshift(tree.lemma(child));
      // "on the side of X", "at odds with X": the preposition before the noun makes it what it is.
      else if (tree.rel(child) === "case" && tree.pos(token) === "NOUN") found.push(tree.lemma(child));
      else if (tree.rel(child) === "obj" && isMoney(child)) found.push("money");
      else if (tree.rel(child) === "obj" && tree.pos(child) === "NOUN") {
        // "has no clue", "has no right to"
        if (tree.childrenBy(child, "det").some((t) => tree.lemma(t) === "no")) phrases.push(`no-${tree.lemma(child)}`);
        for (const t of tree.childrenBy(child, "amod")) phrases.push(`${tree.lemma(t)}-${tree.lemma(child)}`);
        found.push(tree.lemma(child));
        if (AID.has(tree.lemma(child))) found.push("aid");
      } else if (
        tree.rel(child) === "obl" ||
        tree.rel(child) === "obj" ||
        tree.rel(child) === "nmod" ||
        tree.rel(child) === "advcl"
      ) {
        // "fired the coach on Monday" is no firing on anybody.
        if (isTime(tree, child)) continue;
        for (const mark of tree.childrenBy(child, "case", "mark")) found.push(tree.lemma(mark));
        // "put X on hold", "took X to court": the noun of the phrase, which says more than its preposition.
        if (tree.pos(child) === "NOUN") phrases.push(tree.lemma(child));
      }
    }
    return [...phrases, ...found];
  }

  /** "$5 million", "three million euros" are as good as "money". */
  function isMoney(object: number): boolean {
    return tree.pos(object) === "SYM" || MONEY.has(tree.lemma(object));
  }

  return { read };
}
