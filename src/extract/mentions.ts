import { type Component, compareSpans, type Doc, type Mention } from "../core/index.ts";
import { type Tree, treeOf } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { toNameMentions } from "./mentions-names.ts";
import { findNominals } from "./mentions-nominals.ts";
import { readPronoun } from "./pronouns.ts";

type MentionInput = "tokens" | "sentences" | "tags" | "lemmas" | "syntax" | "names";

/**
 * Finds what acts and what is acted on: names, nouns with a role ("several German officials", "the company") and
 * pronouns. Mentions may nest: "German officials" holds "German". Assigns `mentions`, in text order, outer ones first.
 */
export function createMentions(lexicon: ActorLexicon): Component<MentionInput, "mentions"> {
  return {
    name: "en.mentions",
    requires: ["tokens", "sentences", "tags", "lemmas", "syntax", "names"],
    assigns: ["mentions"],
    run: (doc) => ({ mentions: findMentions(doc, lexicon) }),
  };
}

/** All mentions of the document, in text order. */
export function findMentions(doc: Doc<MentionInput>, lexicon: ActorLexicon): Mention[] {
  const tree = treeOf(doc);
  const named = new Uint8Array(doc.tokens.length);
  for (const { firstToken, endToken } of doc.names) named.fill(1, firstToken, endToken);
  const mentions = [
    ...toNameMentions(tree, doc.names, lexicon),
    ...findNominals(tree, lexicon.roles, (token) => named[token] === 1),
    ...findPronouns(tree, (token) => named[token] === 1),
  ];
  return mentions.sort(compareSpans);
}

function findPronouns(tree: Tree, inName: (token: number) => boolean): Mention[] {
  const found: Mention[] = [];
  const { tokens } = tree.doc;
  for (let t = 0; t < tokens.length; t++) {
    if (tree.pos(t) !== "PRON" && tree.pos(t) !== "DET") continue;
    const pronoun = inName(t) ? undefined : readPronoun(tree, t);
    if (!pronoun) continue;
    const isPerson = pronoun.kind === "he" || pronoun.kind === "she" || pronoun.kind === "i";
    const { start, end } = tokens[t]!;
    found.push({
      start,
      end,
      kind: "pronoun",
      firstToken: t,
      endToken: t + 1,
      head: t,
      sentence: tree.sentence(t),
      plural: pronoun.plural,
      gender: pronoun.gender,
      ...(isPerson || /^who/i.test(tree.form(t)) ? { entityType: "person" as const } : {}),
    });
  }
  return found;
}
