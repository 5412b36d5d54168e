import { type Group, mentionsOf, mergeInto, typeOf } from "./groups.ts";

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

interface FullName {
  readonly group: Group;
  /** Words between first name and surname, and what follows the surname. */
  readonly rest: readonly string[];
}

/**
 * Joins people whose names differ by middle names, initials and "Jr." alone: "Ada M. Quill" is "Ada Quill". Where the
 * documents know two whose middle names contradict each other, none is joined.
 */
export function joinFullNames(groups: Set<Group>): void {
  const byName = new Map<string, FullName[]>();
  for (const group of groups) {
    const words = group.key.split(" ");
    if (typeOf(group) !== "person" || words.length < 2) continue;
    const bare = words.filter((word) => !SUFFIX.test(word));
    if (bare.length < 2) continue;
    const key = `${bare[0]} ${bare[bare.length - 1]}`;
    const rest = [...bare.slice(1, -1), ...words.filter((word) => SUFFIX.test(word))];
    byName.set(key, [...(byName.get(key) ?? []), { group, rest }]);
  }
  for (const same of byName.values()) {
    if (same.length < 2 || !same.every((a, i) => same.slice(i + 1).every((b) => agree(a.rest, b.rest)))) continue;
    const [host, ...others] = [...same].sort(
      (a, b) => a.rest.length - b.rest.length || mentionsOf(b.group) - mentionsOf(a.group),
    );
    for (const { group } of others) mergeInto(groups, host!.group, group, "full name of");
  }
}

/** Whether two names may be one person's: one says less, or initials fit. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.every((word, i) => {
    const other = b[i];
    return other === undefined || word === other || (word[0] === other[0] && (word.length === 1 || other.length === 1));
  });
}
