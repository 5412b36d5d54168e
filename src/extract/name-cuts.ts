import type { Name } from "../core/index.ts";
import type { Tree } from "../language/index.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import { looksLikeAcronym } from "./aliases.ts";
import { readForms } from "./token-spans.ts";

/** A name's tokens and type after cutting. */
export type CutName = Pick<Name, "firstToken" | "endToken" | "type">;

/**
 * Cuts what the name layer leaves on a name: titles and party before a person ("Senator | Jane Roe"), a title between an
 * organization and a person ("High Court | Justice | Jane Roe"), a region before a role ("CIA | Asia analyst"), and the
 * second of two organizations ("Institute of Data | at | Smallville University", which gives both).
 */
export function cutName(tree: Tree, name: Name, lexicon: ActorLexicon): CutName[] {
  if (name.type === "person") return [{ ...name, firstToken: skipTitles(tree, name, lexicon) }];
  if (name.type !== "organization") return [name];
  const endToken = dropTail(tree, name, lexicon);
  for (let t = name.firstToken + 1; t < endToken - 2; t++) {
    // "University of Smallville at Lakeside" has a place there and stays whole.
    if (tree.form(t) !== "at" || !holdsHead(tree, t + 1, endToken, lexicon)) continue;
    const second = /^the$/i.test(tree.form(t + 1)) ? t + 2 : t + 1;
    return [
      { ...name, endToken: t },
      { ...name, firstToken: second, endToken },
    ];
  }
  return [{ ...name, endToken }];
}

function skipTitles(
  tree: Tree,
  { firstToken, endToken }: Name,
  { titles, titleModifiers, parties }: ActorLexicon,
): number {
  let first = firstToken;
  for (let t = firstToken; t < endToken - 1; t++) {
    const form = tree.form(t);
    const word = form.toLowerCase().replace(/\.$/, "");
    // A party is cut before a full name only: "Tory" may be a first name.
    if (titles.has(word) || (parties.has(form) && endToken - t > 2)) first = t + 1;
    else if (word !== "." && word !== "-" && !titleModifiers.has(word)) break;
  }
  while (first < endToken - 1 && tree.pos(first) === "PUNCT") first++;
  return first;
}

/** End of an organization's name without a title before a person, or a region before a noun of role. */
function dropTail(tree: Tree, { firstToken, endToken }: Name, lexicon: ActorLexicon): number {
  const next = endToken < tree.doc.tokens.length ? tree.form(endToken) : "";
  const last = tree.form(endToken - 1);
  if (endToken - firstToken < 2) return endToken;
  const isTitle = lexicon.titles.has(last.toLowerCase().replace(/\.$/, "")) && /^\p{Lu}/u.test(next);
  // "Navy Capt." surely ends in a title; "Attorney General" may be one as a whole.
  if (isTitle && (last.endsWith(".") || endToken - firstToken > 2)) return endToken - 1;
  const isPlace = lexicon.countries.byName(last) ?? lexicon.countries.regionByName(last);
  if (!isPlace || !lexicon.roles.get(next)) return endToken;
  const rest = readForms(tree, firstToken, endToken - 1);
  return looksLikeAcronym(rest) || lexicon.countries.byMetonym(rest) ? endToken - 1 : endToken;
}

function holdsHead(tree: Tree, first: number, end: number, { organizationHeads }: ActorLexicon): boolean {
  for (let t = first; t < end; t++) if (organizationHeads.has(tree.form(t).toLowerCase())) return true;
  return false;
}
