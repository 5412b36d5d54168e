import type { EntityType, Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import { nameWords } from "./aliases.ts";
import { readForms } from "./token-spans.ts";

/** All mentions of one document that carry the same name, case and punctuation aside. */
export interface NameForm {
  /** As first written. */
  readonly text: string;
  readonly words: readonly string[];
  /** The name of a country, region or party that the form stands for. */
  readonly canonical: string | undefined;
  /** Index into `mentions`, in text order. */
  readonly mentions: readonly number[];
  /** What most of the mentions were taken for. */
  readonly type: EntityType;
}

/** Groups the document's name mentions by form. Forms of one country ("US", "American") share one group. */
export function collectNameForms(tree: Tree, mentions: readonly Mention[]): NameForm[] {
  const byKey = new Map<string, { text: string; words: string[]; canonical: string | undefined; mentions: number[] }>();
  mentions.forEach((mention, m) => {
    if (mention.kind !== "name") return;
    const text = readForms(tree, mention.firstToken, mention.endToken);
    const words = nameWords(mention.canonical ?? text);
    if (words.length === 0) words.push(text);
    const key = `${mention.canonical === undefined ? "" : "@"}${words.join(" ")}`;
    const form = byKey.get(key);
    if (form) form.mentions.push(m);
    else byKey.set(key, { text: mention.canonical ?? text, words, canonical: mention.canonical, mentions: [m] });
  });
  return [...byKey.values()].map((form) => ({ ...form, type: commonestType(form.mentions.map((m) => mentions[m]!)) }));
}

/** The type that most mentions have; of equals the one met first. */
export function commonestType(mentions: readonly Mention[]): EntityType {
  const votes = new Map<EntityType, number>();
  for (const { entityType } of mentions) if (entityType) votes.set(entityType, (votes.get(entityType) ?? 0) + 1);
  let best: EntityType = "organization";
  let most = 0;
  for (const [type, count] of votes) {
    if (count <= most) continue;
    best = type;
    most = count;
  }
  return best;
}

/** Forms that contain a word. */
export type WordIndex = ReadonlyMap<string, readonly number[]>;

export function indexByWord(forms: readonly NameForm[]): WordIndex {
  const index = new Map<string, number[]>();
  forms.forEach(({ words }, f) => {
    for (const word of new Set(words)) {
      const list = index.get(word);
      if (list) list.push(f);
      else index.set(word, [f]);
    }
  });
  return index;
}
