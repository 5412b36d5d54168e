import { type AnalysedDoc, type Span, UsageError } from "../core/index.ts";
import { type Judgement, judgeBetween, judgeToward, type StanceJudges } from "../extract/index.ts";
import { loadAsset } from "./assets.ts";
import { loadEnglishJudges } from "./english.ts";

let shipped: Promise<StanceJudges> | undefined;

/** The shipped judges, loaded once and only when first asked for. */
function judges(): Promise<StanceJudges> {
  shipped ??= loadEnglishJudges(loadAsset).catch((error: unknown) => {
    shipped = undefined;
    throw error;
  });
  return shipped;
}

/**
 * How the sentence judges the mention at a span, whoever speaks: `score` runs from -1 (opposed) to 1 (supported).
 * A span that covers no word is neutral, with a score of 0.
 *
 * @param target UTF-16 offsets into `doc.text`
 * @throws UsageError if the document was not analysed or the span lies outside its text
 */
export async function polarityToward(doc: AnalysedDoc, target: Span): Promise<Judgement> {
  checkSpan("polarityToward", doc, target);
  return judgeToward((await judges()).targets, doc, target);
}

/**
 * What the holder's mention thinks of the target's, by the words of their sentence; swap the spans to ask the other
 * way round. Spans in different sentences, or that overlap, are neutral.
 *
 * @param holder UTF-16 offsets into `doc.text`
 * @param target UTF-16 offsets into `doc.text`
 * @throws UsageError if the document was not analysed or a span lies outside its text
 */
export async function stanceBetween(doc: AnalysedDoc, holder: Span, target: Span): Promise<Judgement> {
  checkSpan("stanceBetween", doc, holder);
  checkSpan("stanceBetween", doc, target);
  return judgeBetween((await judges()).pairs, doc, holder, target);
}

function checkSpan(caller: string, doc: AnalysedDoc, { start, end }: Span): void {
  if (!doc.syntax || !doc.tokens) {
    throw new UsageError(`${caller}: the document was not analysed. Pass what pipeline.run gave.`, {
      code: "not-analysed",
    });
  }
  if (!(start >= 0 && start < end && end <= doc.text.length)) {
    throw new UsageError(
      `${caller}: the span ${start}…${end} lies outside the text of ${doc.text.length} characters.`,
      {
        code: "span-outside-text",
      },
    );
  }
}
