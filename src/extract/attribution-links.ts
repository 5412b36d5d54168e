import type { Draft } from "./attribution-draft.ts";
import type { AttributionText } from "./attribution-text.ts";

const CITING: ReadonlySet<string> = new Set(["cite", "quote", "reference"]);
const LOOSE: ReadonlySet<string> = new Set(["advcl", "acl", "parataxis", "conj", "dep"]);
/** Common nouns for people and papers that can be a source; reasons ("citing legal risks") are none. */
const SOURCES: ReadonlySet<string> = new Set(
  `adviser advisor affidavit agency aide ambassador analyst attorney author colleague commander company data
  diplomat document draft economist email executive expert figure filing friend insider investigator lawmaker lawyer
  leader letter magazine manager media memo memorandum minister newspaper note officer official paper people person
  police poll prosecutor record report reporter researcher resident scientist source spokesman spokesperson
  spokeswoman statement statistics study survey testimony transcript website witness`.split(/\s+/),
);
const ACTORS: ReadonlySet<string> = new Set(["person", "organization", "group"]);

/**
 * "The Herald, citing two officials, reported …": the officials are a source inside the Herald's report. Returns them as
 * an attribution with the report's content, to be put inside it; undefined where nobody is cited.
 */
export function findCited(text: AttributionText, report: Draft): Draft | undefined {
  const { cue, source, content, sure } = report;
  const { tree } = text;
  const end = text.endOf(cue.head);
  for (let t = text.firstOf(cue.head); t < end; t++) {
    if (t >= cue.first && t <= cue.last) continue;
    if (!CITING.has(tree.lemma(t)) || tree.xpos(t) !== "VBG" || !LOOSE.has(tree.rel(t))) continue;
    const up = text.head[t]!;
    if (up !== cue.head && up !== source?.head) continue;
    if (content.some(({ first, last }) => first <= t && t <= last)) continue;
    const object = findObject(text, t, up);
    if (object < 0 || !isSource(text, object)) continue;
    return {
      cue: { head: t, first: t, last: t },
      source: { head: object, first: text.left[object]!, last: lastOfPhrase(text, object) },
      content,
      sure,
    };
  }
  return undefined;
}

/** Who is cited: the object or, where the parser hung it on the report's verb instead, the bare noun phrase that follows. */
function findObject(text: AttributionText, citing: number, up: number): number {
  const { tree } = text;
  const object = tree.child(citing, "obj");
  if (object >= 0) return object;
  return (
    tree.children(up).find((t) => {
      const words = text.left[t]! - citing - 1;
      const isNoun = tree.pos(t) === "NOUN" || tree.pos(t) === "PROPN";
      return isNoun && words >= 0 && words <= 1 && tree.rel(t) !== "nsubj" && tree.child(t, "case") < 0;
    }) ?? -1
  );
}

/** The report without the cited source, where its own source took that clause in: "The paper, citing …,". */
export function withoutCited(text: AttributionText, report: Draft, cited: Draft): Draft {
  const { source } = report;
  const citing = cited.cue.first;
  if (!source || citing <= source.head || citing > source.last) return report;
  let last = text.left[citing]! - 1;
  while (last > source.head && text.tree.pos(last) === "PUNCT") last--;
  return { ...report, source: { ...source, last } };
}

function isSource(text: AttributionText, token: number): boolean {
  if (SOURCES.has(text.tree.lemma(token).toLowerCase())) return true;
  if (text.tree.pos(token) === "PROPN") return true;
  const mention = text.doc.mentions?.find(({ head }) => head === token);
  return mention?.entityType !== undefined && ACTORS.has(mention.entityType);
}

/** The end of a noun phrase without the comma that closes it. */
function lastOfPhrase(text: AttributionText, token: number): number {
  let last = text.right[token]!;
  while (last > token && text.tree.pos(last) === "PUNCT" && text.mark[last] !== 2) last--;
  return last;
}
