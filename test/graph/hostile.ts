import fc from "fast-check";
import { serializeGraph } from "../../src/graph/index.ts";
import { makeGraph } from "./fixture.ts";

const NASTY = [
  "</script><script>window.hacked=1</script>",
  "<img src=x onerror=window.hacked=1>",
  "<!--",
  "\u202e\u2066rtl\u2069",
  "\0\x01\x1b[31m\x7f",
  "__proto__",
  "constructor",
  "toString",
  "\u2028\u2029",
  "a".repeat(20_000),
  "😀".repeat(200),
  "",
  " ",
  "javascript:window.hacked=1",
  "=cmd|' /C calc'!A0",
  "../../etc/passwd",
];

const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary", maxLength: 30 }));

interface HostileFile {
  // biome-ignore lint/suspicious/noExplicitAny: it is what a file may hold
  readonly graph: any;
  /** Whether the format allows it. */
  readonly valid: boolean;
}

const base = (): HostileFile["graph"] => JSON.parse(serializeGraph(makeGraph({ includeText: true })));

/** Every string that a document or a person chooses is nasty; keys, counts and offsets hold together. */
const strange: fc.Arbitrary<HostileFile> = fc
  .record({
    words: fc.array(nasty, { minLength: 8, maxLength: 8 }),
    far: fc.double({ noNaN: true, noDefaultInfinity: true }),
    ends: fc.nat(5_000_000),
  })
  .map(({ words, far, ends }) => {
    const graph = base();
    const word = (i: number): string => words[i % words.length]!;
    graph.nodes.forEach((node: HostileFile["graph"], i: number) => {
      node.attributes = {
        ...node.attributes,
        label: word(i),
        aliases: [word(i + 1)],
        mentions: ends,
        extra: { [word(2)]: word(3) },
      };
      if (i === 0) node.attributes.x = Math.max(-1e12, Math.min(1e12, far));
      for (const merge of node.attributes.merges) Object.assign(merge, { name: word(i), reason: word(i + 2) });
    });
    for (const { attributes } of graph.edges) {
      for (const item of attributes.evidence) {
        Object.assign(item, { quote: word(4), reason: word(5), end: ends, source: [ends, 0], cue: [[0, ends]] });
        // As where the document itself is the holder.
        if (attributes.kind === "stance" && ends % 2 === 0) delete item.source;
        item.chain = [{ source: word(6), sourceKind: "named", cue: word(7), entity: "__proto__" }];
      }
    }
    graph.attributes.generator = word(0);
    for (const document of graph.attributes.documents) {
      Object.assign(document, { title: word(1), publisher: word(2), author: word(3), url: word(4) });
    }
    graph.attributes.texts = Object.fromEntries(
      graph.attributes.documents.map(({ id }: { id: string }) => [id, words.join("\n\n")]),
    );
    return { graph, valid: true };
  });

const WRONG: readonly [path: string, value: unknown][] = [
  ["nodes.0.attributes.label", 5],
  ["nodes.0.attributes.x", null],
  ["nodes.0.attributes.entityType", "<b>"],
  ["nodes.1.key", "entity:5g"],
  ["edges.0.source", "__proto__"],
  ["edges.0.attributes.evidence", {}],
  ["edges.0.attributes.evidence.0.confidence", 7],
  ["edges.0.attributes.evidence.0.start", -1],
  ["edges.0.attributes.evidence.0.source", null],
  ["edges.0.attributes.weight", 1.5],
  ["attributes.documents", null],
  ["attributes.version", "1; drop table"],
  ["attributes.texts", { a: 1 }],
  ["nodes", "all of them"],
];

/** One thing is wrong with the file: a value of another kind, a field that is gone, a key that is there twice. */
const wrong: fc.Arbitrary<HostileFile> = fc
  .tuple(fc.constantFrom(...WRONG), fc.boolean())
  .map(([[path, value], remove]) => {
    const graph = base();
    const steps = path.split(".");
    const last = steps.pop()!;
    const holder = steps.reduce((inner, step) => inner[step], graph);
    if (remove && path !== "attributes.texts" && path !== "nodes.1.key") delete holder[last];
    else holder[last] = value;
    return { graph, valid: false };
  });

/** Graph files as somebody who means no good would write them, and whether the format allows them. */
export function makeHostileGraph(): fc.Arbitrary<HostileFile> {
  return fc.oneof({ weight: 3, arbitrary: strange }, { weight: 2, arbitrary: wrong });
}
