interface StancegraphErrorOptions extends ErrorOptions {
  /** Machine-readable and stable, such as `unknown-format`. */
  readonly code: string;
}

abstract class StancegraphError extends Error {
  readonly code: string;
  constructor(message: string, { code, ...options }: StancegraphErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The caller asked for something that cannot be: a wrong option, an unknown format. */
export class UsageError extends StancegraphError {}

/** The data cannot be used: a broken file, a graph of another version. */
export class InputError extends StancegraphError {}

/** A fault of ours; the message says what to report. */
export class InternalError extends StancegraphError {}
