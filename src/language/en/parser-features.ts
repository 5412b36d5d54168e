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

export const PARSER_FEATURES = 132;

function orNone(place: number, none: number): number {
  return place < 0 ? none : place;
}

/** The relation of a word to its head; -1 for the root, for no word, and while there is no head. */
function labelOf(labels: Int32Array, place: number): number {
  return place < labels.length ? labels[place]! : -1;
}

/** Writes the hashed features of a state into `out`: Zhang & Nivre (2011), and word classes. */
export function parserFeatures(state: ParseState, words: ParserWords, out: Int32Array): void {
  const { count, stack, depth, heads, labels, left1, left2, right1, right2 } = state;
  const { word, tag, pos, fine, middle, coarse } = words;
  const none = count + 1;
  const buffer = state.buffer;
  const s0 = depth > 0 ? stack[depth - 1]! : none;
  const s1 = depth > 1 ? stack[depth - 2]! : none;
  const s2 = depth > 2 ? stack[depth - 3]! : none;
  const n0 = buffer <= count ? buffer : none;
  const n1 = buffer + 1 <= count ? buffer + 1 : none;
  const n2 = buffer + 2 <= count ? buffer + 2 : none;
  const n3 = buffer + 3 <= count ? buffer + 3 : none;
  const has = s0 !== none;
  const s0h = has ? orNone(heads[s0]!, none) : none;
  const s0h2 = s0h < count ? orNone(heads[s0h]!, none) : none;
  const s0l = has ? orNone(left1[s0]!, none) : none;
  const s0l2 = has ? orNone(left2[s0]!, none) : none;
  const s0r = has ? orNone(right1[s0]!, none) : none;
  const s0r2 = has ? orNone(right2[s0]!, none) : none;
  const n0l = n0 < count ? orNone(left1[n0]!, none) : none;
  const n0l2 = n0 < count ? orNone(left2[n0]!, none) : none;
  const s1h = s1 !== none ? orNone(heads[s1]!, none) : none;
  const s1r = s1 !== none ? orNone(right1[s1]!, none) : none;
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
  const s0lab = labelOf(labels, s0);
  const s0t_n0t = mix(s0t, n0t);
  const s0w_n0w = mix(s0w, n0w);
  const n0t_n1t = mix(n0t, n1t);
  const state0 = mix(headless, distance);

  // Single words.
  out[0] = mix(mix(s0w, s0t), 1);
  out[1] = mix(s0w, 2);
  out[2] = mix(mix(1, s0t), 3);
  out[3] = mix(mix(n0w, n0t), 4);
  out[4] = mix(n0w, 5);
  out[5] = mix(mix(1, n0t), 6);
  out[6] = mix(mix(n1w, n1t), 7);
  out[7] = mix(n1w, 8);
  out[8] = mix(mix(1, n1t), 9);
  out[9] = mix(mix(word[n2]!, n2t), 10);
  out[10] = mix(word[n2]!, 11);
  out[11] = mix(mix(1, n2t), 12);
  out[12] = mix(n3t, 13);
  out[13] = mix(mix(s1w, s1t), 14);
  out[14] = mix(s1w, 15);
  out[15] = mix(mix(1, s1t), 16);
  out[16] = mix(s2t, 17);
  // Pairs.
  out[17] = mix(mix(mix(s0w, s0t), mix(n0w, n0t)), 18);
  out[18] = mix(mix(mix(s0w, s0t), n0w), 19);
  out[19] = mix(mix(s0w, mix(n0w, n0t)), 20);
  out[20] = mix(mix(mix(s0w, s0t), n0t), 21);
  out[21] = mix(mix(s0t, mix(n0w, n0t)), 22);
  out[22] = mix(s0w_n0w, 23);
  out[23] = mix(s0t_n0t, 24);
  out[24] = mix(n0t_n1t, 25);
  out[25] = mix(mix(s0w, n0t_n1t), 26);
  out[26] = mix(mix(n0w, n1w), 27);
  out[27] = mix(mix(n0w, n1t), 28);
  out[28] = mix(mix(n0t, n1w), 29);
  // Triples.
  out[29] = mix(mix(n0t_n1t, n2t), 30);
  out[30] = mix(mix(s0t_n0t, n1t), 31);
  out[31] = mix(mix(s0ht, s0t_n0t), 32);
  out[32] = mix(mix(mix(s0t, s0lt), n0t), 33);
  out[33] = mix(mix(mix(s0t, s0rt), n0t), 34);
  out[34] = mix(mix(s0t_n0t, n0lt), 35);
  out[35] = mix(mix(s0t_n0t, s1t), 36);
  out[36] = mix(mix(s0w_n0w, n1t), 37);
  out[37] = mix(mix(s0t_n0t, mix(n1t, n2t)), 38);
  out[38] = mix(mix(mix(s1t, s0t_n0t), n1t), 39);
  out[39] = mix(mix(n0t_n1t, mix(n2t, n3t)), 40);
  out[40] = mix(mix(s2t, mix(s1t, s0t_n0t)), 41);
  // Distance.
  out[41] = mix(mix(s0w, state0), 42);
  out[42] = mix(mix(s0t, state0), 43);
  out[43] = mix(mix(n0w, state0), 44);
  out[44] = mix(mix(n0t, state0), 45);
  out[45] = mix(mix(s0w_n0w, state0), 46);
  out[46] = mix(mix(s0t_n0t, state0), 47);
  // Valency.
  out[47] = mix(mix(s0w, mix(1, s0Right)), 48);
  out[48] = mix(mix(s0t, mix(1, s0Right)), 49);
  out[49] = mix(mix(s0w, mix(2, s0Left)), 50);
  out[50] = mix(mix(s0t, mix(2, s0Left)), 51);
  out[51] = mix(mix(n0w, n0Left), 52);
  out[52] = mix(mix(n0t, n0Left), 53);
  // Heads and dependents.
  out[53] = mix(word[s0h]!, 54);
  out[54] = mix(mix(1, s0ht), 55);
  out[55] = mix(mix(2, s0lab), 56);
  out[56] = mix(word[s0l]!, 57);
  out[57] = mix(mix(1, s0lt), 58);
  out[58] = mix(mix(2, labelOf(labels, s0l)), 59);
  out[59] = mix(word[s0r]!, 60);
  out[60] = mix(mix(1, s0rt), 61);
  out[61] = mix(mix(2, labelOf(labels, s0r)), 62);
  out[62] = mix(word[n0l]!, 63);
  out[63] = mix(mix(1, n0lt), 64);
  out[64] = mix(mix(2, labelOf(labels, n0l)), 65);
  out[65] = mix(word[s0h2]!, 66);
  out[66] = mix(mix(1, tag[s0h2]!), 67);
  out[67] = mix(mix(2, labelOf(labels, s0h)), 68);
  out[68] = mix(mix(mix(1, tag[s0l2]!), labelOf(labels, s0l2)), 69);
  out[69] = mix(word[s0r2]!, 70);
  out[70] = mix(mix(mix(1, tag[s0r2]!), labelOf(labels, s0r2)), 71);
  out[71] = mix(mix(mix(1, tag[n0l2]!), labelOf(labels, n0l2)), 72);
  out[72] = mix(mix(s0t, mix(s0lt, tag[s0l2]!)), 73);
  out[73] = mix(mix(s0t, mix(s0rt, tag[s0r2]!)), 74);
  out[74] = mix(mix(s0t, mix(s0ht, tag[s0h2]!)), 75);
  out[75] = mix(mix(n0t, mix(n0lt, tag[n0l2]!)), 76);
  // Sets of relations.
  out[76] = mix(mix(s0w, mix(1, s0RightLabels)), 77);
  out[77] = mix(mix(s0t, mix(1, s0RightLabels)), 78);
  out[78] = mix(mix(s0w, mix(2, s0LeftLabels)), 79);
  out[79] = mix(mix(s0t, mix(2, s0LeftLabels)), 80);
  out[80] = mix(mix(n0w, n0LeftLabels), 81);
  out[81] = mix(mix(n0t, n0LeftLabels), 82);
  out[82] = mix(mix(s0t_n0t, mix(s0RightLabels, s0LeftLabels)), 83);
  out[83] = mix(mix(s0t_n0t, n0LeftLabels), 84);
  out[84] = mix(mix(s0t_n0t, mix(s0lab, headless)), 85);
  out[85] = mix(mix(s0w, mix(s0lab, n0t)), 86);
  out[86] = mix(mix(s0lab, mix(s0t, n0w)), 87);
  out[87] = mix(mix(s0t_n0t, mix(labelOf(labels, s0r), labelOf(labels, n0l))), 88);
  // Word classes.
  out[88] = mix(s0c, 89);
  out[89] = mix(n0c, 90);
  out[90] = mix(fine[n1]!, 91);
  out[91] = mix(mix(s0c, n0c), 92);
  out[92] = mix(mix(s0c, n0t), 93);
  out[93] = mix(mix(s0t, n0c), 94);
  out[94] = mix(mix(mix(1, s0c), n0w), 95);
  out[95] = mix(mix(mix(1, s0w), n0c), 96);
  out[96] = mix(mix(s0m, n0m), 97);
  out[97] = mix(mix(mix(s0m, n0m), s0t_n0t), 98);
  out[98] = mix(mix(mix(coarse[s0]!, coarse[n0]!), s0t_n0t), 99);
  out[99] = mix(mix(mix(coarse[s0]!, coarse[n0]!), mix(s0t_n0t, state0)), 100);
  out[100] = mix(mix(middle[s1]!, mix(s0m, n0m)), 101);
  out[101] = mix(mix(mix(n0m, middle[n1]!), s0m), 102);
  out[102] = mix(mix(mix(fine[s0h]!, s0c), n0c), 103);
  out[103] = mix(mix(fine[s0r]!, mix(s0c, n0c)), 104);
  out[104] = mix(mix(fine[s0l]!, mix(s0c, n0c)), 105);
  out[105] = mix(mix(fine[n0l]!, mix(s0c, n0c)), 106);
  out[106] = mix(mix(mix(fine[n0l]!, s0t), n0c), 107);
  out[107] = mix(mix(s0c, s0RightLabels), 108);
  out[108] = mix(mix(n0c, n0LeftLabels), 109);
  out[109] = mix(mix(mix(s0m, n0m), distance), 110);
  // The second word of the stack and longer context.
  out[110] = mix(mix(s1w, n0w), 111);
  out[111] = mix(mix(s1t, n0t), 112);
  out[112] = mix(mix(s1w, mix(s0t, n0t)), 113);
  out[113] = mix(mix(s1t, mix(s0w, n0t)), 114);
  out[114] = mix(mix(s1t, mix(s0t, n0w)), 115);
  out[115] = mix(mix(mix(s1t, labelOf(labels, s1)), s0t_n0t), 116);
  out[116] = mix(mix(mix(fine[s1]!, s0t), n0c), 117);
  out[117] = mix(mix(tag[s1h]!, mix(s1t, s0t_n0t)), 118);
  out[118] = mix(mix(tag[s1r]!, mix(s1t, s0t_n0t)), 119);
  // A preposition with its noun, a verb with its object, before the next word: (head, s0, n0) in words.
  out[119] = mix(mix(word[s0h]!, mix(s0w, n0t)), 120);
  out[120] = mix(mix(word[s0h]!, mix(s0t, n0w)), 121);
  out[121] = mix(mix(mix(fine[s0h]!, s0t), n0w), 122);
  out[122] = mix(mix(word[n0l]!, mix(s0t, n0t)), 123);
  out[123] = mix(mix(word[n0l]!, mix(s0w, n0t)), 124);
  out[124] = mix(mix(word[n0l]!, mix(s0t, n0w)), 125);
  out[125] = mix(mix(mix(s0ht, word[n0l]!), s0t_n0t), 126);
  out[126] = mix(mix(mix(s1t, word[n0l]!), s0t_n0t), 127);
  out[127] = mix(mix(mix(s0p, n0p), mix(s0ht, mix(distance, labelOf(labels, n0l)))), 128);
  out[128] = mix(mix(word[s0r]!, mix(s0t, n0t)), 129);
  out[129] = mix(mix(word[s0l]!, mix(s0t, n0t)), 130);
  out[130] = mix(mix(mix(word[n1]!, tag[n2]!), s0t_n0t), 131);
  out[131] = mix(mix(mix(s0w, n0t), mix(n1t, n2t)), 132);
}
