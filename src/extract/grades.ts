import type { Tree } from "../language/index.ts";

/** How a predicate is put: denied, weakened, or tied to a condition. */
export interface Grades {
  readonly negated: boolean;
  readonly hedged: boolean;
  readonly conditional: boolean;
  /** It is itself what is only supposed or left open: "if Norway bans", "whether to let". */
  readonly supposed: boolean;
  /** "should", "must", "cannot": the speaker says what ought to be. */
  readonly deontic: boolean;
  readonly question: boolean;
}

export type HedgeEffect = "hedge" | "negate" | "conditional" | "prospective";

export interface HedgeLexicon {
  /** What the word does to the clause that it governs or modifies. */
  effectsOf(lemma: string): readonly HedgeEffect[];
}

/** Reads `lexicon/hedges.tsv`: a header line, then `lemma pos kind effect`; effects are joined by `+` or `,`. */
export function parseHedges(table: string): HedgeLexicon {
  const effects = new Map<string, HedgeEffect[]>();
  for (const line of table.split("\n").slice(1)) {
    const [lemma, , , effect] = line.trimEnd().split("\t");
    if (lemma && effect) effects.set(lemma, effect.split(/[+,]/).map((word) => word.trim()) as HedgeEffect[]);
  }
  const none: readonly HedgeEffect[] = [];
  return { effectsOf: (lemma) => effects.get(lemma) ?? none };
}

const NEGATORS = new Set(["not", "never", "no", "neither", "nor", "hardly", "scarcely", "n't", "without"]);
/** Adjectives that deny the attitude that their noun names: "little confidence". */
const LACKING = new Set(["little", "scant", "zero", "lost"]);
const DEONTIC = new Set(["should", "must", "ought", "shall", "need"]);
const ONLY = new Set(["only", "just", "merely", "simply"]);
const CONDITION = new Set(["if", "unless", "provided", "whether"]);
/** Verbs over which negation travels down to their clause: "does not think that X should". */
const TRANSPARENT = new Set("think believe expect want intend plan appear seem need have get go".split(" "));

/** Attitudes that last until they change. */
const LASTING = new Set("support back oppose favor favour champion admire trust love like resist".split(" "));
const BYGONE = new Set(["once", "formerly", "previously", "initially", "originally"]);

/** Verbs whose "of" clause is what somebody is only said to have done. */
const ALLEGING = new Set("accuse suspect charge acquit".split(" "));

export interface Grader {
  grade(predicate: number): Grades;
  /** Whether the predicate's own clause denies it, whatever the clauses above say. */
  isNegatedHere(predicate: number): boolean;
}

/** What a predicate's own clause says of how it is put. */
type OwnGrades = Pick<Grades, "negated" | "hedged" | "conditional" | "deontic">;

