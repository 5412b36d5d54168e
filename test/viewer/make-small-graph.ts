import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { type EntityType, type Polarity, type Predicate, slug } from "../../src/core/index.ts";
import type { EdgeAttributes, EdgeChainLink, EdgeEvidence, NodeAttributes } from "../../src/graph/index.ts";
import { ARTICLES, type Article, HOSTILE_NAME, type Said } from "./small-articles.ts";

const TYPES: Record<string, EntityType> = {
  "Ada Quill": "person",
  "Tom Varley": "person",
  "Mira Okonjo-Lund": "person",
  "Jens Harrow": "person",
  "Elspeth Crane": "person",
  Norland: "place",
  "Skerry Islands": "place",
  Port: "place",
  "Tidewater Power": "organization",
  "Skerry Fishers' Union": "organization",
  "Norland Energy Ministry": "organization",
  "Green Coast": "organization",
  "Harbour Council": "organization",
  "Northern Herald": "organization",
  "Audit Office": "organization",
  "Halden Steel": "organization",
  "Sound Barrage": "product",
  "Offshore wind": "concept",
  "A referendum": "concept",
  "Coastal Waters Act": "law",
  Islanders: "group",
  "Barrage Summit": "event",
  [HOSTILE_NAME]: "work",
};

const ALIASES: Record<string, string[]> = {
  "Skerry Fishers' Union": ["SFU", "the fishers"],
  "Sound Barrage": ["the barrage", "the tidal barrage"],
  "Mira Okonjo-Lund": ["Okonjo-Lund"],
  "Ada Quill": ["Quill"],
  "Norland Energy Ministry": ["the ministry"],
};

const keyOf = (name: string): string => `${TYPES[name] === "concept" ? "concept" : "entity"}:${slug(name)}`;

function spanIn(sentence: string, words: string, offset: number): [number, number] {
  const at = sentence.indexOf(words);
  if (at < 0) throw new Error(`small graph: "${words}" is not in "${sentence}".`);
  return [offset + at, offset + at + words.length];
}

function toEvidence(article: Article, text: string, sentence: string, said: Said): EdgeEvidence {
  const start = text.indexOf(sentence);
  return {
    docId: article.id,
    start,
    end: start + sentence.length,
    quote: sentence,
    source: spanIn(sentence, said.holder, start),
    cue: said.cue.map((words) => spanIn(sentence, words, start)),
    target: spanIn(sentence, said.target, start),
    explicit: !said.inferred,
    hedged: said.hedged ?? false,
    negated: said.negated ?? false,
    conditional: said.conditional ?? false,
    confidence: said.confidence ?? 0.8,
    reason: said.reason ?? `the verb "${said.cue[0]}" has the holder as its subject and the target as its object`,
    chain: (said.chain ?? []).map(
      ([source, sourceKind, cue]): EdgeChainLink => ({
        source,
        sourceKind,
        cue,
        ...(TYPES[source] && { entity: keyOf(source) as `entity:${string}` }),
      }),
    ),
  };
}

/** Texts of the articles: title, then one paragraph for every two sentences. */
export function textOf(article: Article): string {
  const sentences = article.sentences.map((entry) => entry.text);
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += 2) paragraphs.push(sentences.slice(at, at + 2).join(" "));
  return [article.title, ...paragraphs].join("\n\n");
}

/** The invented graph that the viewer's tests open, as graphology's serialised JSON. Same bytes on every run. */
export function makeSmallGraph({ texts = true } = {}): string {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  const names = Object.keys(TYPES);
  names.forEach((name, index) => {
    const turn = (index / names.length) * 2 * Math.PI;
    graph.addNode(keyOf(name), {
      label: name,
      entityType: TYPES[name]!,
      aliases: ALIASES[name] ?? [],
      mentions: 0,
      documents: 0,
      x: Math.cos(turn),
      y: Math.sin(turn),
      size: 5,
      color: "#888888",
      merges: [],
    });
  });
  const mentionedIn = new Map<string, Set<string>>();
  for (const article of ARTICLES) {
    const text = textOf(article);
    for (const { text: sentence, claims } of article.sentences) {
      for (const said of claims) {
        const [source, target] = [keyOf(said.from), keyOf(said.to)];
        const key = slug(`${source} ${said.says} ${target}`);
        const evidence = toEvidence(article, text, sentence, said);
        if (graph.hasEdge(key)) {
          const edge = graph.getEdgeAttributes(key);
          edge.evidence.push(evidence);
        } else {
          graph.addDirectedEdgeWithKey(key, source, target, newEdge(said, evidence));
        }
        for (const node of [source, target]) {
          mentionedIn.set(node, (mentionedIn.get(node) ?? new Set()).add(article.id));
          graph.updateNodeAttribute(node, "mentions", (count = 0) => count + 1);
        }
      }
    }
  }
  finish(graph, mentionedIn);
  graph.replaceAttributes({
    format: "stancegraph",
    version: 1,
    generator: "stancegraph test fixture",
    options: {},
    documents: ARTICLES.map(({ id, title, date, publisher, author, url }) => ({
      id,
      title,
      date,
      publisher,
      ...(author && { author }),
      ...(url && { url }),
    })),
    ...(texts && { texts: Object.fromEntries(ARTICLES.map((article) => [article.id, textOf(article)])) }),
  });
  return `${JSON.stringify(graph.export(), null, 1)}\n`;
}

function newEdge(said: Said, evidence: EdgeEvidence): EdgeAttributes {
  const base = { weight: 0, documents: 0, confidence: 0, evidence: [evidence] };
  const isStance = ["support", "oppose", "mixed"].includes(said.says);
  return isStance
    ? { ...base, kind: "stance", polarity: said.says as Polarity }
    : { ...base, kind: "relation", predicate: said.says as Predicate, details: said.detail ? [said.detail] : [] };
}

function finish(
  graph: MultiDirectedGraph<NodeAttributes, EdgeAttributes>,
  mentionedIn: Map<string, Set<string>>,
): void {
  const dates = new Map(ARTICLES.map(({ id, date }) => [id, date]));
  graph.forEachEdge((_, edge) => {
    edge.evidence.sort((a, b) => (dates.get(a.docId)! < dates.get(b.docId)! ? -1 : 1));
    edge.weight = edge.evidence.length;
    edge.documents = new Set(edge.evidence.map(({ docId }) => docId)).size;
    edge.confidence = Math.max(...edge.evidence.map(({ confidence }) => confidence));
    edge.firstDate = dates.get(edge.evidence[0]!.docId)!;
    edge.lastDate = dates.get(edge.evidence.at(-1)!.docId)!;
  });
  const layOut = forceAtlas2 as unknown as typeof forceAtlas2.default;
  const places = layOut(graph, { iterations: 400, settings: { gravity: 1.2, scalingRatio: 12, adjustSizes: true } });
  graph.forEachNode((key, node) => {
    node.documents = mentionedIn.get(key)?.size ?? 0;
    node.size = Math.round(10 * (4 + 2.4 * Math.sqrt(node.mentions))) / 10;
    // Rounded, so that the last digits of another machine's arithmetic change no byte.
    node.x = Math.round(places[key]!.x * 10) / 10;
    node.y = Math.round(places[key]!.y * 10) / 10;
  });
}
