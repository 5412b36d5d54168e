import type { Cluster, ConceptMention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { Actors } from "./actors.ts";
import type { ConceptEntry, ConceptLexicon } from "./concept-lexicon.ts";
import { type Frames, isInfinitive } from "./frames.ts";

/** Reads words as concepts and the phrases around them. */
export interface ConceptPhrases {
  /** What the table says of the word, as noun or verb; nothing for names and their parts. */
  entryAt(token: number): ConceptEntry | undefined;
  /** The concept that the token heads, or undefined where the phrase says too little to be one. */
  read(token: number): ConceptMention | undefined;
  /** Whether the noun alone says nothing, but may stand for what was named before: "the ban". */
  isBare(token: number): boolean;
  isVerb(token: number): boolean;
  /** Mentions of those whose act a noun names: "the Norwegian ban", "the ban by Norway", "Norway's ban". */
  doersOf(noun: number): readonly number[];
  /** The mention of an actor that the token itself heads, in a list of one; empty for "a Norwegian law". */
  actorAt(token: number): readonly number[];
}

/** Prepositions whose phrase tells concepts apart. */
const ARGUMENTS = new Set("of on for against with in to from between toward over about".split(" "));
/** What fills these says when, where in passing, or how much. */
const VERB_ARGUMENTS = new Set(["from", "into"]);
/** Nouns of time and amount: "a ban next year", "dozens of bills". */
const IDLE = new Set(
  (
    "year month week day hour decade century today tomorrow yesterday weekend morning afternoon evening night time " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
    "september october november december percent percentage dollar euro pound dozen hundred thousand million billion " +
    "trillion number lot amount kind sort type series set range way part level term case place thing people person " +
    "country nation state world government man woman one mr ms mrs cent per share"
  ).split(" "),
);
/** Nouns whose infinitive is part of what they name: "the right to vote". */
const WITH_INFINITIVE = new Set(["right", "requirement", "mandate", "permission"]);
/** Adverbs that make another word of the verb before them, however they are tagged. */
const PARTICLES = new Set(["out", "in", "down", "off", "away", "up"]);
/** A noun's preposition that does not fit the object of its verb: "withdraw troops", "withdrawal of troops". */
const OF_OBJECT = new Set(["from", "with", "to"]);
const INDEFINITE = new Set(["a", "an", "any", "some", "no", "another", "what", "which"]);
const COUNTING = new Set(["any", "all", "no", "every"]);
/** What is permitted is part of the permission. */
const PERMITTING = new Set(["permission"]);
const MODIFIERS = ["amod", "compound", "nmod:desc"];
const MOST_WORDS = 6;

const NO_DOCTRINES = new Set(
  (
    "criticism mechanism journalism tourism organism optimism pessimism enthusiasm skepticism scepticism heroism " +
    "metabolism professionalism magnetism cynicism euphemism organization organisation civilization civilisation " +
    "realization realisation visualization characterization"
  ).split(" "),
);

/** The pieces of a phrase as they are collected. */
interface Draft {
  readonly words: Set<string>;
  readonly named: Set<number>;
  readonly agents: Set<number>;
  /** Countries named right before the noun: its doers if it is about something else as well ("the US ban on arms"). */
  readonly places: Set<number>;
  first: number;
  last: number;
}

export function createConceptPhrases(
  tree: Tree,
  frames: Frames,
  actors: Actors,
  clusters: readonly Cluster[],
  lexicon: ConceptLexicon,
): ConceptPhrases {
  const { tokens } = tree.doc;
  const isName = (token: number) => actors.isInName(token);

  function classOf(token: number): "n" | "v" | undefined {
    const pos = tree.pos(token);
    if (pos === "NOUN") return isInfinitive(tree, token) ? "v" : "n";
    if (pos === "PROPN") return tree.form(token) === tree.form(token).toLowerCase() ? "n" : undefined;
    return pos === "VERB" ? "v" : undefined;
  }

  /** First and last token of the word, with what hyphens join to it: "roll-out", "same-sex". */
  function hyphenated(token: number): { readonly first: number; readonly last: number } {
    let first = token;
    let last = token;
    while (isHyphen(first - 1) && touches(first - 2, first - 1) && touches(first - 1, first)) first -= 2;
    while (isHyphen(last + 1) && touches(last, last + 1) && touches(last + 1, last + 2)) last += 2;
    return { first, last };
  }
  const isHyphen = (token: number) => tokens[token]?.form === "-";
  const touches = (a: number, b: number) => tokens[a] !== undefined && tokens[a]!.end === tokens[b]?.start;

  function wordAt(token: number): string {
    const { first, last } = hyphenated(token);
    if (first === last) return tree.lemma(token).toLowerCase();
    let word = "";
    for (let t = first; t < last; t++) word += tree.form(t);
    return (word + (last === token ? tree.lemma(last) : tree.form(last))).toLowerCase();
  }

  function entryAt(token: number): ConceptEntry | undefined {
    if (isName(token)) return undefined;
    const wordClass = classOf(token);
    if (wordClass === undefined) return undefined;
    const word = wordAt(token);
    const known = lexicon.find(word, wordClass);
    if (wordClass === "v") {
      // "shut out", "build off": with a particle the verb is another word.
      const object = tree.child(token, "obj");
      const phrasal = object < 0 ? undefined : lexicon.find(`${word} ${tree.lemma(object)}`, "v");
      if (phrasal) return phrasal;
      const particle = particleOf(token);
      return particle === undefined ? known : lexicon.find(`${word} ${tree.lemma(particle)}`, "v");
    }
    if (known) return known;
    const gerund = tree.xpos(token) === "VBG" ? lexicon.find(word, "v") : undefined;
    return gerund ?? ism(word);
  }

  /** "shut out X", "shut X out of Y": the second is seldom parsed as a particle. */
  function particleOf(verb: number): number | undefined {
    const own = tree.children(verb).find((t) => tree.dep(t) === "compound:prt" || PARTICLES.has(tree.lemma(t)));
    const object = own === undefined ? tree.child(verb, "obj") : -1;
    if (object < 0) return own;
    const { end } = tree.extent(object);
    return tokens[end] !== undefined && tree.lemma(end) === "out" ? end : undefined;
  }

  /** "let us go", "let it be known": nobody is permitted anything there. */
  function isPermitted(verb: number, { concept }: ConceptEntry): boolean {
    if (!PERMITTING.has(concept)) return true;
    return frames.fillers(verb, "obj").some((t) => tree.pos(t) !== "PRON" || clusters[clusterAt(t)]?.named === true);
  }

  function read(token: number): ConceptMention | undefined {
    const entry = entryAt(token);
    if (!entry || entry.kind === "light" || entry.kind === "step") return undefined;
    const own = hyphenated(token);
    const draft: Draft = {
      words: new Set(),
      named: new Set(),
      agents: new Set(),
      places: new Set(),
      first: own.first,
      last: own.last,
    };
    const isVerb = classOf(token) === "v";
    if (isVerb) readVerb(token, entry, draft);
    else {
      readNoun(token, draft, 0, entry.kind === "plan");
      const stray = strayArgument(token, entry);
      if (stray >= 0) readArgumentNoun(stray, draft, 1);
    }
    const isElsewhere = draft.last > own.last;
    for (const place of draft.places) (isElsewhere ? draft.agents : draft.named).add(place);
    if (isVerb && (draft.words.size + draft.named.size === 0 || !isPermitted(token, entry))) return undefined;
    const tellsApart = draft.words.size + draft.named.size > 0 || (entry.kind === "plan" && draft.agents.size > 0);
    if ((!tellsApart && entry.kind !== "idea") || draft.words.size > MOST_WORDS) return undefined;
    return {
      ...tree.span(draft.first, draft.last + 1),
      head: entry.concept,
      words: [...draft.words].sort(),
      named: [...draft.named].sort((a, b) => a - b),
      agents: [...draft.agents].sort((a, b) => a - b),
      label: isVerb ? verbLabel(token, entry) : ownedLabel(draft),
    };
  }

  function readNoun(noun: number, draft: Draft, depth: number, isPlan: boolean): void {
    for (const child of tree.children(noun)) {
      const rel = tree.rel(child);
      if (MODIFIERS.includes(tree.dep(child)) || MODIFIERS.includes(rel)) {
        if (child < noun && !hyphenPart(child, noun)) readModifier(child, draft, depth);
      } else if (rel === "nmod" && tree.dep(child) === "nmod:poss") {
        const owner = clusterAt(child);
        if (owner >= 0 && depth === 0) {
          draft.agents.add(owner);
          if (isPlan) extend(draft, child);
        }
      } else if (rel === "nmod" && child > noun && depth < 2) {
        readArgument(child, draft, depth);
      } else if (rel === "acl" && WITH_INFINITIVE.has(tree.lemma(noun)) && child > noun && depth === 0) {
        draft.words.add(wordAt(child));
        extend(draft, child);
        for (const object of tree.childrenBy(child, "obj")) {
          extend(draft, object);
          readArgumentNoun(object, draft, 1);
        }
      }
    }
  }

  function hyphenPart(child: number, head: number): boolean {
    const { first, last } = hyphenated(head);
    return child >= first && child <= last;
  }

  function readModifier(token: number, draft: Draft, depth: number): void {
    if (tree.pos(token) === "NUM" || tree.pos(token) === "DET" || tree.pos(token) === "PUNCT") return;
    const { first } = hyphenated(token);
    if (isName(token)) {
      const cluster = clusterAt(token);
      if (cluster < 0) return;
      // "the Norwegian ban on X" is Norway's act; "the Acme ban" is against Acme.
      if (isNationality(token)) draft.agents.add(cluster);
      else if (depth === 0 && isPlace(token)) draft.places.add(cluster);
      else draft.named.add(cluster);
      draft.first = Math.min(draft.first, nameStart(token));
      return;
    }
    const word = wordAt(token);
    const entry = lexicon.find(word, "a");
    if (entry?.kind === "drop") return;
    if (tree.pos(token) === "ADJ" && /^(?:JJR|JJS)$/.test(tree.xpos(token)) && !entry) return;
    if (IDLE.has(word)) return;
    draft.words.add(entry?.concept ?? nounForm(word));
    draft.first = Math.min(draft.first, first);
    if (depth < 2) {
      for (const child of tree.childrenBy(token, ...MODIFIERS)) {
        if (child < token && !hyphenPart(child, token)) readModifier(child, draft, depth + 1);
      }
      for (const child of tree.childrenBy(token, "conj")) if (child < draft.last) readModifier(child, draft, depth + 1);
    }
  }

  function readArgument(noun: number, draft: Draft, depth: number): void {
    const mark = tree.childrenBy(noun, "case").map((t) => tree.lemma(t));
    if (mark.includes("by")) {
      const agent = clusterAt(noun);
      if (agent >= 0) draft.agents.add(agent);
      return;
    }
    if (mark.some((word) => ARGUMENTS.has(word))) readArgumentNoun(noun, draft, depth + 1);
  }

  function readArgumentNoun(noun: number, draft: Draft, depth: number): void {
    const pos = tree.pos(noun);
    const cluster = clusterAt(noun);
    if (isName(noun) || clusters[cluster]?.named) {
      // "to ban it", "the arrest of its finance chief": whoever that is.
      if (cluster >= 0) draft.named.add(cluster);
      draft.first = Math.min(draft.first, nameStart(noun));
      draft.last = Math.max(draft.last, nameEnd(noun));
    } else {
      if (pos !== "NOUN" && pos !== "PROPN" && pos !== "VERB") return;
      const word = wordAt(noun);
      if (IDLE.has(word)) return;
      draft.words.add(nounForm(word));
      extend(draft, noun);
      readNoun(noun, draft, depth, false);
      const stray = strayArgument(noun, entryAt(noun));
      if (stray >= 0) readArgumentNoun(stray, draft, 2);
    }
    for (const other of tree.childrenBy(noun, "conj")) if (tree.pos(other) === pos) readArgumentNoun(other, draft, 2);
  }

  function readVerb(verb: number, entry: ConceptEntry, draft: Draft): void {
    for (const object of frames.fillers(verb, "obj")) {
      if (tree.sentence(object) === tree.sentence(verb)) readArgumentNoun(object, draft, 0);
    }
    if (PERMITTING.has(entry.concept)) {
      for (const child of tree.childrenBy(verb, "xcomp", "ccomp")) {
        draft.words.add(wordAt(child));
        for (const object of frames.fillers(child, "obj")) readArgumentNoun(object, draft, 1);
      }
    }
    for (const child of tree.childrenBy(verb, "obl")) {
      const mark = tree.childrenBy(child, "case").map((t) => tree.lemma(t));
      const fits = mark.includes(entry.preposition)
        ? entry.preposition !== "of"
        : mark.some((m) => VERB_ARGUMENTS.has(m));
      if (fits) readArgumentNoun(child, draft, 1);
    }
  }

  function extend(draft: Draft, token: number): void {
    const { first, last } = hyphenated(token);
    draft.first = Math.min(draft.first, first);
    draft.last = Math.max(draft.last, last);
  }

  /** Nouns of one concept count as one word: "migration", "immigration". */
  function nounForm(word: string): string {
    const known = lexicon.find(word, "n");
    return known && known.kind !== "light" && known.kind !== "step" ? known.concept : word;
  }

  function clusterAt(token: number): number {
    const mention = actors.mentionAt(token);
    return mention >= 0 && actors.isActor(mention) ? actors.clusterOf(mention) : -1;
  }

  function isNationality(token: number): boolean {
    return tree.pos(token) === "ADJ" || tree.rel(token) === "amod";
  }

  function isPlace(token: number): boolean {
    return clusters[clusterAt(token)]?.entityType === "place";
  }

  /** "condemned the ban on X": parsers hang the phrase on the verb; right behind the noun it is the noun's. */
  function strayArgument(noun: number, entry: ConceptEntry | undefined): number {
    const verb = tree.head(noun);
    const preposition = entry?.preposition ?? "";
    if (preposition === "" || verb < 0 || tree.rel(noun) !== "obj") return -1;
    const { end } = tree.extent(noun);
    if (tokens[end] === undefined || tree.lemma(end) !== preposition) return -1;
    const argument = tree.head(end);
    return argument > end && tree.head(argument) === verb && tree.rel(argument) === "obl" ? argument : -1;
  }

  function nameStart(token: number): number {
    let first = token;
    while (first > 0 && isName(first - 1) && actors.mentionAt(first - 1) === actors.mentionAt(token)) first--;
    return first;
  }

  function nameEnd(token: number): number {
    let last = token;
    while (isName(last + 1) && actors.mentionAt(last + 1) === actors.mentionAt(token)) last++;
    return last;
  }

  function verbLabel(verb: number, entry: ConceptEntry): string {
    const object = frames.fillers(verb, "obj").find((t) => tree.sentence(t) === tree.sentence(verb));
    const preposition = OF_OBJECT.has(entry.preposition) ? "of" : entry.preposition || "of";
    if (object !== undefined) {
      const clause = PERMITTING.has(entry.concept) ? tree.child(verb, "xcomp", "ccomp") : -1;
      const permitted = clause < 0 ? "" : ` to ${tree.lemma(clause)}${objectOf(clause)}`;
      return `${entry.concept} ${preposition} ${argumentLabel(object)}${permitted}`;
    }
    const phrase = tree.childrenBy(verb, "obl").find((t) => hasCase(t, entry.preposition));
    return phrase === undefined ? entry.concept : `${entry.concept} ${entry.preposition} ${argumentLabel(phrase)}`;
  }

  /** "his plan" is read as "Alba's plan". */
  function ownedLabel({ first, last, words, named, agents }: Draft): string {
    const [owner] = agents;
    const isOwners = words.size + named.size === 0 && owner !== undefined && tree.pos(first) === "PRON";
    return isOwners ? `${clusters[owner]!.name}'s ${nounLabel(first, last)}` : nounLabel(first, last);
  }

  function objectOf(verb: number): string {
    const object = tree.child(verb, "obj");
    return object < 0 ? "" : ` ${argumentLabel(object)}`;
  }

  function hasCase(token: number, preposition: string): boolean {
    return tree.childrenBy(token, "case").some((t) => tree.lemma(t) === preposition);
  }

  /** The argument as people read it: a pronoun or "the company" by its name. */
  function argumentLabel(noun: number): string {
    const cluster = clusters[clusterAt(noun)];
    if (cluster?.named && !isName(noun)) return cluster.name;
    const draft = startDraft(noun, noun);
    readArgumentNoun(noun, draft, 1);
    const quantifier = tree.childrenBy(noun, "det").find((t) => COUNTING.has(tree.lemma(t)));
    return nounLabel(Math.min(quantifier ?? draft.first, draft.first), draft.last);
  }

  function nounLabel(first: number, last: number): string {
    let start = first;
    while (start < last && /^(?:DET|PRON|PUNCT|PART)$/.test(tree.pos(start)) && !COUNTING.has(tree.lemma(start)))
      start++;
    const { start: from, end } = tree.span(start, last + 1);
    const text = tree.doc.text.slice(from, end).replace(/\s+/g, " ");
    const keeps = tree.pos(start) === "PROPN" || isName(start) || /^\p{Lu}[\p{Lu}\p{N}]/u.test(text);
    return keeps ? text : text.charAt(0).toLowerCase() + text.slice(1);
  }

  function doersOf(noun: number): number[] {
    const tokens = [
      ...frames.fillers(noun, "poss"),
      ...frames.fillers(noun, "by"),
      ...tree.childrenBy(noun, "amod").filter((t) => isName(t) && isNationality(t)),
    ];
    // Whose "his ban" is, is too unsure to say that someone is for it.
    return tokens.filter((token) => tree.pos(token) !== "PRON").flatMap(actorAt);
  }

  function actorAt(token: number): number[] {
    return clusterAt(token) >= 0 ? [actors.mentionAt(token)] : [];
  }

  return {
    entryAt,
    read,
    isVerb: (token) => classOf(token) === "v",
    doersOf,
    actorAt,
    isBare: (token) => {
      if (tree.childrenBy(token, "det").some((t) => INDEFINITE.has(tree.lemma(t)))) return false;
      const entry = entryAt(token);
      return (
        (entry?.kind === "measure" || entry?.kind === "act" || entry?.kind === "part" || entry?.kind === "plan") &&
        classOf(token) === "n"
      );
    },
  };
}

function startDraft(first: number, last: number): Draft {
  return { words: new Set(), named: new Set(), agents: new Set(), places: new Set(), first, last };
}

/** Names of doctrines and practices need no row of their own. */
function ism(word: string): ConceptEntry | undefined {
  return /[a-z]{4}(?:ism|ization|isation)$/.test(word) && !NO_DOCTRINES.has(word)
    ? { concept: word.replace(/isation$/, "ization"), kind: "idea", preposition: "of", through: 0 }
    : undefined;
}
