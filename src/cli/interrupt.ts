/** Exit status of a program that Ctrl-C ended, as shells count. */
const INTERRUPTED = 130;

let waiting: (() => void) | undefined;

/**
 * Ends the program at Ctrl-C or a request to terminate. Files are written whole or not at all, so nothing is left half
 * done; temporary ones go with the process.
 */
export function exitOnInterrupt(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!waiting) process.exit(INTERRUPTED);
      waiting();
    });
  }
}

/**
 * Resolves at the next Ctrl-C, and none after it ends the program: npm passes on the signal that the terminal has sent
 * already, so one key comes twice.
 */
export function untilInterrupted(): Promise<void> {
  return new Promise((done) => {
    waiting = done;
  });
}
