import type {
  Arc,
  Cluster,
  Doc,
  EntityType,
  Gender,
  Mention,
  Name,
  Sentence,
  Tag,
  Token,
  Upos,
} from "../src/core/index.ts";

/** How {@link makeDoc} annotates its words. All lists are blank-separated, one item a word, and run over all sentences. */
export interface MakeDocOptions {
  readonly id?: string;
  /** Penn tags; the universal tag is read off them (`VBD` → `VERB`). Write `VBZ/AUX` to choose another. */
  readonly tags?: string;
  /** Lemmas; by default a small rule undoes the commonest endings, so give them where a test depends on one. */
  readonly lemmas?: string;
  /** Heads counted from 1 inside each sentence, 0 for the root. Without heads every word hangs on the first one. */
  readonly heads?: string;
  /** Universal Dependencies relations. */
  readonly deps?: string;
}

/** The layers that {@link makeDoc} fills. */
export type MadeDoc = Doc<
  "blocks" | "sentences" | "tokens" | "tags" | "lemmas" | "syntax" | "names" | "mentions" | "clusters"
>;

interface OpenMention {
  readonly firstToken: number;
}

const TYPES: ReadonlySet<string> = new Set([
  "person",
  "organization",
  "place",
  "group",
  "event",
  "product",
  "law",
  "work",
  "demonym",
]);

/**
 * Builds the smallest Doc by hand, as spaCy's tests do from `words` and `heads`.
 *
 * Words are separated by blanks, punctuation and clitics (`'s`, `n't`) too; the text is joined the way it is printed.
 * A line break ends a sentence, an empty line a block. Brackets mark mentions and may nest: `[Pompeo]`, with a type
 * `[Pompeo]person`, and with a cluster `[he]person#0`. A mention whose head is a proper noun (or which has the type
 * `demonym`) is also a name. Mentions without `#` get a cluster of their own, in text order after the numbered ones.
 *
 * @example
 * makeDoc("[Pompeo]person#0 said [he]person#0 agreed .", {
 *   tags: "NNP VBD PRP VBD .",
 *   heads: "2 0 4 2 2",
 *   deps: "nsubj root nsubj ccomp punct",
 * }).text // => "Pompeo said he agreed."
 */
