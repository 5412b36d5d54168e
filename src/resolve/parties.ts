import { type Group, mergeInto, nameOf, typeOf } from "./groups.ts";
import { isAcronym } from "./normalise.ts";
import { type DocRecord, sidesOf } from "./record.ts";

/** Share of an acronym's members that must belong to the party as well. */
const SHARED = 0.5;

/**
 * Joins an acronym for a party with the party's name where no document spells it out: whoever is called "the GOP
 * nominee" in one place and a member of one "… Party" in others shows what the letters stand for. Most of the acronym's
 * members must be members of that party, and none of any other.
 */
export function joinPartyLetters(groups: Set<Group>, records: readonly DocRecord[]): void {
  const groupOf = new Map<string, Group>();
  for (const group of groups) for (const { item } of group.items) groupOf.set(`${item.record} ${item.cluster}`, group);
  const members = new Map<Group, Set<Group>>();
  records.forEach((record, index) => {
    for (const { claim } of record.claims) {
      if (claim.kind !== "relation" || claim.predicate !== "member-of") continue;
      const [member, party] = sidesOf(claim).map(({ cluster }) =>
        groupOf.get(`${index} ${record.standsFor[cluster] ?? -1}`),
      );
      if (member && party) members.set(party, (members.get(party) ?? new Set()).add(member));
    }
  });
  const parties = [...members.keys()].filter((group) => / party$/.test(group.key) && !spelledOut(group));
  for (const [letters, own] of [...members]) {
    if (!groups.has(letters) || !hasPartyLetters(letters) || parties.includes(letters)) continue;
    const fitting = parties.filter(
      (party) => groups.has(party) && party !== letters && overlap(own, members.get(party)!) > 0,
    );
    const [host, ...others] = fitting;
    if (host && others.length === 0 && overlap(own, members.get(host)!) >= SHARED * own.size)
      mergeInto(groups, host, letters, "letters for the party of its members,");
  }
}

/** "GOP", or a name for which a document gives such letters. */
function hasPartyLetters(group: Group): boolean {
  if (typeOf(group) !== "organization") return false;
  return group.items.some(({ item }) =>
    [item.name, ...item.aliases].some(
      (form) => isAcronym(form) && /P\.?$/.test(form) && item.name !== "" && !/^UP$/.test(form),
    ),
  );
}

/** Whether the party has letters of its own already: "Scottish National Party (SNP)". */
function spelledOut(group: Group): boolean {
  return isAcronym(nameOf(group)) || group.items.some(({ item }) => item.aliases.some(isAcronym));
}

function overlap(a: ReadonlySet<Group>, b: ReadonlySet<Group>): number {
  let count = 0;
  for (const member of a) if (b.has(member)) count++;
  return count;
}
