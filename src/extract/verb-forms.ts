/**
 * What a verb's lemma may be, the tagger's own guess first. A lemmatizer has to guess the mute e and the doubled consonant
 * of a verb that it never saw ("praising", "touted", "shelled"), and the form itself leaves few choices.
 */
export function verbLemmas(form: string, lemma: string): readonly string[] {
  const lower = form.toLowerCase();
  const stem = /^(.{2,})(?:ed|ing)$/.exec(lower)?.[1];
  if (stem === undefined) return [lemma];
  const doubled = /([b-df-hj-np-tv-z])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [...new Set([lemma, `${stem}e`, stem, ...doubled])];
}
