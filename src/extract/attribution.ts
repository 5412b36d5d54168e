import type { Attribution, Component, Mention, Span } from "../core/index.ts";
import { mendAccording } from "./attribution-according.ts";
import { type Decoded, decodeAttributions } from "./attribution-decode.ts";
import type { AttributionModel } from "./attribution-model.ts";
import { findPhrased } from "./attribution-phrases.ts";
import type { SourceSpan } from "./attribution-source.ts";
import { type AttributionDoc, type AttributionText, viewText, type WordClasses } from "./attribution-text.ts";

/**
 * Makes the component that finds who is reported to say or think what, by the trained model.
 *
 * @param model what `loadAttributionModel` read
 * @param classes the word classes that the model was trained with
 */
export function createAttributor(
  model: AttributionModel,
  classes: WordClasses,
): Component<"blocks" | "sentences" | "tokens" | "tags" | "lemmas" | "syntax" | "mentions", "attributions"> {
  return {
    name: "en.attributor",
    requires: ["blocks", "sentences", "tokens", "tags", "lemmas", "syntax", "mentions"],
    assigns: ["attributions"],
    run: (doc) => ({ attributions: findAttributions(doc, model, classes) }),
  };
}

/**
 * Finds the attributions of a document in the order of their cues; those that a set phrase makes come last. An attribution inside another's content has that one
 * as `parent`; `source` is empty where the text names none. Without the layer `mentions` every `sourceMention` is -1.
 */
export function findAttributions(doc: AttributionDoc, model: AttributionModel, classes: WordClasses): Attribution[] {
  return findAttributionsIn(viewText(doc, classes), model);
}

/** The same for a text that is viewed already. */
export function findAttributionsIn(text: AttributionText, model: AttributionModel): Attribution[] {
  const findMention = createMentionFinder(text.doc.mentions ?? []);
  const reports = decodeAttributions(text, model).map((decoded) => toAttribution(text, decoded, findMention));
  return [...reports, ...findPhrased(text, reports)];
}

function toAttribution(
  text: AttributionText,
  { draft, confidence, parent }: Decoded,
  findMention: (source: SourceSpan) => number,
): Attribution {
  const { tokens } = text.doc;
  const toSpan = ({ first, last }: { first: number; last: number }): Span => ({
    start: tokens[first]!.start,
    end: tokens[last]!.end,
  });
  const { cue, source, content } = mendAccording(text, draft, text.doc.mentions ?? []);
  return {
    source: source ? [toSpan(source)] : [],
    cue: [toSpan(cue)],
    content: content.map(toSpan),
    sourceMention: source ? findMention(source) : -1,
    cueHead: cue.head,
    parent,
    quoted: content.some(({ first, last }) => text.mark[first] === 1 || text.mark[last] === 2),
    confidence,
  };
}

/** Finds the mention that a source is: the widest one with the source's head word inside the source's span. */
function createMentionFinder(mentions: readonly Mention[]): (source: SourceSpan) => number {
  const byFirst = new Map<number, number[]>();
  for (const [m, { firstToken }] of mentions.entries()) {
    const list = byFirst.get(firstToken);
    if (list) list.push(m);
    else byFirst.set(firstToken, [m]);
  }
  return ({ head, first, last }) => {
    let best = -1;
    for (let start = first; start <= head; start++) {
      for (const m of byFirst.get(start) ?? []) {
        const { firstToken, endToken, head: headOfMention } = mentions[m]!;
        if (endToken <= head || endToken > last + 1) continue;
        const isHead = headOfMention === head ? 1 : 0;
        const known = best < 0 ? -1 : mentions[best]!.head === head ? 1 : 0;
        const isWider = best >= 0 && endToken - firstToken > mentions[best]!.endToken - mentions[best]!.firstToken;
        if (isHead > known || (isHead === known && isWider)) best = m;
      }
    }
    return best;
  };
}
