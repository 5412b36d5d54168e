import { compareText, type Polarity } from "../core/index.ts";
import type { EdgeEvidence, GraphDocument, StanceGraph } from "../graph/index.ts";

/** One sentence in which a holder takes or is given a stance: what every view of positions counts. */
export interface Statement {
  /** Key of the edge, and the index into its evidence. */
  readonly edge: string;
  readonly at: number;
  readonly holder: string;
  readonly target: string;
  readonly polarity: Polarity;
  /** The document's date as it has it: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; absent where it has none. */
  readonly date?: string;
  /** Undefined where the graph does not list the document. */
  readonly document: GraphDocument | undefined;
  readonly evidence: EdgeEvidence;
}

export interface StatementFilter {
  /** Only statements of these edges; all where absent. */
  readonly edges?: ReadonlySet<string>;
  /** Only statements whose evidence passes. */
  readonly accepts?: (evidence: EdgeEvidence, document: GraphDocument | undefined) => boolean;
}

/**
 * Lists the statements behind a graph's stances, by date (those without one last), then document, then place.
 * Relations are no statements. The graph is not changed.
 */
export function listStatements(graph: StanceGraph, filter: StatementFilter = {}): Statement[] {
  const documents = new Map(graph.getAttribute("documents").map((document) => [document.id, document]));
  const statements: Statement[] = [];
  graph.forEachEdge((edge, attributes, holder, target) => {
    if (attributes.kind !== "stance" || filter.edges?.has(edge) === false) return;
    attributes.evidence.forEach((evidence, at) => {
      const document = documents.get(evidence.docId);
      if (filter.accepts?.(evidence, document) === false) return;
      const date = document?.date;
      statements.push({
        edge,
        at,
        holder,
        target,
        polarity: attributes.polarity,
        document,
        evidence,
        ...(date !== undefined && { date }),
      });
    });
  });
  return statements.sort(compareStatements);
}

/** By date, undated last, then document, place and edge: a total order. */
function compareStatements(a: Statement, b: Statement): number {
  return (
    compareText(a.date ?? "\uffff", b.date ?? "\uffff") ||
    compareText(a.evidence.docId, b.evidence.docId) ||
    a.evidence.start - b.evidence.start ||
    compareText(a.edge, b.edge) ||
    a.at - b.at
  );
}

/** How many of something stand on each side. */
export type Sides = Readonly<Record<Polarity, number>>;

/** Counts statements by polarity. */
export function countPolarities(statements: Iterable<{ readonly polarity: Polarity }>): Sides {
  const sides = { support: 0, oppose: 0, mixed: 0 };
  for (const { polarity } of statements) sides[polarity]++;
  return sides;
}

/**
 * Where counts of statements come down: −1 (all opposed) to 1 (all in support); mixed statements pull to the middle.
 * 0 where there is none.
 */
export function netStance({ support, oppose, mixed }: Sides): number {
  const all = support + oppose + mixed;
  return all === 0 ? 0 : (support - oppose) / all;
}

/** Groups by a text, in the order in which the groups first come. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
