import type { Attribution, Component, Mention, Span } from "../core/index.ts";
import { type Decoded, decodeAttributions } from "./attribution-decode.ts";
import type { AttributionModel } from "./attribution-model.ts";
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
 * Finds the attributions of a document in the order of their cues. An attribution inside another's content has that one
 * as `parent`; `source` is empty where the text names none. Without the layer `mentions` every `sourceMention` is -1.
 */
export function findAttributions(doc: AttributionDoc, model: AttributionModel, classes: WordClasses): Attribution[] {
  return findAttributionsIn(viewText(doc, classes), model);
}

/** The same for a text that is viewed already. */
export function findAttributionsIn(text: AttributionText, model: AttributionModel): Attribution[] {
  return decodeAttributions(text, model).map((decoded) => toAttribution(text, decoded));
}

function toAttribution(text: AttributionText, { draft, confidence, parent }: Decoded): Attribution {
  const { tokens } = text.doc;
  const toSpan = ({ first, last }: { first: number; last: number }): Span => ({
    start: tokens[first]!.start,
    end: tokens[last]!.end,
  });
  const { cue, source, content } = draft;
  return {
    source: source ? [toSpan(source)] : [],
    cue: [toSpan(cue)],
    content: content.map(toSpan),
    sourceMention: source ? findMention(text.doc.mentions ?? [], source) : -1,
    cueHead: cue.head,
    parent,
    quoted: content.some(({ first, last }) => text.mark[first] === 1 || text.mark[last] === 2),
    confidence,
  };
}

/** The mention that the source is: the widest one with the source's head word inside the source's span. */
function findMention(mentions: readonly Mention[], { head, first, last }: SourceSpan): number {
  let best = -1;
  for (let m = 0; m < mentions.length; m++) {
    const { firstToken, endToken, head: headOfMention } = mentions[m]!;
    if (firstToken > head || endToken <= head || firstToken < first || endToken > last + 1) continue;
    const isHead = headOfMention === head ? 1 : 0;
    const known = best < 0 ? -1 : mentions[best]!.head === head ? 1 : 0;
    const isWider = best >= 0 && endToken - firstToken > mentions[best]!.endToken - mentions[best]!.firstToken;
    if (isHead > known || (isHead === known && isWider)) best = m;
  }
  return best;
}
