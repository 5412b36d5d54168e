import { listStatements, type Statement } from "../../analyse/index.ts";
import { createEvidenceTest, type Filters, type Visible } from "./filters.ts";
import type { StanceGraph } from "./stance-graph.ts";

/** The statements that the filters leave, by date: those of visible stances that are also in the period and the lens. */
export function findStatements(graph: StanceGraph, visible: Visible, filters: Filters): Statement[] {
  const accepts = createEvidenceTest(graph, filters);
  return listStatements(graph, { edges: visible.edges, ...(accepts && { accepts }) });
}
