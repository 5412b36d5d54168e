/** First bytes of files that people take for text, and what to do instead. */
const MAGIC: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "a ZIP archive or an office document"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old office document"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "an RTF file"],
  [[0x89, 0x50, 0x4e, 0x47], "a PNG image"],
  [[0xff, 0xd8, 0xff], "a JPEG image"],
  [[0x47, 0x49, 0x46, 0x38], "a GIF image"],
  [[0x1f, 0x8b], "a gzip archive"],
  [[0x7f, 0x45, 0x4c, 0x46], "a program"],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], "an SQLite database"],
];

const SAMPLE = 65_536;

/**
 * Says what a file is if it is no text, or undefined. A few stray control characters do not make a file binary;
 * more than one in fifty does.
 */
export function findBinary(bytes: Uint8Array): string | undefined {
  for (const [magic, what] of MAGIC) if (magic.every((byte, i) => bytes[i] === byte)) return what;
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  return controls * 50 > sample.length ? "binary data" : undefined;
}