export function makeDoc(marked: string, options: MakeDocOptions = {}): MadeDoc {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const blockStarts: number[] = [];
  const found: { firstToken: number; endToken: number; type: string; cluster: number }[] = [];
  let text = "";
  for (const [block, paragraph] of marked
    .trim()
    .split(/\n\s*\n/)
    .entries()) {
    if (block > 0) text += "\n\n";
    blockStarts.push(text.length);
    for (const [line, sentence] of paragraph.split("\n").entries()) {
      if (line > 0) text += " ";
      const firstToken = tokens.length;
      const open: OpenMention[] = [];
      let glue = true;
      let quoted = false;
      for (const item of sentence.trim().split(/\s+/)) {
        const parts = /^(\[*)(.*?)((?:\][a-z]*(?:#\d+)?)*)$/.exec(item);
        if (!parts) throw new Error(`makeDoc: cannot read "${item}".`);
        const [, opening, form, closing] = parts as unknown as [string, string, string, string];
        for (const _ of opening) open.push({ firstToken: tokens.length });
        if (form) {
          const closes = form === '"' && quoted;
          if (!glue && !closes && !/^([.,;:?!)\]”%]|['’](s|re|ve|ll|d|m)?|n['’]t)$/.test(form)) text += " ";
          const start = text.length;
          text += form;
          tokens.push({ start, end: text.length, form });
          glue = /^[($“]$/.test(form) || (form === '"' && !quoted);
          if (form === '"') quoted = !quoted;
        }
        for (const [, type, cluster] of closing.matchAll(/\]([a-z]*)(?:#(\d+))?/g)) {
          const mention = open.pop();
          if (!mention) throw new Error(`makeDoc: "]" without "[" at "${item}".`);
          found.push({
            firstToken: mention.firstToken,
            endToken: tokens.length,
            type: type!,
            cluster: cluster === undefined ? -1 : Number(cluster),
          });
        }
      }
      const start = tokens[firstToken]!.start;
      sentences.push({ start, end: text.length, firstToken, endToken: tokens.length, block });
    }
  }
  const blocks = blockStarts.map((start, i) => {
    const end = i + 1 < blockStarts.length ? blockStarts[i + 1]! - 2 : text.length;
    return { start, end, kind: "paragraph" as const, pieces: [{ start, end }] };
  });

  const tags = readTags(tokens, options.tags);
  const syntax = readArcs(tokens, sentences, options);
  const lemmas =
    readList(tokens, options.lemmas, "lemmas") ?? tokens.map((token, t) => guessLemma(token.form, tags[t]!));
  found.sort((a, b) => a.firstToken - b.firstToken || b.endToken - a.endToken);
  const names: Name[] = [];
  const mentions: Mention[] = found.map(({ firstToken, endToken, type }) => {
    if (type !== "" && !TYPES.has(type)) throw new Error(`makeDoc: unknown entity type "${type}".`);
    const span = { start: tokens[firstToken]!.start, end: tokens[endToken - 1]!.end };
    const head = options.heads ? headOf(syntax, firstToken, endToken) : endToken - 1;
    const demonym = type === "demonym";
    const tag = tags[head]!;
    const kind = demonym || tag.pos === "PROPN" ? "name" : tag.pos === "PRON" ? "pronoun" : "nominal";
    const entityType = (demonym ? "place" : type || "organization") as EntityType;
    if (kind === "name") {
      names.push({ ...span, firstToken, endToken, score: 1, type: (demonym ? "demonym" : entityType) as Name["type"] });
    }
    return {
      ...span,
      kind,
      firstToken,
      endToken,
      head,
      sentence: sentences.findIndex((s) => s.firstToken <= head && head < s.endToken),
      plural: tag.xpos === "NNS" || tag.xpos === "NNPS" || /^(we|us|they|them|their|our)$/i.test(tokens[head]!.form),
      gender: genderOf(tokens[head]!.form),
      ...(type === "" ? {} : { entityType }),
      ...(demonym ? { demonym: true } : {}),
    };
  });
  return {
    id: options.id ?? "test",
    text,
    messages: [],
    blocks,
    sentences,
    tokens,
    tags,
    lemmas,
    syntax,
    names,
    mentions,
    clusters: readClusters(
      text,
      mentions,
      found.map((m) => m.cluster),
    ),
  };
}

function readList(tokens: readonly Token[], list: string | undefined, what: string): string[] | undefined {
  if (list === undefined) return undefined;
  const items = list.trim().split(/\s+/);
  if (items.length !== tokens.length) {
    throw new Error(
      `makeDoc: ${tokens.length} words but ${items.length} ${what}: ${tokens.map((t) => t.form).join(" ")}`,
    );
  }
  return items;
}

function readTags(tokens: readonly Token[], list: string | undefined): Tag[] {
  const xposes = readList(tokens, list, "tags") ?? tokens.map((token) => guessXpos(token.form));
  return xposes.map((item) => {
    const [xpos, pos] = item === "/" ? ["/"] : item.split("/");
    return { xpos: xpos!, pos: (pos as Upos | undefined) ?? toUpos(xpos!) };
  });
}

function readArcs(tokens: readonly Token[], sentences: readonly Sentence[], options: MakeDocOptions): Arc[] {
  const heads = readList(tokens, options.heads, "heads");
  const deps = readList(tokens, options.deps, "deps");
  const arcs: Arc[] = [];
  for (const { firstToken, endToken } of sentences) {
    for (let t = firstToken; t < endToken; t++) {
      const head = heads ? Number(heads[t]) : t === firstToken ? 0 : 1;
      arcs.push({ head: head === 0 ? -1 : firstToken + head - 1, dep: deps?.[t] ?? (head === 0 ? "root" : "dep") });
    }
  }
  return arcs;
}

/** The first token of the span whose head lies outside of it. */
function headOf(syntax: readonly Arc[], firstToken: number, endToken: number): number {
  for (let t = firstToken; t < endToken; t++) {
    const { head } = syntax[t]!;
    if (head < firstToken || head >= endToken) return t;
  }
  return endToken - 1;
}

function readClusters(text: string, mentions: readonly Mention[], numbers: readonly number[]): Cluster[] {
  const groups: number[][] = [];
  for (const [m, cluster] of numbers.entries()) {
    if (cluster < 0) continue;
    groups[cluster] ??= [];
    groups[cluster].push(m);
  }
  for (let c = 0; c < groups.length; c++) {
    if (!groups[c]) throw new Error(`makeDoc: cluster #${c} has no mention; number clusters from 0 without gaps.`);
  }
  for (const [m, cluster] of numbers.entries()) if (cluster < 0) groups.push([m]);
  return groups.map((members) => {
    const forms = members.filter((m) => mentions[m]!.kind === "name").map((m) => slice(text, mentions[m]!));
    const name = [...forms].sort((a, b) => b.length - a.length)[0];
    return {
      name: name ?? slice(text, mentions[members[0]!]!),
      entityType: mentions[members[0]!]!.entityType ?? "organization",
      mentions: members,
      aliases: [...new Set(forms)].filter((form) => form !== name),
      named: name !== undefined,
      speaksFor: -1,
    };
  });
}

const slice = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end);

function genderOf(form: string): Gender {
  if (/^(he|him|his|himself)$/i.test(form)) return "male";
  if (/^(she|her|hers|herself)$/i.test(form)) return "female";
  return /^(it|its|itself)$/i.test(form) ? "neuter" : "unknown";
}

function guessXpos(form: string): string {
  if (/^\p{Lu}/u.test(form)) return "NNP";
  if (/^(he|she|it|they|him|her|them|we|us|i|you)$/i.test(form)) return "PRP";
  return /^\p{L}/u.test(form) ? "NN" : /^\d/.test(form) ? "CD" : ".";
}

const UPOS_OF: Readonly<Record<string, Upos>> = {
  NN: "NOUN",
  NNS: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  PRP: "PRON",
  PRP$: "PRON",
  WP: "PRON",
  WP$: "PRON",
  WDT: "PRON",
  EX: "PRON",
  MD: "AUX",
  DT: "DET",
  PDT: "DET",
  JJ: "ADJ",
  JJR: "ADJ",
  JJS: "ADJ",
  RB: "ADV",
  RBR: "ADV",
  RBS: "ADV",
  WRB: "ADV",
  CD: "NUM",
  IN: "ADP",
  RP: "ADP",
  TO: "PART",
  POS: "PART",
  CC: "CCONJ",
  UH: "INTJ",
  SYM: "SYM",
  $: "SYM",
  FW: "X",
};

function toUpos(xpos: string): Upos {
  return UPOS_OF[xpos] ?? (xpos.startsWith("VB") ? "VERB" : "PUNCT");
}

function guessLemma(form: string, { pos, xpos }: Tag): string {
  if (pos === "PROPN") return form;
  const lower = form.toLowerCase();
  if (xpos === "NNS") return lower.replace(/ies$/, "y").replace(/(?<=(s|x|z|ch|sh))es$|(?<!s)s$/, "");
  if (xpos === "VBZ") return lower.replace(/ies$/, "y").replace(/(?<=(s|x|z|ch|sh))es$|(?<!s)s$/, "");
  // "warned" and "voted" look alike: words that end in a silent e need their lemmas given.
  if (/^VB[DN]$/.test(xpos) && /[^e]ed$/.test(lower)) return lower.slice(0, -2);
  return (
    { said: "say", told: "tell", was: "be", is: "be", are: "be", were: "be", has: "have", had: "have" }[lower] ?? lower
  );
}
