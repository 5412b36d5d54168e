import { mix } from "../hashing.ts";
import * as F from "./form-table.ts";

export const TAGGER_FEATURES = 66;

/** What holds for a whole sentence: whether it is in capitals throughout, and its last mark. */
export interface SentenceFacts {
  readonly shouted: number;
  readonly lastWord: number;
}

export function sentenceFacts(rows: Int32Array, words: Int32Array): SentenceFacts {
  let capitals = 0;
  let letters = 0;
  for (let i = 0; i < words.length; i++) {
    const kind = rows[words[i]! * F.STRIDE + F.CAPITALS]!;
    const shape = rows[words[i]! * F.STRIDE + F.PREFIX_1]!;
    if (shape !== 0) letters++;
    if (shape !== 0 && kind > 0) capitals++;
  }
  return {
    shouted: letters > 3 && capitals > 0.8 * letters ? 1 : 0,
    lastWord: words.length > 0 ? rows[words[words.length - 1]! * F.STRIDE + F.LOWER]! : 0,
  };
}

function rowAt(words: Int32Array, j: number): number {
  return (j < 0 ? F.BEFORE : j >= words.length ? F.AFTER : words[j]!) * F.STRIDE;
}

/**
 * Writes the hashed features of word `i` into `out`.
 *
 * @param tag1 label of the word before, -1 at the start
 * @param tag2 label of the word before that
 */
