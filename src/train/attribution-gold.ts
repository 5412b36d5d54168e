import type { Span } from "../core/index.ts";
import type { Stretch } from "../extract/attribution-content.ts";
import type { CueSpan } from "../extract/attribution-cue-span.ts";
import type { SourceSpan } from "../extract/attribution-source.ts";
import type { AttributionText } from "../extract/attribution-text.ts";

/** An attribution as PolNeAR has it. */
export interface GoldAttribution {
  readonly source: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
  readonly content: readonly (readonly [number, number])[];
}

/** The same in tokens, as far as the models can say it. */
export interface AlignedAttribution {
  readonly cue: CueSpan;
  readonly source: SourceSpan | undefined;
  readonly left: Stretch | undefined;
  readonly right: Stretch | undefined;
  /** Content in the sentences after that of the cue and of `right`. */
  readonly later: readonly Stretch[];
  readonly all: readonly Stretch[];
}

/** Lays gold spans over tokens. Spans that cut a token are widened to it. */
export function alignGold(text: AttributionText, gold: GoldAttribution): AlignedAttribution | undefined {
  const cueTokens = tokensOf(text, gold.cue[0]);
  if (!cueTokens) return undefined;
  const cue = { ...cueTokens, head: headOf(text, cueTokens, isCueWord) };
  const sourceTokens = tokensOf(text, gold.source[0]);
  const source = sourceTokens && { ...sourceTokens, head: headOf(text, sourceTokens, isNominal) };
  const all = gold.content.map((span) => tokensOf(text, span)).filter((stretch) => stretch !== undefined);
  const lefts = all.filter((stretch) => stretch.last < cue.first);
  const rights = all.filter((stretch) => stretch.first > cue.last);
  const end = text.endOf(cue.head);
  const goesOn = lefts.length > 0 && rights[0] !== undefined && rights[0].first >= end;
  return {
    cue,
    source,
    left: lefts.at(-1),
    right: goesOn ? undefined : rights[0],
    later: goesOn ? rights : rights.slice(1),
    all,
  };
}

function tokensOf(text: AttributionText, span: readonly [number, number] | undefined): Stretch | undefined {
  if (!span) return undefined;
  const { tokens } = text.doc;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > span[0]) high = middle;
    else low = middle + 1;
  }
  if (low >= tokens.length || tokens[low]!.start >= span[1]) return undefined;
  let last = low;
  while (last + 1 < tokens.length && tokens[last + 1]!.start < span[1]) last++;
  return { first: low, last };
}

const isCueWord = (pos: string): boolean => pos === "VERB";
const isNominal = (pos: string): boolean => pos === "PROPN" || pos === "NOUN" || pos === "PRON";

/** The token on which the rest of the span hangs; of several the first one of a fitting class. */
function headOf(text: AttributionText, { first, last }: Stretch, fits: (pos: string) => boolean): number {
  const tops: number[] = [];
  for (let t = first; t <= last; t++) {
    const up = text.head[t]!;
    if (up < first || up > last) tops.push(t);
  }
  const isPunct = (t: number): boolean => text.doc.tags[t]!.pos === "PUNCT";
  return tops.find((t) => fits(text.doc.tags[t]!.pos)) ?? tops.find((t) => !isPunct(t)) ?? tops[0] ?? first;
}

/** Spans of text without blanks at their ends, in the order of the text. */
export function spansOf(text: string, spans: readonly (readonly [number, number])[]): Span[] {
  return spans
    .map(([start, end]) => {
      let [from, to] = [start, end];
      while (from < to && /\s/.test(text[from]!)) from++;
      while (to > from && /\s/.test(text[to - 1]!)) to--;
      return { start: from, end: to };
    })
    .sort((a, b) => a.start - b.start);
}
