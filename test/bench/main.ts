import { parseArgs } from "node:util";
import { measureSpeed } from "./speed.ts";
import { measureStream } from "./stream.ts";
import { benchViewer } from "./viewer.ts";

const USAGE = `npm run bench -- [--rounds NUMBER] [--documents NUMBER]

  --rounds     times that the seeds are read for the figures of speed (default 9)
  --documents  length of the stream whose memory is watched (default 10000; 0 for none)`;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "9" },
    documents: { type: "string", default: "10000" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(USAGE);
else {
  await measureSpeed(Number(values.rounds));
  if (Number(values.documents) > 0) await measureStream(Number(values.documents));
  await benchViewer();
}
