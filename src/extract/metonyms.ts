import type { Mention } from "../core/index.ts";
import type { Tree } from "../language/index.ts";

/** Verbs whose subject decides or speaks: a city does neither, its government does. */
const DECIDES = new Set(
  `say tell announce declare warn accuse deny insist argue claim urge demand ask want plan decide agree refuse reject
  oppose support back block ban impose threaten condemn criticize criticise blame call consider seek try push press offer
  sign join approve vote respond react retaliate negotiate recognise recognize view see regard fear hope believe expect
  need pledge promise vow order summon expel sanction withdraw send deploy intend suspect welcome endorse resist defy allow
  let pursue hold express describe dismiss propose suggest use act move lead face lean`.split(/\s+/),
);

/** Nouns that a government has. */
const GOVERNMENTAL = new Set(
  `government policy decision stance position campaign effort plan view claim demand warning threat sanction interest
  relation tie concern response reaction refusal approach ambition support opposition ally rival ambassador envoy official
  offer attempt pressure intention strategy diplomacy accusation criticism approval influence power military leadership ban`.split(
    /\s+/,
  ),
);

/** Nouns between two governments: "talks between Washington and Beijing". */
const BETWEEN = new Set(
  "talk relation tie tension dispute war agreement deal negotiation conflict cooperation rift row".split(" "),
);

/**
 * Whether the name of a capital stands for its country's government here: it decides or speaks, has what governments
 * have ("Berlin's decision"), or is a party to talks or tensions. Where someone lives or meets is the city.
 */
export function actsAsGovernment(tree: Tree, { head }: Mention): boolean {
  let token = head;
  while (tree.rel(token) === "conj" && tree.head(token) >= 0) token = tree.head(token);
  const above = tree.head(token);
  if (above < 0) return false;
  const rel = tree.rel(token);
  const lemma = tree.lemma(above).toLowerCase();
  if (rel === "nsubj") return tree.pos(above) === "VERB" && DECIDES.has(lemma);
  if (rel === "nmod" && tree.dep(token) === "nmod:poss") return GOVERNMENTAL.has(lemma);
  const marker = tree.child(token, "case");
  if (marker < 0) return false;
  const preposition = tree.lemma(marker).toLowerCase();
  if (preposition === "by") return rel === "obl" && tree.child(above, "nsubj:pass", "aux:pass") >= 0;
  if (preposition === "between" || preposition === "with") return BETWEEN.has(lemma);
  if (preposition === "from") return GOVERNMENTAL.has(lemma) && lemma !== "official";
  return preposition === "against" && rel === "nmod" && GOVERNMENTAL.has(lemma);
}
