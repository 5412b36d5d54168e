import { mix } from "../hashing.ts";
import type { ParseState } from "./arc-eager.ts";

/** What the parser sees of each word, in parallel; place `count` is the root, `count + 1` stands for no word. */
export interface ParserWords {
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly pos: Int32Array;
  readonly fine: Int32Array;
  readonly middle: Int32Array;
  readonly coarse: Int32Array;
}

export const MAX_PARSER_FEATURES = 160;

/** Writes the hashed features of a state into `out` and returns how many there are: Zhang & Nivre (2011), and word classes. */
export function parserFeatures(state: ParseState, words: ParserWords, out: Int32Array): number {
  const { count, stack, depth, heads, labels, left1, left2, right1, right2 } = state;
  const { word, tag, pos, fine, middle, coarse } = words;
  const none = count + 1;
  const buffer = state.buffer;
  const or = (place: number): number => (place < 0 ? none : place);
  const s0 = depth > 0 ? stack[depth - 1]! : none;
  const s1 = depth > 1 ? stack[depth - 2]! : none;
  const s2 = depth > 2 ? stack[depth - 3]! : none;
  const n0 = buffer <= count ? buffer : none;
  const n1 = buffer + 1 <= count ? buffer + 1 : none;
  const n2 = buffer + 2 <= count ? buffer + 2 : none;
  const n3 = buffer + 3 <= count ? buffer + 3 : none;
  const has = s0 !== none;
  const s0h = has ? or(heads[s0]!) : none;
  const s0h2 = s0h < count ? or(heads[s0h]!) : none;
  const s0l = has ? or(left1[s0]!) : none;
  const s0l2 = has ? or(left2[s0]!) : none;
  const s0r = has ? or(right1[s0]!) : none;
  const s0r2 = has ? or(right2[s0]!) : none;
  const n0l = n0 < count ? or(left1[n0]!) : none;
  const n0l2 = n0 < count ? or(left2[n0]!) : none;
  const s1h = s1 !== none ? or(heads[s1]!) : none;
  const s1r = s1 !== none ? or(right1[s1]!) : none;
  const label = (place: number): number => (place >= count ? -1 : labels[place]!);
  const gap = has && n0 !== none ? n0 - s0 : 0;
  const distance = gap > 10 ? 6 : Math.min(gap, 5);
  const s0Left = has ? Math.min(state.leftCount[s0]!, 4) : 0;
  const s0Right = has ? Math.min(state.rightCount[s0]!, 4) : 0;
  const n0Left = n0 !== none ? Math.min(state.leftCount[n0]!, 4) : 0;
  const s0LeftLabels = has ? state.leftLabels[s0]! : 0;
  const s0RightLabels = has ? state.rightLabels[s0]! : 0;
  const n0LeftLabels = n0 !== none ? state.leftLabels[n0]! : 0;
  // Marks between the top of the stack and the next word: commas and the like part phrases.
  const headless = has && heads[s0]! < 0 ? 1 : 0;

  const s0w = word[s0]!;
  const s0t = tag[s0]!;
  const s0p = pos[s0]!;
  const s0c = fine[s0]!;
  const s0m = middle[s0]!;
  const n0w = word[n0]!;
  const n0t = tag[n0]!;
  const n0p = pos[n0]!;
  const n0c = fine[n0]!;
  const n0m = middle[n0]!;
  const n1w = word[n1]!;
  const n1t = tag[n1]!;
  const n2t = tag[n2]!;
  const n3t = tag[n3]!;
  const s1w = word[s1]!;
  const s1t = tag[s1]!;
  const s2t = tag[s2]!;
  const s0ht = tag[s0h]!;
  const s0lt = tag[s0l]!;
  const s0rt = tag[s0r]!;
  const n0lt = tag[n0l]!;
  const s0lab = label(s0);
  const s0t_n0t = mix(s0t, n0t);
  const s0w_n0w = mix(s0w, n0w);
  const n0t_n1t = mix(n0t, n1t);
  const state0 = mix(headless, distance);

  let n = 0;
  const put = (template: number, value: number): void => {
    out[n++] = mix(value, template);
  };
  // Single words.
  put(1, mix(s0w, s0t));
  put(2, s0w);
  put(3, mix(1, s0t));
  put(4, mix(n0w, n0t));
  put(5, n0w);
  put(6, mix(1, n0t));
  put(7, mix(n1w, n1t));
  put(8, n1w);
  put(9, mix(1, n1t));
  put(10, mix(word[n2]!, n2t));
  put(11, word[n2]!);
  put(12, mix(1, n2t));
  put(13, n3t);
  put(14, mix(s1w, s1t));
  put(15, s1w);
  put(16, mix(1, s1t));
  put(17, s2t);
  // Pairs.
  put(18, mix(mix(s0w, s0t), mix(n0w, n0t)));
  put(19, mix(mix(s0w, s0t), n0w));
  put(20, mix(s0w, mix(n0w, n0t)));
  put(21, mix(mix(s0w, s0t), n0t));
  put(22, mix(s0t, mix(n0w, n0t)));
  put(23, s0w_n0w);
  put(24, s0t_n0t);
  put(25, n0t_n1t);
  put(26, mix(s0w, n0t_n1t));
  put(27, mix(n0w, n1w));
  put(28, mix(n0w, n1t));
  put(29, mix(n0t, n1w));
  // Triples.
  put(30, mix(n0t_n1t, n2t));
  put(31, mix(s0t_n0t, n1t));
  put(32, mix(s0ht, s0t_n0t));
  put(33, mix(mix(s0t, s0lt), n0t));
  put(34, mix(mix(s0t, s0rt), n0t));
  put(35, mix(s0t_n0t, n0lt));
  put(36, mix(s0t_n0t, s1t));
  put(37, mix(s0w_n0w, n1t));
  put(38, mix(s0t_n0t, mix(n1t, n2t)));
  put(39, mix(mix(s1t, s0t_n0t), n1t));
  put(40, mix(n0t_n1t, mix(n2t, n3t)));
  put(41, mix(s2t, mix(s1t, s0t_n0t)));
  // Distance.
  put(42, mix(s0w, state0));
  put(43, mix(s0t, state0));
  put(44, mix(n0w, state0));
  put(45, mix(n0t, state0));
  put(46, mix(s0w_n0w, state0));
  put(47, mix(s0t_n0t, state0));
  // Valency.
  put(48, mix(s0w, mix(1, s0Right)));
  put(49, mix(s0t, mix(1, s0Right)));
  put(50, mix(s0w, mix(2, s0Left)));
  put(51, mix(s0t, mix(2, s0Left)));
  put(52, mix(n0w, n0Left));
  put(53, mix(n0t, n0Left));
  // Heads and dependents.
  put(54, word[s0h]!);
  put(55, mix(1, s0ht));
  put(56, mix(2, s0lab));
  put(57, word[s0l]!);
  put(58, mix(1, s0lt));
  put(59, mix(2, label(s0l)));
  put(60, word[s0r]!);
  put(61, mix(1, s0rt));
  put(62, mix(2, label(s0r)));
  put(63, word[n0l]!);
  put(64, mix(1, n0lt));
  put(65, mix(2, label(n0l)));
  put(66, word[s0h2]!);
  put(67, mix(1, tag[s0h2]!));
  put(68, mix(2, label(s0h)));
  put(69, mix(mix(1, tag[s0l2]!), label(s0l2)));
  put(70, word[s0r2]!);
  put(71, mix(mix(1, tag[s0r2]!), label(s0r2)));
  put(72, mix(mix(1, tag[n0l2]!), label(n0l2)));
  put(73, mix(s0t, mix(s0lt, tag[s0l2]!)));
  put(74, mix(s0t, mix(s0rt, tag[s0r2]!)));
  put(75, mix(s0t, mix(s0ht, tag[s0h2]!)));
  put(76, mix(n0t, mix(n0lt, tag[n0l2]!)));
  // Sets of relations.
  put(77, mix(s0w, mix(1, s0RightLabels)));
  put(78, mix(s0t, mix(1, s0RightLabels)));
  put(79, mix(s0w, mix(2, s0LeftLabels)));
  put(80, mix(s0t, mix(2, s0LeftLabels)));
  put(81, mix(n0w, n0LeftLabels));
  put(82, mix(n0t, n0LeftLabels));
  put(83, mix(s0t_n0t, mix(s0RightLabels, s0LeftLabels)));
  put(84, mix(s0t_n0t, n0LeftLabels));
  put(85, mix(s0t_n0t, mix(s0lab, headless)));
  put(86, mix(s0w, mix(s0lab, n0t)));
  put(87, mix(s0lab, mix(s0t, n0w)));
  put(88, mix(s0t_n0t, mix(label(s0r), label(n0l))));
  // Word classes.
  put(89, s0c);
  put(90, n0c);
  put(91, fine[n1]!);
  put(92, mix(s0c, n0c));
  put(93, mix(s0c, n0t));
  put(94, mix(s0t, n0c));
  put(95, mix(mix(1, s0c), n0w));
  put(96, mix(mix(1, s0w), n0c));
  put(97, mix(s0m, n0m));
  put(98, mix(mix(s0m, n0m), s0t_n0t));
  put(99, mix(mix(coarse[s0]!, coarse[n0]!), s0t_n0t));
  put(100, mix(mix(coarse[s0]!, coarse[n0]!), mix(s0t_n0t, state0)));
  put(101, mix(middle[s1]!, mix(s0m, n0m)));
  put(102, mix(mix(n0m, middle[n1]!), s0m));
  put(103, mix(mix(fine[s0h]!, s0c), n0c));
  put(104, mix(fine[s0r]!, mix(s0c, n0c)));
  put(105, mix(fine[s0l]!, mix(s0c, n0c)));
  put(106, mix(fine[n0l]!, mix(s0c, n0c)));
  put(107, mix(mix(fine[n0l]!, s0t), n0c));
  put(108, mix(s0c, s0RightLabels));
  put(109, mix(n0c, n0LeftLabels));
  put(110, mix(mix(s0m, n0m), distance));
  // The second word of the stack and longer context.
  put(111, mix(s1w, n0w));
  put(112, mix(s1t, n0t));
  put(113, mix(s1w, mix(s0t, n0t)));
  put(114, mix(s1t, mix(s0w, n0t)));
  put(115, mix(s1t, mix(s0t, n0w)));
  put(116, mix(mix(s1t, label(s1)), s0t_n0t));
  put(117, mix(mix(fine[s1]!, s0t), n0c));
  put(118, mix(tag[s1h]!, mix(s1t, s0t_n0t)));
  put(119, mix(tag[s1r]!, mix(s1t, s0t_n0t)));
  // A preposition with its noun, a verb with its object, before the next word: (head, s0, n0) in words.
  put(120, mix(word[s0h]!, mix(s0w, n0t)));
  put(121, mix(word[s0h]!, mix(s0t, n0w)));
  put(122, mix(mix(fine[s0h]!, s0t), n0w));
  put(123, mix(word[n0l]!, mix(s0t, n0t)));
  put(124, mix(word[n0l]!, mix(s0w, n0t)));
  put(125, mix(word[n0l]!, mix(s0t, n0w)));
  put(126, mix(mix(s0ht, word[n0l]!), s0t_n0t));
  put(127, mix(mix(s1t, word[n0l]!), s0t_n0t));
  put(128, mix(mix(s0p, n0p), mix(s0ht, mix(distance, label(n0l)))));
  put(129, mix(word[s0r]!, mix(s0t, n0t)));
  put(130, mix(word[s0l]!, mix(s0t, n0t)));
  put(131, mix(mix(word[n1]!, tag[n2]!), s0t_n0t));
  put(132, mix(mix(s0w, n0t), mix(n1t, n2t)));
  return n;
}
