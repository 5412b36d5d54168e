import type { RelationContext, RelationFind } from "./relation-context.ts";
import type { Descriptor } from "./relation-descriptors.ts";
import { roleLemma } from "./relation-employers.ts";
import { SIGNS } from "./relation-signs.ts";

/** Lawmakers' titles, with the names of the chamber in which they sit. */
const CHAMBERS: readonly (readonly [title: RegExp, chamber: RegExp])[] = [
  [/^sen(?:ator)?$/, /^(?:(?:U\.?S\.?|United States) )?Senate$/],
  [/^(?:rep|representative|congress(?:man|woman))$/, /^(?:(?:U\.?S\.?|United States) )?House(?: of Representatives)?$/],
];

/** Where the document names the chamber, its lawmakers sit there: "Sen. Jane Doe" in the Senate. */
export function findChambers(context: RelationContext, descriptors: readonly Descriptor[]): RelationFind[] {
  const { clusters, mentions } = context;
  return descriptors.flatMap(({ person, role, first }): RelationFind[] => {
    const lemma = roleLemma(context, role);
    const chamber = CHAMBERS.find(([title]) => title.test(lemma))?.[1];
    if (!chamber || (role > first && /^(?:state|former|ex)$/i.test(context.tree.form(role - 1)))) return [];
    const cluster = clusters.find(
      ({ name, aliases, named }) => named && [name, ...aliases].some((n) => chamber.test(n)),
    );
    if (!cluster) return [];
    const near = (m: number) => Math.abs(mentions[m]!.head - role);
    const object = cluster.mentions.reduce((a, b) => (near(b) < near(a) ? b : a));
    const detail = context.tree.form(role);
    const reason = "lawmaker of the chamber that the document names";
    return [
      { subject: person, object, predicate: "holds-position", token: role, detail, confidence: SIGNS.fixed, reason },
    ];
  });
}
