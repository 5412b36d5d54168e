import cliProgress from "cli-progress";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  /** How much of `total` is done, and the words beside the bar. */
  update(done: number, words: string): void;
  stop(): void;
}

/** A bar on a terminal; where standard error goes elsewhere, a line at every tenth. Nothing with `--quiet`. */
export function createProgress(terminal: Terminal, label: string, total: number): Progress {
  if (terminal.quiet) return { update: () => {}, stop: () => {} };
  return process.stderr.isTTY ? createBar(label, total) : createLines(terminal, label, total);
}

function createBar(label: string, total: number): Progress {
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    // Without it the bar puts its own listener on SIGINT.
    gracefulExit: false,
    format: (options, params, payload: { words?: string }) => {
      const filled = cliProgress.Format.BarFormat(params.progress, {
        ...options,
        barsize: 28,
        barCompleteString: "█".repeat(28),
        barIncompleteString: "░".repeat(28),
      });
      return `${label} ${filled} ${String(Math.floor(params.progress * 100)).padStart(3)} %  ${payload.words ?? ""}`;
    },
  });
  bar.start(Math.max(1, total), 0, { words: "" });
  return {
    update: (done, words) => bar.update(Math.min(done, Math.max(1, total)), { words }),
    stop: () => bar.stop(),
  };
}

function createLines(terminal: Terminal, label: string, total: number): Progress {
  let tenth = 0;
  return {
    update(done, words) {
      const now = Math.floor((10 * done) / Math.max(1, total));
      if (now > tenth) terminal.note(`${label} ${Math.min(100, now * 10)} %  ${words}`);
      tenth = Math.max(tenth, now);
    },
    stop: () => {},
  };
}
