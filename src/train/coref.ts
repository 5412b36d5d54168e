import type { ActorLexicon } from "../extract/actor-lexicon.ts";
import { linkNames } from "../extract/clusters-names.ts";
import type { CorefEntity } from "../extract/coref-entities.ts";
import type { CorefModel } from "../extract/coref-model.ts";
import { type Chooser, type CorefTask, resolveMentions } from "../extract/coref-resolver.ts";
import { findMentions } from "../extract/mentions.ts";
import { treeOf } from "../language/index.ts";
import type { CorefDocument } from "./coref-corpus.ts";
import { trainRanker } from "./linear.ts";
import { LinearExamples } from "./linear-data.ts";

export interface CorefOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly minCount: number;
  readonly seed: number;
}

export const DEFAULT_COREF_OPTIONS: CorefOptions = { bits: 16, epochs: 6, rate: 0.05, l2: 1e-6, minCount: 3, seed: 1 };

/** Trains both rankers; every earlier decision of a document is taken as its gold chains have it. */
export function trainCoref(
  documents: readonly CorefDocument[],
  lexicon: ActorLexicon,
  options: Partial<CorefOptions> = {},
): CorefModel {
  const settings = { ...DEFAULT_COREF_OPTIONS, ...options };
  const examples: Record<CorefTask, LinearExamples> = { pronoun: new LinearExamples(), nominal: new LinearExamples() };
  for (const document of documents) {
    const tree = treeOf(document.doc);
    const mentions = findMentions(document.doc, lexicon);
    resolveMentions(tree, mentions, linkNames(tree, mentions, lexicon), lexicon, createOracle(document, examples));
  }
  return {
    pronoun: trainRanker(examples.pronoun, "pronoun", settings),
    nominal: trainRanker(examples.nominal, "nominal", settings),
  };
}

/** Chooses as the gold chains say and keeps every choice as an example. */
function createOracle(document: CorefDocument, examples: Readonly<Record<CorefTask, LinearExamples>>): Chooser {
  const chains = new Map<CorefEntity, Set<string>>();
  const seen = new Map<CorefEntity, number>();
  let into = examples.pronoun;
  let chain: string | undefined;
  let right: CorefEntity | undefined;
  return {
    asksRules: false,
    begin(task, anaphor) {
      into = examples[task];
      into.beginGroup();
      chain = document.chainOf.get(anaphor.head);
      right = undefined;
    },
    offer(entity, { values, count }) {
      const isRight = entity === undefined ? right === undefined : chain !== undefined && chainsOf(entity).has(chain);
      into.add(values, isRight ? 1 : 0, count);
      if (isRight) right ??= entity;
    },
    end: () => right,
  };

  function chainsOf(entity: CorefEntity): Set<string> {
    let known = chains.get(entity);
    if (!known || seen.get(entity) !== entity.heads.length) {
      known = new Set(entity.heads.flatMap((head) => document.chainOf.get(head) ?? []));
      chains.set(entity, known);
      seen.set(entity, entity.heads.length);
    }
    return known;
  }
}
