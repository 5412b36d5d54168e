import { readFile } from "node:fs/promises";
import type { AnalysedDoc, Cluster } from "../core/index.ts";
import type { Dossier } from "../extract/dossier.ts";
import { findDossiers } from "../extract/index.ts";
import { VERDICT_CLASSES } from "../extract/verdict-model.ts";
import { createEnglishReading, loadEnglishStanceOptions } from "../pipeline/english.ts";
import { createPipeline } from "../pipeline/index.ts";
import type { BoostingExample } from "./boosting.ts";
import { AGREEMENTS, normaliseName } from "./graph-match.ts";
import { createFolderLoader } from "./model-pipeline.ts";
import { type AnnotatedArticle, type ArticleStance, readAnnotatedArticles } from "./verdict-corpus.ts";

/** An article's pairs of actors as the verdict model sees them. */
export interface VerdictArticle {
  readonly id: string;
  /** Pairs on which careful readers agree, each with its class. */
  readonly examples: readonly BoostingExample[];
  /** How many pairs the annotators surely give a side, found by us or not. */
  readonly wanted: number;
}

/** Reads the annotated articles and makes the dossiers of each. */
export async function readVerdictArticles(dataFolder: string, modelFolder: string): Promise<VerdictArticle[]> {
  const table = await readFile("data/training/article-stances.tsv", "utf8");
  const load = createFolderLoader(modelFolder);
  const pipeline = await createPipeline({ components: await createEnglishReading(load) });
  const options = await loadEnglishStanceOptions(load);
  const articles: VerdictArticle[] = [];
  for (const article of await readAnnotatedArticles(table, dataFolder)) {
    const doc = (await pipeline.run({ id: article.id, text: article.text })) as AnalysedDoc;
    const { labelOf, wanted } = createLabeller(article, doc.clusters);
    const examples = findDossiers(doc, options).flatMap((dossier): BoostingExample[] => {
      const label = labelOf(dossier);
      return label === undefined ? [] : [{ features: dossier.features, label }];
    });
    articles.push({ id: article.id, examples, wanted });
  }
  return articles;
}

/** The class of a pair; undefined where readers may differ, so that nothing is learnt from it. */
function createLabeller(
  { text, stances }: AnnotatedArticle,
  clusters: readonly Cluster[],
): { labelOf(dossier: Dossier): number | undefined; wanted: number } {
  const actors = new Map<string, Set<string>>();
  const keyOf = (spans: ArticleStance["holder"]): string => {
    const forms = spans.map(({ start, end }) => normaliseName(text.slice(start, end)));
    const known = actors.get(forms[0]!) ?? new Set();
    for (const form of forms) known.add(form);
    actors.set(forms[0]!, known);
    return forms[0]!;
  };
  const sides = new Map<string, ArticleStance[]>();
  for (const stance of stances) {
    const key = `${keyOf(stance.holder)}\t${keyOf(stance.target)}`;
    sides.set(key, [...(sides.get(key) ?? []), stance]);
  }
  const wanted = [...actors].map(([key, forms]) => ({ key, forms: [...forms] }));
  const keys = clusters.map(({ name, aliases, named }) => {
    if (!named) return undefined;
    const found = [name, ...aliases].map(normaliseName);
    for (const agree of AGREEMENTS) {
      const hit = wanted.find(({ forms }) => agree(forms, found));
      if (hit) return hit.key;
    }
    return undefined;
  });
  return {
    wanted: [...sides.values()].filter((said) => classOf(said) !== undefined).length,
    labelOf({ holder, target }) {
      const [from, to] = [keys[holder], keys[target]];
      if (from === undefined || to === undefined) return 0;
      if (from === to) return undefined;
      const said = sides.get(`${from}\t${to}`);
      return said ? classOf(said) : 0;
    },
  };
}

/** The one side that is surely taken, as a class. */
function classOf(said: readonly ArticleStance[]): number | undefined {
  const sure = new Set(said.filter(({ doubtful }) => !doubtful).map(({ polarity }) => polarity));
  const [side] = sure;
  return sure.size !== 1 || side === undefined || side === "mixed" ? undefined : VERDICT_CLASSES.indexOf(side);
}
