import { MultiDirectedGraph } from "graphology";
import { z } from "zod";
import { ENTITY_TYPES, InputError, POLARITIES, PREDICATES } from "../../core/index.ts";
import { GRAPH_FORMAT_VERSION } from "../../graph/index.ts";
import type { StanceGraph } from "./stance-graph.ts";

const offsets = z.tuple([z.number(), z.number()]);

const evidence = z.object({
  docId: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  source: offsets,
  cue: z.array(offsets),
  target: offsets,
  explicit: z.boolean(),
  hedged: z.boolean(),
  negated: z.boolean(),
  conditional: z.boolean(),
  confidence: z.number(),
  reason: z.string(),
  chain: z.array(
    z.object({
      source: z.string(),
      sourceKind: z.enum(["named", "unnamed", "institution", "author"]),
      cue: z.string(),
      entity: z.string().optional(),
    }),
  ),
});

const edge = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stance"), polarity: z.enum(POLARITIES), evidence: z.array(evidence) }),
  z.object({ kind: z.literal("relation"), predicate: z.enum(PREDICATES), evidence: z.array(evidence) }),
]);

const file = z.object({
  attributes: z.object({
    format: z.literal("stancegraph"),
    version: z.number(),
    documents: z.array(z.object({ id: z.string() })),
  }),
  nodes: z.array(
    z.object({ key: z.string(), attributes: z.object({ label: z.string(), entityType: z.enum(ENTITY_TYPES) }) }),
  ),
  edges: z.array(z.object({ key: z.string(), source: z.string(), target: z.string(), attributes: edge })),
});

/** Reads a graph file. Throws an `InputError` that says what is wrong with it, for people. */
export function readGraph(text: string): StanceGraph {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new InputError("It is not JSON.", { code: "not-json", cause });
  }
  const result = file.safeParse(data);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new InputError(`At ${issue.path.join(".") || "the top"}: ${issue.message}.`, { code: "not-a-graph" });
  }
  if (result.data.attributes.version > GRAPH_FORMAT_VERSION) {
    throw new InputError("It was written by a newer stancegraph.", { code: "newer-version" });
  }
  const graph = new MultiDirectedGraph();
  graph.import(data as Parameters<typeof graph.import>[0]);
  return graph as unknown as StanceGraph;
}
