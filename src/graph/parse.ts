import { MultiDirectedGraph } from "graphology";
import { z } from "zod";
import { ENTITY_TYPES, InputError, POLARITIES, PREDICATES, UsageError } from "../core/index.ts";
import {
  type EdgeAttributes,
  GRAPH_FORMAT_VERSION,
  type GraphAttributes,
  type NodeAttributes,
  type StanceGraph,
} from "./schema.ts";

/** More than this no viewer shows and no analyst reads; such a file is refused. */
export const MAX_NODES = 200_000;
export const MAX_EDGES = 1_000_000;

const count = z.int().nonnegative();
const probability = z.number().min(0).max(1);
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "expected YYYY-MM-DD");
const offsets = z.tuple([count, count]);
// An address becomes a link, so what could run code is let go.
const url = z
  .string()
  .transform((address) => (/^https?:\/\//i.test(address) ? address : undefined))
  .optional();

const chainLink = z.looseObject({
  source: z.string(),
  sourceKind: z.enum(["named", "unnamed", "institution", "author"]),
  cue: z.string(),
  entity: z.string().optional(),
});

const evidence = z.looseObject({
  docId: z.string(),
  start: count,
  end: count,
  quote: z.string(),
  source: offsets.optional(),
  cue: z.array(offsets),
  target: offsets,
  explicit: z.boolean(),
  hedged: z.boolean(),
  negated: z.boolean(),
  conditional: z.boolean(),
  confidence: probability,
  reason: z.string(),
  chain: z.array(chainLink),
});

// Only stances are held by documents themselves.
const relationEvidence = evidence.extend({ source: offsets });

const edgeBase = {
  weight: count,
  documents: count,
  confidence: probability,
  firstDate: day.optional(),
  lastDate: day.optional(),
};
const edgeAttributes = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("stance"), polarity: z.enum(POLARITIES), ...edgeBase, evidence: z.array(evidence) }),
  z.looseObject({
    kind: z.literal("relation"),
    predicate: z.enum(PREDICATES),
    details: z.array(z.string()),
    ...edgeBase,
    evidence: z.array(relationEvidence),
  }),
]);

const nodeAttributes = z.looseObject({
  label: z.string(),
  entityType: z.enum(ENTITY_TYPES),
  aliases: z.array(z.string()),
  mentions: count,
  documents: count,
  x: z.number(),
  y: z.number(),
  size: z.number().nonnegative(),
  color: z.string().regex(/^#[0-9a-f]{6}$/i, "expected #rrggbb"),
  merges: z.array(z.looseObject({ docId: z.string(), name: z.string(), reason: z.string() })),
});

const graphAttributes = z.looseObject({
  format: z.literal("stancegraph"),
  version: z.literal(GRAPH_FORMAT_VERSION),
  generator: z.string(),
  options: z.record(z.string(), z.unknown()),
  documents: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string().optional(),
      date: day.optional(),
      publisher: z.string().optional(),
      author: z.string().optional(),
      url,
    }),
  ),
  texts: z.record(z.string(), z.string()).optional(),
});

const graphFile = z.object({
  attributes: graphAttributes,
  nodes: z.array(z.object({ key: z.string(), attributes: nodeAttributes })).max(MAX_NODES),
  edges: z
    .array(z.object({ key: z.string(), source: z.string(), target: z.string(), attributes: edgeAttributes }))
    .max(MAX_EDGES),
});

/**
 * Reads a graph file (see docs/graph-format.md) and checks all of it, so that what comes after need not. Attributes that
 * the format does not know are kept.
 *
 * @throws InputError `not-json`, `not-a-graph` (no stancegraph file, or a value that is not what it should be: the
 *   message says where), `newer-version`
 */
export function parseGraph(text: string): StanceGraph {
  if (typeof text !== "string") {
    throw new UsageError("parseGraph: expected the text of a graph file.", { code: "not-a-string" });
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new InputError(`The graph is not JSON: ${(cause as Error).message}`, { code: "not-json", cause });
  }
  checkFormat(data);
  const result = graphFile.safeParse(data);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new InputError(`The graph is not valid at ${showPath(issue.path)}: ${issue.message}.`, {
      code: "not-a-graph",
    });
  }
  return build(result.data);
}

/** The text of a graph file: graphology's serialisation, one line. The same graph gives the same bytes. */
export function serializeGraph(graph: StanceGraph): string {
  return `${JSON.stringify(graph.export())}\n`;
}

function checkFormat(data: unknown): void {
  const attributes = (data as { attributes?: { format?: unknown; version?: unknown } } | null)?.attributes;
  if (attributes?.format !== "stancegraph") {
    throw new InputError(
      'This is no stancegraph file: expected the graph attribute "format" to be "stancegraph". Make one with "stancegraph build".',
      { code: "not-a-graph" },
    );
  }
  const { version } = attributes;
  if (version === GRAPH_FORMAT_VERSION) return;
  throw new InputError(
    `The graph has format version ${JSON.stringify(version)}; this program reads version ${GRAPH_FORMAT_VERSION}. ${
      typeof version === "number" && version > GRAPH_FORMAT_VERSION ? "Update stancegraph" : "Build the graph again"
    }.`,
    { code: typeof version === "number" && version > GRAPH_FORMAT_VERSION ? "newer-version" : "unknown-version" },
  );
}

function build(data: z.infer<typeof graphFile>): StanceGraph {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
  graph.replaceAttributes(data.attributes);
  const invalid = (path: string, reason: string): InputError =>
    new InputError(`The graph is not valid at ${path}: ${reason}.`, { code: "not-a-graph" });
  data.nodes.forEach(({ key, attributes }, i) => {
    if (graph.hasNode(key)) throw invalid(`nodes[${i}].key`, `the key ${JSON.stringify(key)} is there twice`);
    graph.addNode(key, attributes as NodeAttributes);
  });
  data.edges.forEach(({ key, source, target, attributes }, i) => {
    if (graph.hasEdge(key)) throw invalid(`edges[${i}].key`, `the key ${JSON.stringify(key)} is there twice`);
    for (const [end, node] of [
      ["source", source],
      ["target", target],
    ] as const) {
      if (!graph.hasNode(node)) throw invalid(`edges[${i}].${end}`, `there is no node ${JSON.stringify(node)}`);
    }
    graph.addDirectedEdgeWithKey(key, source, target, attributes as EdgeAttributes);
  });
  return graph;
}

/** `nodes[3].attributes.label`, as people write it. */
function showPath(path: readonly PropertyKey[]): string {
  const shown = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return shown.replace(/^\./, "") || "its top";
}
