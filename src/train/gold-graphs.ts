import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, type EntityType, InputError, type Polarity, type Predicate } from "../core/index.ts";

/** A named thing that a careful analyst would put into the graph of an article. */
export interface GoldEntity {
  readonly name: string;
  readonly type: EntityType;
  /** A second type that counts as right. */
  readonly alsoType?: EntityType;
  readonly aliases?: readonly string[];
  /** False for passing mentions: they are neither asked for nor held against a graph. */
  readonly core?: boolean;
}

export interface GoldStance {
  readonly holder: string;
  readonly target: string;
  readonly polarity: Polarity;
  /** Counts neither for nor against a graph. */
  readonly optional?: boolean;
}

export interface GoldRelation {
  readonly subject: string;
  readonly predicate: Predicate;
  readonly object: string;
  readonly optional?: boolean;
}

/** What a careful analyst, reading only one article, would put into its graph. */
export interface GoldGraph {
  readonly id: string;
  readonly entities: readonly GoldEntity[];
  readonly stances: readonly GoldStance[];
  readonly relations: readonly GoldRelation[];
}

export interface GoldArticle {
  readonly document: Document;
  readonly gold: GoldGraph;
}

/**
 * Reads every `ID.json` of a folder of gold graphs and the article `ID.txt` from the first folder that has it, with
 * title, date and publisher from the `ID.json` beside the text where there is one.
 *
 * @throws InputError if the text of a gold graph is in none of the folders
 */
export async function readGoldArticles(goldFolder: string, textFolders: readonly string[]): Promise<GoldArticle[]> {
  const files = (await readdir(goldFolder)).filter((file) => file.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (file) => {
      const gold = JSON.parse(await readFile(join(goldFolder, file), "utf8")) as Omit<GoldGraph, "id">;
      const id = file.slice(0, -".json".length);
      return { gold: { ...gold, id }, document: await readArticle(id, textFolders) };
    }),
  );
}

async function readArticle(id: string, folders: readonly string[]): Promise<Document> {
  for (const folder of folders) {
    const text = await readIfThere(join(folder, `${id}.txt`));
    if (text === undefined) continue;
    const beside = JSON.parse((await readIfThere(join(folder, `${id}.json`))) ?? "{}") as Partial<Document>;
    const { title, date, publisher } = beside;
    return { id, text, title, date, publisher };
  }
  throw new InputError(
    `evaluate: no text of the gold graph "${id}": expected ${id}.txt in ${folders.join(" or ")}. Name its folder with --texts.`,
    { code: "gold-text-missing" },
  );
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
