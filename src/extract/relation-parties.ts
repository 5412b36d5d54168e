import type { RelationContext, RelationFind } from "./relation-context.ts";
import { listedPersons } from "./relation-lists.ts";
import { SIGNS } from "./relation-signs.ts";
import { PARTY_HEADS } from "./relation-words.ts";

/** Whether the mention names a party, a faction or a faith: a thing that a person belongs to rather than works for. */
export function isParty(context: RelationContext, mention: number): boolean {
  const { mentions, clusters, actors } = context;
  if (mentions[mention]!.kind !== "name") return false;
  const type = context.typeOf(mention);
  if (type !== "organization" && type !== "group") return false;
  if (mentions[mention]!.demonym || type === "group") return true;
  return PARTY_HEADS.test(clusters[actors.clusterOf(mention)]!.name);
}

/** Tokens between a mark and the party after it: "a moderate Republican", "the panel's top Green". */
const MODIFIERS = 4;
/** Words after which examples of a group follow. */
const LISTING = ["such", "like", "include", "including"];

/**
 * Members of parties where no title says so: "Jane Doe (R-Ohio)", "Jane Doe of the Green Party", "Labour's Jane Doe",
 * "Democrats Jane Doe and John Roe", "Green Party: Jane Doe, John Roe", "Jane Doe is a Republican".
 */
export function findPartyMembers(context: RelationContext): RelationFind[] {
  const finds: RelationFind[] = [];
  const add = (person: number, party: number, confidence: number, reason: string) =>
    finds.push({
      subject: person,
      object: party,
      predicate: "member-of",
      token: context.mentions[party]!.head,
      confidence,
      reason,
    });
  context.mentions.forEach((mention, index) => {
    if (mention.kind === "name" && context.typeOf(index) === "person") {
      const after = partyAfter(context, index);
      if (after >= 0) {
        add(index, after, SIGNS.fixed, "party after the name");
        finds.push(...homeOf(context, index, after));
      }
      const before = partyBefore(context, index);
      if (before < 0) return;
      for (const person of listedPersons(context, index)) add(person, before, SIGNS.fixed, "party before the name");
      finds.push(...homeOf(context, index, before));
    } else if (isParty(context, index)) {
      for (const person of saidToBelong(context, index)) add(person, index, SIGNS.joined, "said to be of the party");
      for (const person of examples(context, index)) add(person, index, SIGNS.joined, "example of the party's members");
    }
  });
  return finds;
}

/** "Jane Doe (Labour)", "Jane Doe, D-Calif.", "Jane Doe, a moderate Republican,", "Jane Doe of the Green Party"; -1 if none. */
function partyAfter(context: RelationContext, person: number): number {
  const { tree, doc, mentions } = context;
  const at = mentions[person]!.endToken;
  if (at + 1 >= doc.tokens.length || tree.sentence(at) !== tree.sentence(at - 1)) return -1;
  const mark = tree.form(at);
  if (/^(?:of|from|with)$/.test(mark)) return partyWithin(context, at + 1, 1);
  if (!/^[(,[–—-]$/.test(mark)) return -1;
  const party = partyWithin(context, at + 1, MODIFIERS);
  if (party < 0) return -1;
  const close = mentions[party]!.endToken;
  const next = close < doc.tokens.length ? tree.form(close) : ".";
  if (/^[([]$/.test(mark)) return /^[)\],–/;-]$/.test(next) || context.nameStartingAt(close) >= 0 ? party : -1;
  // "Ann Lee, Republicans and Greens" is a list.
  if (mentions[party]!.plural) return -1;
  return /^(?:[,.;–—-]|of|from|who|in|for|seeking|running)$/.test(next) ? party : -1;
}

/** The party that starts after at most so many modifiers; -1 if another name or a verb comes first. */
function partyWithin(context: RelationContext, first: number, modifiers: number): number {
  const { tree, doc } = context;
  for (let t = first; t < Math.min(first + modifiers + 1, doc.tokens.length); t++) {
    const name = context.nameStartingAt(t);
    if (name >= 0 && isParty(context, name)) return name;
    if (name >= 0 && context.typeOf(name) !== "place") return -1;
    if (name < 0 && !/^(?:DET|ADJ|NUM|NOUN|PRON|PART)$/.test(tree.pos(t)) && tree.form(t) !== "-") return -1;
  }
  return -1;
}

/** "Democrat | Jane Doe", "Labour's | Jane Doe", "Green Party: | Jane Doe"; -1 if none. Titles are read elsewhere. */
function partyBefore(context: RelationContext, person: number): number {
  const { tree, mentions } = context;
  let end = mentions[person]!.firstToken;
  if (end > 0 && (tree.xpos(end - 1) === "POS" || tree.form(end - 1) === ":")) end--;
  const party = context.nameEndingAt(end);
  return party >= 0 && isParty(context, party) ? party : -1;
}

/** "a Texas | Republican", "Democrat | of Oregon": where the member is from. */
function homeOf(context: RelationContext, person: number, party: number): RelationFind[] {
  const { tree, mentions } = context;
  const { firstToken, endToken, head, demonym } = mentions[party]!;
  if (!demonym) return [];
  const before = context.nameEndingAt(firstToken);
  const after = /^(?:of|from|-|–)$/.test(endToken < tree.doc.tokens.length ? tree.form(endToken) : "")
    ? context.nameStartingAt(endToken + 1)
    : -1;
  const place = [before, after].find((m) => m >= 0 && context.typeOf(m) === "place");
  if (place === undefined) return [];
  return [
    {
      subject: person,
      object: place,
      predicate: "based-in",
      token: head,
      confidence: SIGNS.beside,
      reason: "home of the party's member",
    },
  ];
}

/** "Jane Doe is a Republican", "Jane Doe, who is a Democrat". */
function saidToBelong(context: RelationContext, party: number): number[] {
  const { tree, frames, actors, mentions } = context;
  const { head, plural } = mentions[party]!;
  if (plural || tree.child(head, "cop") < 0) return [];
  return frames
    .fillers(head, "attr")
    .map((t) => actors.mentionAt(t))
    .filter((m) => m >= 0 && context.typeOf(m) === "person");
}

/** "Republicans such as Jane Doe and John Roe". */
function examples(context: RelationContext, party: number): number[] {
  const { frames, actors, mentions } = context;
  const { head, plural } = mentions[party]!;
  if (!plural) return [];
  const tokens = LISTING.flatMap((role) => frames.fillers(head, role));
  return tokens
    .map((t) => actors.mentionAt(t))
    .filter((m) => m >= 0 && mentions[m]!.kind === "name" && context.typeOf(m) === "person");
}
