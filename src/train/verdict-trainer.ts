import { readFile } from "node:fs/promises";
import type { AnalysedDoc, Cluster } from "../core/index.ts";
import type { BoostedTrees } from "../extract/boosted-trees.ts";
import { DOSSIER_FEATURES, type Dossier } from "../extract/dossier.ts";
import { findDossiers } from "../extract/index.ts";
import { VERDICT_CLASSES, VERDICT_MODEL_KIND, VERDICT_MODEL_VERSION } from "../extract/verdict-model.ts";
import { createEnglishReading, loadEnglishStanceOptions } from "../pipeline/english.ts";
import { createPipeline } from "../pipeline/index.ts";
import { BOOSTING_OPTIONS, type BoostingExample, trainBoostedTrees } from "./boosting.ts";
import { normaliseName } from "./graph-match.ts";
import { createFolderLoader } from "./model-pipeline.ts";
import type { Trainer } from "./trainer.ts";
import { type AnnotatedArticle, type ArticleStance, readAnnotatedArticles } from "./verdict-corpus.ts";

/** `en-verdict.bin`: who stands where, from all that an article shows of two actors. */
export const verdictTrainer: Trainer = {
  name: "verdict",
  file: "en-verdict.bin",
  async train({ dataFolder, modelFolder, seed, log }) {
    const table = await readFile("data/training/article-stances.tsv", "utf8");
    const articles = await readAnnotatedArticles(table, dataFolder);
    const load = createFolderLoader(modelFolder);
    const pipeline = await createPipeline({ components: await createEnglishReading(load) });
    const options = await loadEnglishStanceOptions(load);
    const examples: BoostingExample[] = [];
    for (const article of articles) {
      const doc = (await pipeline.run({ id: article.id, text: article.text })) as AnalysedDoc;
      const labelOf = createLabeller(article, doc.clusters);
      for (const dossier of findDossiers(doc, options)) {
        const label = labelOf(dossier);
        if (label !== undefined) examples.push({ features: dossier.features, label });
      }
    }
    const counts = VERDICT_CLASSES.map((name, c) => `${name} ${examples.filter(({ label }) => label === c).length}`);
    log(`${articles.length} articles, ${examples.length} pairs (${counts.join(", ")})`);
    const trees = trainBoostedTrees(examples, VERDICT_CLASSES.length, { ...BOOSTING_OPTIONS, seed });
    const meta: BoostedTrees = { classes: VERDICT_CLASSES, features: DOSSIER_FEATURES, ...trees };
    return { kind: VERDICT_MODEL_KIND, version: VERDICT_MODEL_VERSION, meta, sections: {} };
  },
};

/** Ways in which a cluster may be somebody of the table; tried in this order. */
const AGREE: readonly ((wanted: readonly string[], found: readonly string[]) => boolean)[] = [
  (wanted, found) => wanted[0] === found[0],
  (wanted, found) => found.includes(wanted[0]!),
  (wanted, found) => wanted.includes(found[0]!),
  (wanted, found) => wanted.some((form) => found.includes(form)),
];

/** The class of a pair; undefined where readers may differ, so that nothing is learnt from it. */
function createLabeller(
  { text, stances }: AnnotatedArticle,
  clusters: readonly Cluster[],
): (dossier: Dossier) => number | undefined {
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
    for (const agree of AGREE) {
      const hit = wanted.find(({ forms }) => agree(forms, found));
      if (hit) return hit.key;
    }
    return undefined;
  });
  return ({ holder, target }) => {
    const [from, to] = [keys[holder], keys[target]];
    if (from === undefined || to === undefined) return 0;
    if (from === to) return undefined;
    const said = sides.get(`${from}\t${to}`);
    if (!said) return 0;
    const sure = new Set(said.filter(({ doubtful }) => !doubtful).map(({ polarity }) => polarity));
    const [side] = sure;
    if (sure.size !== 1 || side === undefined || side === "mixed") return undefined;
    return VERDICT_CLASSES.indexOf(side);
  };
}
