import { compareText } from "../core/index.ts";
import type { GraphDocument } from "../graph/index.ts";
import { countVoices, type Voices } from "./lens.ts";
import { countPolarities, groupBy, type Sides, type Statement } from "./statements.ts";

/** What one outlet carries. */
export interface OutletSides {
  /** The publisher's name, or the author's; "" where the documents give none. */
  readonly outlet: string;
  readonly documents: number;
  readonly statements: readonly Statement[];
  readonly sides: Sides;
  readonly voices: Voices;
}

export type OutletField = "publisher" | "author";

/** Which outlet carries which side of the given statements, those with the most first. `by` author: bylines. */
export function findOutletSides(statements: readonly Statement[], by: OutletField = "publisher"): OutletSides[] {
  return [...groupBy(statements, ({ document }) => document?.[by] ?? "")]
    .map(([outlet, group]) => ({
      outlet,
      documents: new Set(group.map(({ evidence }) => evidence.docId)).size,
      statements: group,
      sides: countPolarities(group),
      voices: countVoices(group.map(({ evidence }) => evidence)),
    }))
    .sort((a, b) => b.statements.length - a.statements.length || compareText(a.outlet, b.outlet));
}

/** A stance that rests on one text, and how sure it is. */
export interface SingleSource {
  readonly edge: string;
  readonly statements: readonly Statement[];
  readonly confidence: number;
  readonly outlet: string;
}

/**
 * Stances that a single outlet vouches for (the document itself where it names no publisher), the most repeated first: what
 * to check before it is printed.
 */
export function findSingleSourced(statements: readonly Statement[]): SingleSource[] {
  const outletOf = (document: GraphDocument | undefined, docId: string) => document?.publisher ?? docId;
  return [...groupBy(statements, ({ edge }) => edge)]
    .flatMap(([edge, group]) => {
      const outlets = new Set(group.map(({ document, evidence }) => outletOf(document, evidence.docId)));
      if (outlets.size > 1) return [];
      const confidence = Math.max(...group.map(({ evidence }) => evidence.confidence));
      return [{ edge, statements: group, confidence, outlet: group[0]!.document?.publisher ?? "" }];
    })
    .sort(
      (a, b) => b.statements.length - a.statements.length || b.confidence - a.confidence || compareText(a.edge, b.edge),
    );
}
