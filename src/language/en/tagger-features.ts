import { mix } from "../hashing.ts";
import * as F from "./form-table.ts";

export const MAX_TAGGER_FEATURES = 80;

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

/**
 * Writes the hashed features of word `i` into `out` and returns how many there are.
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
): number {
  const count = words.length;
  const at = (j: number): number => (j < 0 ? F.BEFORE : j >= count ? F.AFTER : words[j]!) * F.STRIDE;
  const w0 = at(i);
  const p1 = at(i - 1);
  const p2 = at(i - 2);
  const n1 = at(i + 1);
  const n2 = at(i + 2);
  const n3 = at(i + 3);
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
  let n = 0;
  const put = (template: number, value: number): void => {
    out[n++] = mix(value, template);
  };

  put(1, form);
  put(2, lower);
  put(3, rows[w0 + F.SUFFIX_1]!);
  put(4, suffix2);
  put(5, suffix3);
  put(6, rows[w0 + F.SUFFIX_4]!);
  put(7, rows[w0 + F.PREFIX_1]!);
  put(8, rows[w0 + F.PREFIX_2]!);
  put(9, rows[w0 + F.PREFIX_3]!);
  put(10, rows[w0 + F.PREFIX_4]!);
  put(11, shape);
  put(12, mix(shape, capitals));
  put(13, lowerP1);
  put(14, rows[p2 + F.LOWER]!);
  put(15, lowerN1);
  put(16, rows[n2 + F.LOWER]!);
  put(17, tag1);
  put(18, tag2);
  put(19, tags);
  put(20, mix(tag1, lower));
  put(21, mix(tag1, lowerN1));
  put(22, ambiguity);
  put(23, ambiguityN1);
  put(24, mix(1, ambiguityN2));
  put(25, mix(ambiguity, ambiguityN1));
  put(26, mix(tag1, mix(ambiguity, ambiguityN1)));
  put(27, mix(tags, ambiguity));
  put(28, mix(mix(ambiguity, ambiguityN1), ambiguityN2));
  put(29, mix(lowerP1, lower));
  put(30, mix(lower, lowerN1));
  put(31, mix(lowerP1, lowerN1));
  put(32, rows[p1 + F.SUFFIX_3]!);
  put(33, rows[n1 + F.SUFFIX_3]!);
  put(34, mix(rows[n1 + F.SUFFIX_2]!, tag1));
  put(35, rows[n2 + F.SUFFIX_3]!);
  put(36, mix(suffix3, tag1));
  put(37, mix(suffix2, mix(rows[n1 + F.SUFFIX_2]!, tag1)));
  put(38, mix(suffix3, tags));
  put(39, fine);
  put(40, middle);
  put(41, mix(1, coarse));
  put(42, mix(1, rows[p1 + F.FINE]!));
  put(43, mix(1, rows[n1 + F.FINE]!));
  put(44, mix(1, rows[n2 + F.FINE]!));
  put(45, mix(fine, tag1));
  put(46, mix(fine, suffix3));
  put(47, mix(middle, rows[n1 + F.MIDDLE]!));
  put(48, mix(rows[p1 + F.MIDDLE]!, middle));
  put(49, mix(middle, ambiguity));
  put(50, mix(rows[p1 + F.COARSE]!, mix(coarse, rows[n1 + F.COARSE]!)));
  put(51, mix(mix(shape, coarse), capitals));
  put(52, mix(capitals, tag1));
  put(53, mix(rows[p1 + F.CAPITALS]!, mix(capitals, rows[n1 + F.CAPITALS]!)));
  put(54, mix(facts.lastWord, ambiguity));
  put(55, mix(lower, tags));
  put(56, mix(capitals, ambiguity));
  put(57, mix(mix(capitals, fine), rows[n1 + F.CAPITALS]!));
  put(58, mix(tag1, mix(lower, ambiguityN1)));
  put(59, mix(lower, mix(ambiguityN1, ambiguityN2)));
  put(60, mix(tags, rows[n1 + F.FINE]!));
  put(61, mix(mix(tag1, ambiguity), rows[n1 + F.LOWER]!));
  put(62, mix(rows[p1 + F.LOWER]!, tags));
  put(63, mix(rows[n3 + F.AMBIGUITY]!, mix(ambiguityN1, ambiguityN2)));
  put(64, mix(mix(tag1, middle), rows[n1 + F.MIDDLE]!));
  put(65, mix(rows[p2 + F.LOWER]!, lowerP1));
  put(66, mix(lowerN1, rows[n2 + F.LOWER]!));
  return n;
}
