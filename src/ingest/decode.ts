import { InputError, type Messages } from "../core/index.ts";
import { findBinary } from "./binary.ts";

export interface DecodeOptions {
  /** For messages. */
  readonly name: string;
  /** A label of the Encoding Standard ("windows-1251"); default: found out. */
  readonly encoding?: string | undefined;
  /** What the file says of itself (`<meta charset>`): used where it is no UTF-8. */
  readonly declared?: string | undefined;
}

/**
 * Turns a file's bytes into text. A byte order mark decides; else UTF-16 shows by its zeros; else it is UTF-8 if every
 * byte fits; else the encoding is guessed, with the message `ingest/encoding-guessed`. A text that is UTF-8 but for a few
 * broken bytes is read as UTF-8 with U+FFFD in their place, with the message `ingest/invalid-utf8`.
 *
 * @throws InputError `binary` for what is no text, `unknown-encoding` for an option that names none
 */
export async function decodeText(bytes: Uint8Array, options: DecodeOptions, messages: Messages): Promise<string> {
  if (options.encoding !== undefined) return decodeAs(options.encoding, bytes, options.name);
  const utf16 = findUtf16(bytes);
  if (utf16) return decodeAs(utf16, bytes, options.name);
  const binary = findBinary(bytes);
  if (binary) {
    throw new InputError(
      `${options.name} is ${binary}, not text. Save it as plain text, Markdown, HTML or JSON first.`,
      { code: "binary" },
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeLegacy(bytes, options, messages);
  }
}

async function decodeLegacy(bytes: Uint8Array, { name, declared }: DecodeOptions, messages: Messages): Promise<string> {
  const { firstInvalid, invalid, multibyte } = scanUtf8(bytes);
  const broken = `byte 0x${bytes[firstInvalid]!.toString(16).toUpperCase().padStart(2, "0")} at offset ${firstInvalid}`;
  // Real words of a legacy encoding hardly ever form UTF-8 sequences, so a few good ones tell.
  if (multibyte >= 2 * invalid) {
    messages.add({
      severity: "warning",
      reason: `${name} is broken UTF-8 (${broken}; ${invalid} in all). Each broken byte was read as U+FFFD.`,
      ruleId: "ingest/invalid-utf8",
    });
    return new TextDecoder("utf-8").decode(bytes);
  }
  const encoding = (declared && isEncoding(declared) ? declared : undefined) ?? (await guessEncoding(bytes));
  messages.add({
    severity: "warning",
    reason: `${name} is not UTF-8 (${broken}). It was read as ${encoding}; save it as UTF-8, or name its encoding, if that is wrong.`,
    ruleId: "ingest/encoding-guessed",
  });
  return decodeAs(encoding, bytes, name);
}

/** UTF-16 by its byte order mark, or by zeros that stand in every other byte of what is mostly ASCII. */
function findUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  const [even, odd] = zeros as [number, number];
  if (odd > length * 0.3 && even < length * 0.02) return "utf-16le";
  if (even > length * 0.3 && odd < length * 0.02) return "utf-16be";
  return undefined;
}

function scanUtf8(bytes: Uint8Array): { firstInvalid: number; invalid: number; multibyte: number } {
  let firstInvalid = -1;
  let invalid = 0;
  let multibyte = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i]!;
    const length =
      byte < 0x80
        ? 1
        : byte >= 0xc2 && byte < 0xe0
          ? 2
          : byte >= 0xe0 && byte < 0xf0
            ? 3
            : byte >= 0xf0 && byte < 0xf5
              ? 4
              : 0;
    let good = length > 0;
    for (let k = 1; k < length && good; k++) good = i + k < bytes.length && (bytes[i + k]! & 0xc0) === 0x80;
    // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
    const second = bytes[i + 1]!;
    if (
      good &&
      ((byte === 0xe0 && second < 0xa0) ||
        (byte === 0xed && second > 0x9f) ||
        (byte === 0xf0 && second < 0x90) ||
        (byte === 0xf4 && second > 0x8f))
    )
      good = false;
    if (!good) {
      if (firstInvalid < 0) firstInvalid = i;
      invalid++;
    } else if (length > 1) multibyte++;
    i += good ? length : 1;
  }
  return { firstInvalid: Math.max(firstInvalid, 0), invalid, multibyte };
}

async function guessEncoding(bytes: Uint8Array): Promise<string> {
  const { analyse } = await import("chardet");
  const guesses = analyse(bytes.subarray(0, 262_144)).filter(
    ({ name }) => !/^UTF-8|^ASCII/i.test(name) && isEncoding(name),
  );
  const western = guesses.find(({ name }) => /^(?:windows-1252|ISO-8859-1)$/i.test(name));
  const best = guesses[0];
  // Short Western texts look a little like everything else.
  if (!best || best.confidence < 20 || (western && best.confidence - western.confidence <= 10)) return "windows-1252";
  return best.name.toLowerCase();
}

export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function decodeAs(label: string, bytes: Uint8Array, name: string): string {
  if (!isEncoding(label)) {
    throw new InputError(
      `${name}: unknown encoding "${label}"; expected a label such as utf-8, utf-16le or windows-1252.`,
      {
        code: "unknown-encoding",
      },
    );
  }
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  // Several releases of Node decode windows-1252 as ISO-8859-1 (nodejs/node#56542).
  return decoder.encoding === "windows-1252"
    ? text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80]!)
    : text;
}

const WINDOWS_1252 = [..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"];
