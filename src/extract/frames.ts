import type { Tree } from "../language/index.ts";
import {
  ASKING_VERBS,
  INFINITIVE_NOUNS,
  LIGHT_VERBS,
  LINKING_VERBS,
  MAKING_VERBS,
  NAMING_VERBS,
} from "./word-classes.ts";

/**
 * Who fills which role of a predicate, read off Universal Dependencies: passives turned round, subjects found through
 * control, coordination and relative clauses, nouns and adjectives as predicates. Roles are `subj`, `obj`, `iobj`,
 * `comp` (a clause), `attr` (what an adjective or predicate noun is said of), `poss`, `compound`, `lent` (whoever
 * issues, leads or has the thing that a noun names), and prepositions.
 */
export interface Frames {
  /** Tokens that head the fillers of a role, coordinated ones included. */
  fillers(predicate: number, role: string): readonly number[];
}

const CLAUSAL_SUBJECT = ["csubj", "csubj:pass"];
/** Prepositions whose phrase says nothing of a name before it, so that it belongs to the noun further left. */
const NAMES_TAKE_NO = new Set(["about", "against", "for", "on", "over", "to", "toward", "with"]);

export function createFrames(tree: Tree): Frames {
  const cache = new Map<string, readonly number[]>();
  const busy = new Set<string>();

  function fillers(predicate: number, role: string): readonly number[] {
    const key = `${predicate} ${role}`;
    const known = cache.get(key);
    if (known) return known;
    // Parses can hold clauses that borrow each other's subject; the second visit finds nothing.
    if (busy.has(key)) return [];
    busy.add(key);
    const found = [...new Set(expand(find(predicate, role)))];
    busy.delete(key);
    cache.set(key, found);
    return found;
  }

  function expand(tokens: readonly number[]): number[] {
    return tokens.flatMap((token) => [
      token,
      ...tree.childrenBy(token, "conj").filter((c) => sameKind(token, c) && !isExcluded(c)),
    ]);
  }

  /** "praised Rwanda, not Burundi": coordinated only to be told apart. */
  function isExcluded(conjunct: number): boolean {
    return tree
      .children(conjunct)
      .some((t) => t < conjunct && isNominal(conjunct) && (tree.lemma(t) === "not" || tree.lemma(t) === "rather"));
  }

  function sameKind(a: number, b: number): boolean {
    return isNominal(a) === isNominal(b);
  }

  function isNominal(token: number): boolean {
    const pos = tree.pos(token);
    return (pos === "NOUN" && !isInfinitive(tree, token)) || pos === "PROPN" || pos === "PRON" || pos === "NUM";
  }

  function isPassive(verb: number): boolean {
    if (tree.child(verb, "aux:pass") >= 0 || tree.child(verb, "nsubj:pass") >= 0) return true;
    if (isHeadlinePassive(verb)) return true;
    if (tree.xpos(verb) !== "VBN") return false;
    if (tree.dep(verb) === "acl" || tree.child(verb, "obl:agent") >= 0) return true;
    // "have the firm banned", "want it stopped": a bare participle under another verb.
    return (tree.rel(verb) === "xcomp" || tree.rel(verb) === "ccomp") && tree.child(verb, "aux") < 0;
  }

  /** "Firm banned by Sweden": headlines leave the auxiliary out. A verb with neither object nor auxiliary, "by" right behind. */
  function isHeadlinePassive(verb: number): boolean {
    if (!/^VB[DN]$/.test(tree.xpos(verb)) || tree.child(verb, "obj", "aux", "ccomp", "xcomp") >= 0) return false;
    const next = verb + 1;
    if (next >= tree.doc.tokens.length || tree.lemma(next) !== "by") return false;
    return tree.rel(next) === "case" && tree.head(tree.head(next)) === verb && tree.pos(tree.head(next)) === "PROPN";
  }

  function find(predicate: number, role: string): number[] {
    if (tree.pos(predicate) === "ADP") return relational(predicate, role);
    switch (role) {
      case "subj":
        return isNominal(predicate) ? attributed(predicate) : subject(predicate);
      case "obj":
        return object(predicate);
      case "iobj":
        return tree.childrenBy(predicate, "iobj");
      case "comp":
        return complements(predicate);
      case "attr":
        return attributed(predicate);
      case "poss":
        return possessors(predicate);
      case "compound":
        return tree
          .childrenBy(predicate, "compound", "amod", "nmod:desc")
          .filter((t) => tree.dep(t) !== "compound:prt" && (isNominal(t) || tree.pos(t) === "ADJ"));
      case "agent":
        return agents(predicate);
      case "lent":
        return lentSubject(predicate);
      default:
        return prepositional(predicate, role);
    }
  }

  /** "is against X": the preposition says it, its noun is the object, the subject of the copula holds it. */
  function relational(preposition: number, role: string): number[] {
    const noun = tree.head(preposition);
    if (noun < 0) return [];
    if (role === "obj") return [noun];
    return role === "subj" ? attributed(noun) : [];
  }

  function agents(predicate: number): number[] {
    const own = prepositional(predicate, "by");
    if (own.length > 0 || isNominal(predicate)) return own;
    // "was allowed to operate by X": the agent stands behind the infinitive.
    return tree.childrenBy(predicate, "xcomp").flatMap((t) => (isPassive(t) ? [] : prepositional(t, "by")));
  }

  function subject(verb: number): number[] {
    if (isPassive(verb)) return agents(verb);
    const own = tree.childrenBy(verb, "nsubj").filter((t) => tree.dep(t) !== "nsubj:pass");
    if (own.length > 0) return isAppositive(verb, own[0]!) ? [tree.head(verb)] : own.map(antecedent);
    const clause = tree.childrenBy(verb, ...CLAUSAL_SUBJECT);
    if (clause.length > 0) return clause;
    return borrowedSubject(verb);
  }

  /** "The Institute, a think tank has issued …": for want of a comma, parsers take what describes the subject for it. */
  function isAppositive(verb: number, subject: number): boolean {
    const head = tree.head(verb);
    return (
      tree.dep(verb) === "acl:relcl" &&
      tree.pos(head) === "PROPN" &&
      tree.pos(subject) === "NOUN" &&
      tree.child(subject, "det") >= 0 &&
      !hasRelativePronoun(verb) &&
      tree.childrenBy(verb, "punct").some((t) => t < subject && tree.form(t) === ",")
    );
  }

  /** The understood subject of a clause without one. */
  function borrowedSubject(verb: number): number[] {
    const head = tree.head(verb);
    if (head < 0) return [];
    const host = infinitiveHost(verb);
    if (host >= 0) return nounHolder(host);
    switch (tree.rel(verb)) {
      case "conj":
        return isNominal(head) ? [] : [...fillers(head, "subj")];
      case "xcomp":
      case "ccomp": {
        const objects = tree.childrenBy(head, "obj", "iobj");
        if (objects.length > 0) return objects.map(antecedent);
        return isPassive(head) ? tree.childrenBy(head, "nsubj:pass").map(antecedent) : [...fillers(head, "subj")];
      }
      case "advcl": {
        // "criticised X for blocking Y": X blocks.
        const blamed = marker(verb) === "for" && !isPassive(head) ? tree.childrenBy(head, "obj") : [];
        if (blamed.length > 0) return blamed.map(antecedent);
        return isPassive(head) ? tree.childrenBy(head, "nsubj:pass").map(antecedent) : [...fillers(head, "subj")];
      }
      case "parataxis":
        return isPassive(head) ? tree.childrenBy(head, "nsubj:pass").map(antecedent) : [...fillers(head, "subj")];
      case "acl":
        // "the company seeking…" is its own subject; "a campaign to ban…" is whoever runs the campaign, and "the risk of
        // using…" is nobody's.
        if (tree.xpos(verb) === "VBG" && marker(verb) !== "") return nounHolder(head);
        return tree.xpos(verb) === "VBG" || tree.xpos(verb) === "VBD" ? [head] : nounHolder(head);
      default:
        return [];
    }
  }

  function object(verb: number): number[] {
    if (isNominal(verb)) return prepositional(verb, "of");
    if (isPassive(verb)) {
      const own = tree.childrenBy(verb, "nsubj", "csubj");
      if (own.length > 0) return own.map(antecedent);
      if (tree.rel(verb) === "acl") return [tree.head(verb)];
      if (tree.rel(verb) === "xcomp") return tree.childrenBy(tree.head(verb), "obj").map(antecedent);
      if (tree.rel(verb) !== "conj") return [];
      return [...fillers(tree.head(verb), isPassive(tree.head(verb)) ? "obj" : "subj")];
    }
    if (isReciprocal(verb)) return [...fillers(verb, "subj")];
    const own = tree.childrenBy(verb, "obj").filter((t) => casesOf(t).length === 0);
    if (own.length > 0) return own.map(antecedent);
    const stolen = stolenObject(verb);
    if (stolen >= 0) return [stolen];
    // "the firm that Germany banned" with the pronoun left out: the noun is the object.
    if (tree.dep(verb) === "acl:relcl" && tree.child(verb, "nsubj") >= 0 && !hasRelativePronoun(verb))
      return strandedBehind(verb) === "" ? [tree.head(verb)] : [];
    // "criticised and then banned X": the first verb shares the object of the second.
    const shared = tree.childrenBy(verb, "conj").flatMap((c) => (c - verb <= 4 ? tree.childrenBy(c, "obj") : []));
    return shared.map(antecedent);
  }

  /** "the country that she fights for": the preposition left without its noun, or "". */
  function strandedBehind(verb: number): string {
    const next = verb + 1;
    if (tree.dep(verb) !== "acl:relcl" || next >= tree.doc.tokens.length || tree.head(next) !== verb) return "";
    return tree.pos(next) === "ADP" && tree.dep(next) !== "compound:prt" ? tree.lemma(next) : "";
  }

  /** "accused each other": the subjects are objects of one another. */
  function isReciprocal(verb: number): boolean {
    if (verb + 2 >= tree.doc.tokens.length) return false;
    const words = `${tree.lemma(verb + 1)} ${tree.lemma(verb + 2)}`;
    return words === "each other" || words === "one another";
  }

  function hasRelativePronoun(verb: number): boolean {
    return tree.children(verb).some((t) => /^W(P|DT)/.test(tree.xpos(t)));
  }

  /** A relative pronoun stands for the noun that its clause modifies. */
  function antecedent(token: number): number {
    if (!/^(?:WP|WDT|WP\$)$/.test(tree.xpos(token)) && !(tree.lemma(token) === "that" && tree.pos(token) === "PRON"))
      return token;
    for (let t = tree.head(token); t >= 0; t = tree.head(t)) {
      if (tree.dep(t) === "acl:relcl") return tree.head(t);
      if (tree.rel(t) !== "conj" && tree.rel(t) !== "xcomp" && tree.rel(t) !== "ccomp") break;
    }
    return token;
  }

  function complements(predicate: number): number[] {
    const clauses = tree.childrenBy(predicate, "ccomp", "xcomp");
    if (isNominal(predicate) || tree.pos(predicate) === "ADJ") {
      return [
        ...clauses,
        ...tree
          .childrenBy(predicate, "acl")
          .filter((t) => tree.dep(t) === "acl" && (marker(t) === "to" || marker(t) === "that")),
        ...tree.childrenBy(predicate, "advcl").filter((t) => marker(t) === "to"),
        ...infinitivesOf(predicate),
      ];
    }
    // Purpose clauses hang on the verb as adverbials: "moved to ban", "voted to block".
    const purposes = tree.childrenBy(predicate, "advcl").filter((t) => marker(t) === "to" && t > predicate);
    // "is considering banning": a gerund right behind its verb is its complement, whatever the parser calls it.
    const gerunds = tree
      .childrenBy(predicate, "parataxis", "advcl")
      .filter((t) => t === predicate + 1 && tree.xpos(t) === "VBG");
    // "asked governments to do without X": the parser hangs the infinitive on the object.
    const asked = ASKING_VERBS.has(tree.lemma(predicate))
      ? tree
          .childrenBy(predicate, "obj", "iobj")
          .flatMap((t) => tree.childrenBy(t, "acl"))
          .filter((t) => tree.dep(t) === "acl" && marker(t) === "to")
      : [];
    return [...clauses, ...purposes, ...gerunds, ...asked].filter((t) => infinitiveHost(t) < 0);
  }

  /** "defied the campaign to ban X": the noun right before an infinitive that hangs on the verb, if the noun takes one. */
  function infinitiveHost(infinitive: number): number {
    const verb = tree.head(infinitive);
    const rel = tree.rel(infinitive);
    if (verb < 0 || (rel !== "advcl" && rel !== "xcomp") || marker(infinitive) !== "to") return -1;
    const noun = tree.child(infinitive, "mark", "case") - 1;
    return noun > verb && tree.head(noun) === verb && INFINITIVE_NOUNS.has(tree.lemma(noun)) ? noun : -1;
  }

  function infinitivesOf(noun: number): number[] {
    const verb = tree.head(noun);
    return verb < 0 || !INFINITIVE_NOUNS.has(tree.lemma(noun))
      ? []
      : tree.childrenBy(verb, "advcl", "xcomp").filter((t) => infinitiveHost(t) === noun);
  }

  function marker(clause: number): string {
    const mark = tree.child(clause, "mark", "case");
    return mark < 0 ? "" : tree.lemma(mark);
  }

  function prepositional(predicate: number, preposition: string): number[] {
    const own = tree.children(predicate).filter((t) => {
      if (preposition === "by" && objectBefore(predicate, t) >= 0) return false;
      const rel = tree.rel(t);
      if (rel === "obl" || rel === "nmod" || rel === "obj") return casesOf(t).includes(preposition);
      if (rel === "advcl" || rel === "acl" || rel === "xcomp" || rel === "ccomp") return marker(t) === preposition;
      return false;
    });
    if (own.length === 0 && strandedBehind(predicate) === preposition) return [tree.head(predicate)];
    if (own.length > 0 || !isNominal(predicate)) return own;
    if (preposition !== "by") return misplacedPhrase(predicate, preposition);
    const verb = tree.head(predicate);
    const borrowed = verb < 0 ? [] : tree.childrenBy(verb, "obl").filter((t) => objectBefore(verb, t) === predicate);
    if (borrowed.length > 0) return borrowed;
    // "warnings against X issued by Y": the agent of a light verb, which may hang on any noun of the phrase.
    const end = tree.extent(predicate).end;
    for (let t = predicate + 1; t < end; t++) {
      if (tree.xpos(t) === "VBN" && tree.dep(t) === "acl" && LIGHT_VERBS.has(tree.lemma(t)))
        return [...fillers(t, "by")];
    }
    // "the plan proposed by Y" is Y's; "the plan criticised by Y" is not.
    const participles = tree
      .childrenBy(predicate, "acl")
      .filter(
        (t) =>
          tree.dep(t) === "acl" &&
          tree.xpos(t) === "VBN" &&
          (MAKING_VERBS.has(tree.lemma(t)) || LIGHT_VERBS.has(tree.lemma(t))),
      );
    return participles.flatMap((t) => [...fillers(t, "by")]);
  }

  /** "blocked participation by X": an active verb has no agent, so the phrase is its object's. That object, or -1. */
  function objectBefore(verb: number, phrase: number): number {
    if (isNominal(verb) || tree.dep(phrase) !== "obl" || !casesOf(phrase).includes("by")) return -1;
    const object = tree.child(verb, "obj");
    return object >= 0 && tree.extent(phrase).first === tree.extent(object).end ? object : -1;
  }

  /**
   * A phrase of the noun that the parser hung elsewhere: on the verb right behind the object ("upheld the ban on X"),
   * anywhere behind a light verb ("issued a warning yesterday against X"), on the name before it ("warnings by Y about X").
   */
  function misplacedPhrase(noun: number, preposition: string): number[] {
    const isPhrase = (t: number) => t > noun && casesOf(t).includes(preposition);
    const nested = NAMES_TAKE_NO.has(preposition)
      ? tree.childrenBy(noun, "nmod").filter((t) => tree.pos(t) === "PROPN")
      : [];
    const behindName = nested.flatMap((name) => tree.childrenBy(name, "nmod").filter(isPhrase));
    if (behindName.length > 0) return behindName;
    const verb = tree.head(noun);
    if (verb < 0 || (tree.rel(noun) !== "obj" && tree.dep(noun) !== "nsubj:pass")) return [];
    const phrases = tree.childrenBy(verb, "obl").filter(isPhrase);
    if (LIGHT_VERBS.has(tree.lemma(verb))) return phrases;
    return phrases.filter((t) => tree.extent(t).first === tree.extent(noun).end);
  }

  function casesOf(token: number): string[] {
    const lemmas = tree.childrenBy(token, "case").map((t) => (tree.lemma(t) === "towards" ? "toward" : tree.lemma(t)));
    return lemmas;
  }

  function possessors(noun: number): number[] {
    return tree.childrenBy(noun, "nmod:poss");
  }

  function attributed(predicate: number): number[] {
    const subjects = tree.childrenBy(predicate, "nsubj", ...CLAUSAL_SUBJECT);
    const above = tree.head(predicate);
    const meant = subjects.length === 1 && tree.lemma(subjects[0]!) === "it" ? clausesBehind(predicate) : [];
    if (meant.length > 0) return meant;
    if (subjects.length > 0)
      return above >= 0 && stolenObject(above) === subjects[0] ? [above] : subjects.map(antecedent);
    const gerund = gerundBefore(predicate);
    if (gerund >= 0) return [gerund];
    const head = tree.head(predicate);
    if (head < 0) return [];
    const rel = tree.rel(predicate);
    if (rel === "amod" || rel === "appos") return [head];
    if (rel === "acl") return [head];
    if (rel === "conj") return sameKind(predicate, head) ? [...fillers(head, "attr")] : [];
    const verb = tree.lemma(head);
    if (rel === "xcomp") {
      const objects = tree.childrenBy(head, "obj").map(antecedent);
      if (objects.length > 0) return objects;
      // "called Serbia a bully": both nouns can come out as complements.
      const sibling = tree.childrenBy(head, "xcomp").find((t) => t > head && t < predicate && tree.pos(t) === "PROPN");
      if (sibling !== undefined) return [sibling];
      return isPassive(head) ? [...fillers(head, "obj")] : [...fillers(head, "subj")];
    }
    if (rel === "advmod" && tree.pos(predicate) === "ADV") return [...fillers(head, "subj")];
    if (rel === "obj" && LINKING_VERBS.has(verb)) return [...fillers(head, "subj")];
    if (rel === "obl" && NAMING_VERBS.has(verb) && casesOf(predicate).includes("as")) return [...fillers(head, "obj")];
    return [];
  }

  /** "it would be wrong to single out X": what "it" announces. */
  function clausesBehind(predicate: number): number[] {
    return tree
      .childrenBy(predicate, "csubj", "xcomp", "ccomp", "advcl")
      .filter((t) => t > predicate && (marker(t) === "to" || marker(t) === "that" || marker(t) === "for"));
  }

  /** "singling out X won't be right", read as if X were not right: the gerund's object, or -1. */
  function stolenObject(gerund: number): number {
    if (tree.xpos(gerund) !== "VBG") return -1;
    const clause = tree.rel(gerund) === "csubj" ? tree.head(gerund) : tree.child(gerund, "ccomp");
    const subject = clause < 0 || tree.child(clause, "cop") < 0 ? -1 : tree.child(clause, "nsubj");
    const particle = tree.child(gerund, "compound:prt");
    return subject > gerund && tree.extent(subject).first === Math.max(gerund, particle) + 1 ? subject : -1;
  }

  /** "singling out X won't be right": a gerund right before the copula is its subject, wherever the parser hung it. */
  function gerundBefore(predicate: number): number {
    const cop = tree.child(predicate, "cop");
    if (cop < 0) return -1;
    const first = Math.min(cop, ...tree.childrenBy(predicate, "aux"));
    for (let t = first - 1; t >= Math.max(0, first - 8); t--) {
      if (tree.xpos(t) === "VBG" && tree.extent(t).end === first) return t;
    }
    return -1;
  }

  /** Whoever is behind an action noun: its possessor, agent or modifier, or the subject of its light verb. */
  function nounHolder(noun: number): number[] {
    for (const role of ["poss", "by", "compound"]) {
      const found = fillers(noun, role);
      if (found.length > 0) return [...found];
    }
    return [...fillers(noun, "lent")];
  }

  /** Subject of the light verb whose object the noun is, or its agent: "a warning issued", "the campaign is led by". */
  function lentSubject(noun: number): number[] {
    const head = tree.head(noun);
    if (head < 0 || !LIGHT_VERBS.has(tree.lemma(head))) return [];
    const isObject = tree.rel(noun) === "obj" || tree.rel(noun) === "xcomp" || tree.dep(noun) === "nsubj:pass";
    return isObject ? fillers(head, "subj").filter((subject) => subject !== noun) : [];
  }

  return { fillers };
}

/** An infinitive that was tagged as a noun: "the campaign to block". */
export function isInfinitive(tree: Tree, token: number): boolean {
  if (token === 0 || tree.lemma(token - 1) !== "to" || tree.head(token - 1) !== token) return false;
  return tree.rel(token - 1) === "mark" && /^(?:acl|advcl|xcomp)$/.test(tree.rel(token));
}
