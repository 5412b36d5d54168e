#!/usr/bin/env node
import { exitOnInterrupt } from "./interrupt.ts";
import { run } from "./program.ts";

exitOnInterrupt();
process.exitCode = await run(process.argv.slice(2));
