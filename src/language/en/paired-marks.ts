/** Closing marks and what opens them. */
const OPENING = new Map([
  [")", "("],
  ["]", "["],
  ["”", "“"],
  ["’", "‘"],
  ["''", "``"],
  ['"', '"'],
]);
const OPENS = new Set(OPENING.values());

/**
 * Hangs brackets and quotes on the head of what they enclose, as the guidelines of Universal Dependencies want it. A
 * greedy parser meets the opening mark before it knows what comes.
 *
 * @param heads heads in the sentence, -1 for the root; changed in place
 */
export function attachPairedMarks(forms: readonly string[], isMark: (i: number) => boolean, heads: Int32Array): void {
  const open: number[] = [];
  const isHead = new Uint8Array(forms.length);
  for (const head of heads) if (head >= 0) isHead[head] = 1;
  // The root stays, and so does a mark that something hangs on: else the tree could close to a ring.
  const attach = (mark: number, to: number): void => {
    if (heads[mark]! >= 0 && !isHead[mark]) heads[mark] = to;
  };
  for (let i = 0; i < forms.length; i++) {
    if (!isMark(i)) continue;
    const opening = OPENING.get(forms[i]!);
    let place = open.length - 1;
    while (place >= 0 && forms[open[place]!] !== opening) place--;
    if (place >= 0) {
      const start = open[place]!;
      open.length = place;
      const inner = headWithin(heads, isMark, start, i);
      if (inner >= 0) {
        attach(start, inner);
        attach(i, inner);
      }
    } else if (OPENS.has(forms[i]!)) open.push(i);
  }
}

/** The first word between two places whose head lies outside of them. */
function headWithin(heads: Int32Array, isMark: (i: number) => boolean, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    if (!isMark(i) && (heads[i]! < start || heads[i]! > end)) return i;
  }
  return -1;
}
