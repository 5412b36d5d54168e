/** What the word splitter learns from treebanks; part of the tokenizer's model. */
export interface TokenLexicon {
  /** Lower-cased first parts of hyphenated words that stay whole: `anti`, `co`. */
  readonly prefixes: readonly string[];
  /** Lower-cased hyphenated words that stay whole: `e-mail`. */
  readonly hyphenated: readonly string[];
  /** Lower-cased words written together and the lengths of their parts: `gonna` → 3, 2. */
  readonly joined: Readonly<Record<string, readonly number[]>>;
  /** Tokens with a final full stop, in their own case, without it: `Inc`, `vs`. */
  readonly abbreviations: readonly string[];
}

/** Abbreviations that news uses and treebanks of this size may lack. Those that are also words are listed in the case that tells. */
export const COMMON_ABBREVIATIONS: readonly string[] = (
  "Mr Mrs Ms Mx Dr Prof Hon Rev Fr Sr Jr St Ste Mt Ft Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig Pvt Gov Sen Rep Reps Sens Pres Del Supt Insp Det " +
  "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri " +
  "Inc Corp Co Cos Ltd Bros Assn Univ Dept Dist Ave Blvd Rd Hwy Sq Bldg Intl Natl Govt " +
  "Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo " +
  "Assoc etc vs al ca cf eg ie approx est ed eds vol vols pp Vol Nos Fig Figs Eq Ph.D M.D B.A M.A"
).split(" ");