export function createGrader(tree: Tree, hedges: HedgeLexicon): Grader {
  const ownGrades = new Map<number, OwnGrades>();
  const known = new Map<number, Grades>();

  function own(predicate: number): OwnGrades {
    let grades = ownGrades.get(predicate);
    if (!grades) {
      grades = readOwn(predicate);
      ownGrades.set(predicate, grades);
    }
    return grades;
  }

  function readOwn(predicate: number): OwnGrades {
    let negated = false;
    let hedged = false;
    let conditional = false;
    let deontic = false;
    for (const child of tree.children(predicate)) {
      const rel = tree.rel(child);
      const lemma = tree.lemma(child);
      // "neither A nor B supports", "no country supports": the denial sits on the subject.
      if (rel === "nsubj" && tree.children(child).some((t) => tree.lemma(t) === "neither" || tree.lemma(t) === "no"))
        negated = !negated;
      if (rel === "amod" && LACKING.has(lemma) && tree.pos(predicate) === "NOUN") negated = !negated;
      if (rel === "advmod" || rel === "aux" || rel === "det" || rel === "cc" || rel === "mark" || rel === "case") {
        if (NEGATORS.has(lemma)) negated = isOnly(child) ? negated : !negated;
        else if (rel === "mark" && CONDITION.has(lemma)) conditional = true;
        else if (rel === "aux" && DEONTIC.has(lemma)) deontic = true;
        else if (rel === "advmod" || rel === "aux") {
          const effects = hedges.effectsOf(lemma);
          if (effects.includes("hedge")) hedged = true;
          // "no longer"
          if (/^long(?:er)?$/.test(lemma) && tree.lemma(child - 1) === "no") negated = !negated;
          if (effects.includes("negate")) negated = !negated;
        }
        // "can't be ignored": what cannot be is what ought not to be.
        if (rel === "aux" && (lemma === "can" || lemma === "could") && isNegatedNextTo(child)) deontic = true;
      }
      if (rel === "advcl" && tree.children(child).some((t) => tree.rel(t) === "mark" && CONDITION.has(tree.lemma(t)))) {
        conditional = true;
      }
    }
    if (hasProviso(predicate)) conditional = true;
    // "ought to stop": read as a verb with a clause.
    if (tree.rel(predicate) === "xcomp" && tree.lemma(tree.head(predicate)) === "ought") deontic = true;
    if (hedges.effectsOf(tree.lemma(predicate)).includes("hedge")) hedged = true;
    return { negated, hedged, conditional, deontic };
  }

  /** "not only", "not just": more is said, nothing denied. */
  function isOnly(negator: number): boolean {
    const next = negator + 1;
    return next < tree.doc.tokens.length && ONLY.has(tree.lemma(next));
  }

  function isSupposed(predicate: number): boolean {
    if (tree.children(predicate).some((t) => tree.rel(t) === "mark" && CONDITION.has(tree.lemma(t)))) return true;
    if (isInverted(predicate) || isBygone(predicate)) return true;
    const rel = tree.rel(predicate);
    // "if Norway moves to ban", "if it bans and blocks": the clause above is the supposed one.
    return (rel === "xcomp" || rel === "conj") && tree.head(predicate) >= 0 && isSupposed(tree.head(predicate));
  }

  /** "once supported", "used to back": an attitude of another time is none of now. What was once said stays said. */
  function isBygone(predicate: number): boolean {
    if (!LASTING.has(tree.lemma(predicate)) || !/^VB[DN]?$/.test(tree.xpos(predicate))) return false;
    if (tree.rel(predicate) === "xcomp" && /^used$/i.test(tree.form(tree.head(predicate)))) return true;
    return tree.childrenBy(predicate, "advmod").some((t) => BYGONE.has(tree.lemma(t)) && t < predicate);
  }

  /** "Had Norway banned it, …": a clause that opens with its auxiliary is a condition. */
  function isInverted(predicate: number): boolean {
    const first = tree.children(predicate)[0];
    if (tree.rel(predicate) !== "advcl" || first === undefined || tree.rel(first) !== "aux") return false;
    const subject = tree.child(predicate, "nsubj");
    return subject > first && /^(?:had|were|should)$/i.test(tree.form(first));
  }

  /** "would back it provided that the talks go on": a condition that parsers take for a verb of its own. */
  function hasProviso(predicate: number): boolean {
    return tree
      .childrenBy(predicate, "xcomp", "advcl", "ccomp")
      .some((t) => /^(?:provided|providing|assuming)$/i.test(tree.form(t)) && tree.child(t, "ccomp", "advcl") >= 0);
  }

  function isNegatedNextTo(auxiliary: number): boolean {
    const next = auxiliary + 1;
    return next < tree.doc.tokens.length && NEGATORS.has(tree.lemma(next));
  }

  /** "is considering banning": read as two clauses side by side. */
  function isGerundBehind(token: number): boolean {
    return tree.rel(token) === "parataxis" && tree.xpos(token) === "VBG" && tree.head(token) === token - 1;
  }

  function readGrades(predicate: number): Grades {
    const grades = { ...own(predicate), supposed: false, question: false };
    grades.supposed = isSupposed(predicate);
    let child = predicate;
    for (let head = tree.head(predicate); head >= 0; child = head, head = tree.head(head)) {
      const rel = tree.rel(child);
      if (
        rel === "xcomp" ||
        rel === "ccomp" ||
        rel === "acl" ||
        rel === "advcl" ||
        rel === "obj" ||
        isGerundBehind(child)
      ) {
        const lemma = tree.lemma(head);
        const effects = hedges.effectsOf(lemma);
        if (effects.includes("hedge")) grades.hedged = true;
        // "accused X of arming Y": that X did is only alleged.
        if (rel === "advcl" && ALLEGING.has(lemma)) grades.hedged = true;
        // "is unlikely to support": what will hardly be is not so.
        if (rel === "xcomp" && tree.pos(head) === "ADJ" && lemma !== "free" && effects.includes("negate"))
          grades.negated = !grades.negated;
        const above = own(head);
        if (above.hedged) grades.hedged = true;
        if (above.conditional && rel !== "obj") grades.conditional = true;
        if ((rel === "xcomp" || rel === "ccomp") && TRANSPARENT.has(lemma) && above.negated)
          grades.negated = !grades.negated;
      } else if (rel !== "conj" && rel !== "nsubj" && rel !== "csubj") break;
    }
    const sentence = tree.doc.sentences[tree.sentence(predicate)]!;
    const last = tree.form(sentence.endToken - 1);
    grades.question =
      last === "?" || (sentence.endToken - 2 >= sentence.firstToken && tree.form(sentence.endToken - 2) === "?");
    return grades;
  }

  return {
    isNegatedHere: (predicate) => own(predicate).negated,
    grade(token) {
      // "is against X": the preposition is graded with the noun that carries the copula.
      const predicate = tree.pos(token) === "ADP" && tree.head(token) >= 0 ? tree.head(token) : token;
      let grades = known.get(predicate);
      if (!grades) {
        grades = readGrades(predicate);
        known.set(predicate, grades);
      }
      return grades;
    },
  };
}
