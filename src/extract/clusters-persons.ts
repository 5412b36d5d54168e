import type { Mention } from "../core/index.ts";
import { dropSuffix, placeInName } from "./aliases.ts";
import type { NameForm, WordIndex } from "./name-forms.ts";
import type { UnionFind } from "./union-find.ts";

/** Bare surnames, first names and names without the first part ("de Blasio") go to the person whom they most likely mean. */
export function linkPartsOfPersons(
  mentions: readonly Mention[],
  forms: readonly NameForm[],
  sets: UnionFind,
  index: WordIndex,
  groupOf: Int32Array,
): void {
  forms.forEach((form, f) => {
    const { words } = form;
    if (form.canonical !== undefined || words.length > 2) return;
    if (form.type === "place" || (form.type !== "person" && words.length > 1)) return;
    const fitting = (where: "start" | "end"): number[] =>
      (index.get(words[0]!) ?? []).filter(
        (h) => forms[h]!.type === "person" && placeInName(words, dropSuffix(forms[h]!.words)) === where,
      );
    const surnames = fitting("end");
    const hosts = surnames.length > 0 ? surnames : fitting("start");
    if (hosts.length === 0 || sets.find(f) !== f) return;
    const persons = describePersons(mentions, forms, sets, hosts);
    for (const m of form.mentions) {
      const person = choosePerson(mentions[m]!, m, persons);
      if (!person) continue;
      groupOf[m] = person.group;
      person.sentences.push([m, mentions[m]!.sentence]);
    }
  });
}

/** Someone whom a bare surname may mean. */
interface Person {
  readonly group: number;
  readonly gender: Mention["gender"];
  /** Mentions by a full name, and those by surname that were settled so far, each with its sentence. */
  readonly sentences: (readonly [mention: number, sentence: number])[];
}

function describePersons(
  mentions: readonly Mention[],
  forms: readonly NameForm[],
  sets: UnionFind,
  hosts: readonly number[],
): Person[] {
  const persons = new Map<number, Person>();
  for (const h of hosts) {
    const group = sets.find(h);
    const own = forms[h]!.mentions;
    const person = persons.get(group) ?? { group, gender: mentions[own[0]!]!.gender, sentences: [] };
    for (const m of own) person.sentences.push([m, mentions[m]!.sentence]);
    persons.set(group, person);
  }
  return [...persons.values()];
}

/** How much more often one person must have been named to be meant although another was just named in full. */
const SALIENCE = 3;

/**
 * Of several people of one name, a bare surname means the one just named (this sentence or the one before), unless
 * another was named far more often; else the one named most often so far, else the one named first. "Mr." or "Mrs." must fit.
 */
function choosePerson(mention: Mention, m: number, persons: readonly Person[]): Person | undefined {
  const known = persons.filter((person) => !clashes(mention, person));
  const counts = known.map(({ sentences }) => sentences.filter(([other]) => other < m).length);
  const most = Math.max(0, ...counts);
  let best: Person | undefined;
  let bestRank: readonly number[] = [];
  known.forEach((person, i) => {
    const count = counts[i]!;
    let last = Number.NEGATIVE_INFINITY;
    for (const [other, sentence] of person.sentences) if (other < m) last = Math.max(last, sentence);
    const near = mention.sentence - last <= 1 && count * SALIENCE >= most;
    const rank = [near ? 1 : 0, near ? last : 0, count, -person.sentences[0]![0]];
    const at = rank.findIndex((value, k) => value !== bestRank[k]);
    if (best && (at < 0 || rank[at]! < bestRank[at]!)) return;
    best = person;
    bestRank = rank;
  });
  return best;
}

function clashes(a: Pick<Mention, "gender">, b: Pick<Mention, "gender">): boolean {
  return (a.gender === "female" && b.gender === "male") || (a.gender === "male" && b.gender === "female");
}
