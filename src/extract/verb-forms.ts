/** Past forms of verbs that a lemmatizer seldom meets in treebanks and then gets wrong, with their lemmas. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    "struck strike, stricken strike, upheld uphold, withheld withhold, overthrew overthrow, overthrown overthrow, " +
    "overrode override, overridden override, withdrew withdraw, withdrawn withdraw, forbade forbid, forbidden forbid, " +
    "shot shoot, fought fight, sought seek, threw throw, thrown throw, chose choose, chosen choose, stole steal, " +
    "stolen steal, swore swear, sworn swear, forsook forsake, forsaken forsake, broke break, broken break, tore tear, " +
    "torn tear, shook shake, shaken shake, bit bite, bitten bite, lent lend, drove drive, driven drive, bore bear, " +
    "undertook undertake, undertaken undertake, vied vie, sued sue, froze freeze, frozen freeze, slew slay, slain slay, misled mislead, " +
    "forgave forgive, forgiven forgive, dealt deal"
  )
    .split(", ")
    .map((pair) => pair.split(" ") as [string, string]),
);

/**
 * What a verb's lemma may be, the tagger's own guess first. A lemmatizer has to guess the mute e and the doubled consonant
 * of a verb that it never saw ("praising", "touted", "shelled"), and the form itself leaves few choices.
 */
export function verbLemmas(form: string, lemma: string): readonly string[] {
  const lower = form.toLowerCase();
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return [irregular];
  const stem = /^(.{2,})(?:ed|ing)$/.exec(lower)?.[1];
  if (stem === undefined) return [lemma];
  const doubled = /([b-df-hj-np-tv-z])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [...new Set([lemma, `${stem}e`, stem, ...doubled])];
}