export function taggerFeatures(
  rows: Int32Array,
  words: Int32Array,
  i: number,
  tag1: number,
  tag2: number,
  facts: SentenceFacts,
  out: Int32Array,
): void {
  const w0 = rowAt(words, i);
  const p1 = rowAt(words, i - 1);
  const p2 = rowAt(words, i - 2);
  const n1 = rowAt(words, i + 1);
  const n2 = rowAt(words, i + 2);
  const n3 = rowAt(words, i + 3);
  const form = rows[w0 + F.FORM]!;
  const lower = rows[w0 + F.LOWER]!;
  const shape = rows[w0 + F.SHAPE]!;
  const suffix2 = rows[w0 + F.SUFFIX_2]!;
  const suffix3 = rows[w0 + F.SUFFIX_3]!;
  const fine = rows[w0 + F.FINE]!;
  const middle = rows[w0 + F.MIDDLE]!;
  const coarse = rows[w0 + F.COARSE]!;
  const ambiguity = rows[w0 + F.AMBIGUITY]!;
  const capitals = rows[w0 + F.CAPITALS]! + (i === 0 ? 4 : 0) + facts.shouted * 8;
  const lowerP1 = rows[p1 + F.LOWER]!;
  const lowerN1 = rows[n1 + F.LOWER]!;
  const ambiguityN1 = rows[n1 + F.AMBIGUITY]!;
  const ambiguityN2 = rows[n2 + F.AMBIGUITY]!;
  const tags = mix(tag1, tag2);
  out[0] = mix(form, 1);
  out[1] = mix(lower, 2);
  out[2] = mix(rows[w0 + F.SUFFIX_1]!, 3);
  out[3] = mix(suffix2, 4);
  out[4] = mix(suffix3, 5);
  out[5] = mix(rows[w0 + F.SUFFIX_4]!, 6);
  out[6] = mix(rows[w0 + F.PREFIX_1]!, 7);
  out[7] = mix(rows[w0 + F.PREFIX_2]!, 8);
  out[8] = mix(rows[w0 + F.PREFIX_3]!, 9);
  out[9] = mix(rows[w0 + F.PREFIX_4]!, 10);
  out[10] = mix(shape, 11);
  out[11] = mix(mix(shape, capitals), 12);
  out[12] = mix(lowerP1, 13);
  out[13] = mix(rows[p2 + F.LOWER]!, 14);
  out[14] = mix(lowerN1, 15);
  out[15] = mix(rows[n2 + F.LOWER]!, 16);
  out[16] = mix(tag1, 17);
  out[17] = mix(tag2, 18);
  out[18] = mix(tags, 19);
  out[19] = mix(mix(tag1, lower), 20);
  out[20] = mix(mix(tag1, lowerN1), 21);
  out[21] = mix(ambiguity, 22);
  out[22] = mix(ambiguityN1, 23);
  out[23] = mix(mix(1, ambiguityN2), 24);
  out[24] = mix(mix(ambiguity, ambiguityN1), 25);
  out[25] = mix(mix(tag1, mix(ambiguity, ambiguityN1)), 26);
  out[26] = mix(mix(tags, ambiguity), 27);
  out[27] = mix(mix(mix(ambiguity, ambiguityN1), ambiguityN2), 28);
  out[28] = mix(mix(lowerP1, lower), 29);
  out[29] = mix(mix(lower, lowerN1), 30);
  out[30] = mix(mix(lowerP1, lowerN1), 31);
  out[31] = mix(rows[p1 + F.SUFFIX_3]!, 32);
  out[32] = mix(rows[n1 + F.SUFFIX_3]!, 33);
  out[33] = mix(mix(rows[n1 + F.SUFFIX_2]!, tag1), 34);
  out[34] = mix(rows[n2 + F.SUFFIX_3]!, 35);
  out[35] = mix(mix(suffix3, tag1), 36);
  out[36] = mix(mix(suffix2, mix(rows[n1 + F.SUFFIX_2]!, tag1)), 37);
  out[37] = mix(mix(suffix3, tags), 38);
  out[38] = mix(fine, 39);
  out[39] = mix(middle, 40);
  out[40] = mix(mix(1, coarse), 41);
  out[41] = mix(mix(1, rows[p1 + F.FINE]!), 42);
  out[42] = mix(mix(1, rows[n1 + F.FINE]!), 43);
  out[43] = mix(mix(1, rows[n2 + F.FINE]!), 44);
  out[44] = mix(mix(fine, tag1), 45);
  out[45] = mix(mix(fine, suffix3), 46);
  out[46] = mix(mix(middle, rows[n1 + F.MIDDLE]!), 47);
  out[47] = mix(mix(rows[p1 + F.MIDDLE]!, middle), 48);
  out[48] = mix(mix(middle, ambiguity), 49);
  out[49] = mix(mix(rows[p1 + F.COARSE]!, mix(coarse, rows[n1 + F.COARSE]!)), 50);
  out[50] = mix(mix(mix(shape, coarse), capitals), 51);
  out[51] = mix(mix(capitals, tag1), 52);
  out[52] = mix(mix(rows[p1 + F.CAPITALS]!, mix(capitals, rows[n1 + F.CAPITALS]!)), 53);
  out[53] = mix(mix(facts.lastWord, ambiguity), 54);
  out[54] = mix(mix(lower, tags), 55);
  out[55] = mix(mix(capitals, ambiguity), 56);
  out[56] = mix(mix(mix(capitals, fine), rows[n1 + F.CAPITALS]!), 57);
  out[57] = mix(mix(tag1, mix(lower, ambiguityN1)), 58);
  out[58] = mix(mix(lower, mix(ambiguityN1, ambiguityN2)), 59);
  out[59] = mix(mix(tags, rows[n1 + F.FINE]!), 60);
  out[60] = mix(mix(mix(tag1, ambiguity), rows[n1 + F.LOWER]!), 61);
  out[61] = mix(mix(rows[p1 + F.LOWER]!, tags), 62);
  out[62] = mix(mix(rows[n3 + F.AMBIGUITY]!, mix(ambiguityN1, ambiguityN2)), 63);
  out[63] = mix(mix(mix(tag1, middle), rows[n1 + F.MIDDLE]!), 64);
  out[64] = mix(mix(rows[p2 + F.LOWER]!, lowerP1), 65);
  out[65] = mix(mix(lowerN1, rows[n2 + F.LOWER]!), 66);
}
