import { writeFile } from "node:fs/promises";
import { makeSmallGraph } from "./make-small-graph.ts";

// npx tsx test/viewer/write-small-graph.ts: writes the fixture anew after a change of its articles.
await writeFile(new URL("../fixtures/graph-small.json", import.meta.url), makeSmallGraph());
