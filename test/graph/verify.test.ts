import { describe, expect, test } from "vitest";
import type { Document } from "../../src/core/index.ts";
import { createVerifier } from "../../src/graph/index.ts";
import { DOCUMENTS, makeGraph } from "./fixture.ts";

function verify(documents: readonly Document[]) {
  const verifier = createVerifier(makeGraph());
  for (const document of documents) verifier.check(document);
  return verifier.finish();
}

describe("createVerifier(graph)", () => {
  test("finds nothing wrong with the documents of the graph, in any order", () => {
    expect(verify(DOCUMENTS)).toEqual({ checked: 6, problems: [] });
    expect(verify([...DOCUMENTS].reverse())).toEqual({ checked: 6, problems: [] });
  });

  test("finds one wrong character", () => {
    const { problems } = verify(
      DOCUMENTS.map((d) => (d.id === "a" ? { ...d, text: d.text.replace("now", "not") } : d)),
    );
    expect(problems).toEqual([
      {
        edge: "stance:entity:germany|entity:huawei|oppose",
        docId: "a",
        reason:
          'expected "Officials said Germany now blocks Huawei" at 0–40, found "Officials said Germany not blocks Huawei"',
      },
    ]);
  });

  test("finds evidence whose document is missing", () => {
    expect(verify(DOCUMENTS.slice(1)).problems.map(({ docId, reason }) => `${docId}: ${reason}`)).toEqual(
      Array(3).fill("b: its document was not given"),
    );
  });
});
