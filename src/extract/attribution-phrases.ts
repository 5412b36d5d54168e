import type { Attribution, Mention, Span } from "../core/index.ts";
import type { AttributionText } from "./attribution-text.ts";

/** What stands before and behind the name of those whose words the rest of a sentence is. */
const OPENINGS: readonly { readonly before: RegExp; readonly behind: RegExp }[] = [
  { before: /^as$/, behind: /^(?:once |later |memorably )?(?:put|puts|has put) it$/ },
  { before: /^in the (?:words|view|opinion|eyes|judgment|judgement) of$/, behind: /^$/ },
  { before: /^in$/, behind: /^['’]s? (?:own )?(?:words|eyes)$/ },
];
const LONGEST_BEFORE = 5;
const LONGEST_BEHIND = 4;
const COMMA = /^[,–—]$/;

/**
 * Whose words a sentence is where no verb of speech governs it: "as X put it, …", "…, as X put it", "in the words of X, …".
 * Sentences that hold another report are left to it.
 */
export function findPhrased(text: AttributionText, known: readonly Attribution[]): Attribution[] {
  const { doc } = text;
  const { tokens } = doc;
  const found: Attribution[] = [];
  for (const [index, mention] of (doc.mentions ?? []).entries()) {
    if (mention.kind !== "name") continue;
    const frame = frameOf(mention);
    if (frame) found.push({ ...frame, sourceMention: index });
  }
  return found;

  function frameOf(mention: Mention): Attribution | undefined {
    const { firstToken, endToken } = doc.sentences[mention.sentence]!;
    const opening = Math.max(firstToken, openingBefore(mention.firstToken, firstToken));
    const closing = closingBehind(mention.endToken, endToken);
    const before = wordsOf(opening, mention.firstToken).replace(/ the$/, "");
    const behind = wordsOf(mention.endToken, closing);
    if (!OPENINGS.some((one) => one.before.test(before) && one.behind.test(behind))) return undefined;
    const isFirst = opening === firstToken;
    const first = isFirst ? closing + 1 : firstToken;
    const last = isFirst ? endToken - 1 : opening - 2;
    const content = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
    if (last - first < 2 || isReported(content)) return undefined;
    const cueHead = behind === "" ? opening : closing - 1;
    return {
      source: [{ start: mention.start, end: mention.end }],
      cue: [{ start: tokens[cueHead]!.start, end: tokens[cueHead]!.end }],
      content: [content],
      sourceMention: -1,
      cueHead,
      parent: -1,
      quoted: text.mark[first] === 1,
      confidence: 0.8,
    };
  }

  /** Where the phrase before the name begins: at the sentence's start or behind a comma. */
  function openingBefore(name: number, first: number): number {
    for (let t = name - 1; t >= Math.max(first, name - LONGEST_BEFORE); t--) if (COMMA.test(word(t))) return t + 1;
    return name - first <= LONGEST_BEFORE ? first : name;
  }

  /** The comma, or the sentence's last mark, that closes the phrase behind the name. */
  function closingBehind(next: number, end: number): number {
    for (let t = next; t < Math.min(end, next + LONGEST_BEHIND); t++) if (/^[,–—.]$/.test(word(t))) return t;
    return next;
  }

  function isReported({ start, end }: Span): boolean {
    return known.some(({ content, cue }) => [...content, ...cue].some((span) => span.start < end && start < span.end));
  }

  function wordsOf(first: number, end: number): string {
    return tokens
      .slice(first, Math.max(first, end))
      .map(({ start, end: stop }) => doc.text.slice(start, stop))
      .join(" ")
      .toLowerCase();
  }

  function word(token: number): string {
    return doc.text.slice(tokens[token]!.start, tokens[token]!.end);
  }
}
