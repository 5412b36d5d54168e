/** Words after a company's name that say only what kind of company it is. */
const LEGAL_FORM =
  /[\s,]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|lp|plc|ag|gmbh|sa|nv|bv|ab|asa|oyj|spa|kk|pty|holdings?|group|technologies)\.?$/i;

/**
 * A name as it is compared: no case, accents, articles, possessives or punctuation.
 * Letters of every script are kept; a name of marks alone stays as it is.
 */
export function normaliseName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’']s?(?=\s|$)/g, "")
    .replace(/(?<=\b\p{L})\.(?=\s|\p{L}|$)/gu, "")
    .replace(/^(?:the|a|an)\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return plain || name.trim();
}

/** The name without its legal form: "Acme Holdings Ltd." → "Acme". Never returns an empty string. */
export function stripLegalForm(name: string): string {
  let bare = name;
  for (
    let next = bare.replace(LEGAL_FORM, "");
    next !== bare && next.trim() !== "";
    next = bare.replace(LEGAL_FORM, "")
  ) {
    bare = next;
  }
  return bare;
}

/** Initials of the capitalised words: "National Cyber Security Centre" → "NCSC". */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("");
}

/** Whether the form looks like an acronym: two to seven capitals and digits, dots allowed. */
export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}&]{1,6}|(?:\p{Lu}\.){2,6})$/u.test(name);
}
