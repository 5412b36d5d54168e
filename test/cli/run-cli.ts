import { type SpawnOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly stdin?: string;
  /** Stop reading standard output after its first bytes, as `| head` does. */
  readonly hangUp?: boolean;
  /** Is called with the process as its output grows. */
  readonly onOutput?: (output: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the program as its users do: a process of its own, from its sources. */
export function runCli(
  args: readonly string[],
  { cwd = ROOT, stdin = "", hangUp = false, onOutput }: CliOptions = {},
): Promise<CliResult> {
  const options: SpawnOptions = { cwd, stdio: "pipe", env: { ...process.env, NODE_OPTIONS: "" } };
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), MAIN, ...args], options);
  return new Promise((done, fail) => {
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name]!.setEncoding("utf8").on("data", (text: string) => {
        output[name] += text;
        if (hangUp) child.stdout!.destroy();
        onOutput?.(output.stdout + output.stderr, (signal) => child.kill(signal));
      });
    }
    child.stdin!.on("error", () => {});
    child.stdin!.end(stdin);
    child.on("error", fail);
    child.on("close", (status) => done({ status, ...output }));
  });
}
