import { join } from "node:path";
import { InputError, type Polarity, type Span } from "../core/index.ts";
import { readJsonLines } from "./json-lines.ts";

/** One line of `training/article-stances.tsv`: who stands where in an article, by a careful reader. */
export interface ArticleStance {
  /** Where the article has the names that the holder and the target go by, fullest first. */
  readonly holder: readonly Span[];
  readonly target: readonly Span[];
  readonly polarity: Polarity;
  /** A careful reader might or might not say so. */
  readonly doubtful: boolean;
}

export interface AnnotatedArticle {
  readonly id: string;
  readonly text: string;
  readonly stances: readonly ArticleStance[];
}

/** Where each corpus has its texts, below the data folder. */
const FILES: Readonly<Record<string, string>> = {
  polnear: "attribution/polnear-train.jsonl.gz",
  gum: "ner/gum-train.jsonl.gz",
  re3d: "relations/re3d-dev.jsonl",
};

/**
 * The articles whose stances `training/article-stances.tsv` lists, with their texts from the corpora. The table has
 * offsets only, so that no text of theirs is passed on.
 *
 * @throws InputError if a corpus lacks an article of the table
 */
export async function readAnnotatedArticles(table: string, dataFolder: string): Promise<AnnotatedArticle[]> {
  const rows = table
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
  const articles = new Map<string, { corpus: string; id: string; stances: ArticleStance[] }>();
  for (const [corpus = "", id = "", holder = "", target = "", polarity = "", kind = ""] of rows) {
    const key = `${corpus} ${id}`;
    const article = articles.get(key) ?? { corpus, id, stances: [] };
    articles.set(key, article);
    // A line without a holder is an article without a stance.
    if (holder === "") continue;
    article.stances.push({
      holder: parseSpans(holder),
      target: parseSpans(target),
      polarity: polarity as Polarity,
      doubtful: kind.endsWith("doubtful"),
    });
  }
  const texts = new Map<string, ReadonlyMap<string, string>>();
  for (const corpus of new Set([...articles.values()].map((article) => article.corpus))) {
    const records = await readJsonLines<{ id: string; text: string }>(join(dataFolder, FILES[corpus]!));
    texts.set(corpus, new Map(records.map(({ id, text }) => [id, text])));
  }
  return [...articles.values()].map(({ corpus, id, stances }) => {
    const text = texts.get(corpus)!.get(id);
    if (text === undefined) {
      throw new InputError(`train: ${FILES[corpus]} has no document "${id}", which article-stances.tsv names.`, {
        code: "article-missing",
      });
    }
    return { id, text, stances };
  });
}

function parseSpans(list: string): Span[] {
  return list.split(",").map((span) => {
    const [start, end] = span.split("-").map(Number);
    return { start: start!, end: end! };
  });
}
