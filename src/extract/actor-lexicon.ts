import { type Countries, loadCountries } from "../language/index.ts";
import { type Genders, loadGenders } from "./genders.ts";
import { loadRoles, type Roles } from "./roles.ts";

/** The tables behind mentions and clusters. */
export interface ActorLexicon {
  readonly roles: Roles;
  readonly genders: Genders;
  readonly countries: Countries;
  /** Words for a party or its members → the party's common name. */
  readonly parties: ReadonlyMap<string, string>;
  /** Party words that are common words as well, so that a capital at the start of a sentence tells nothing: "Green". */
  readonly ordinaryPartyWords: ReadonlySet<string>;
  /** Words for a people or faith that are none for a party: "African-American", "Sikhs". */
  readonly peoples: ReadonlySet<string>;
  /** Titles before a person's name, in lower case and without a dot. */
  readonly titles: ReadonlySet<string>;
  /** Words that may stand before a title: "prime", "vice". */
  readonly titleModifiers: ReadonlySet<string>;
  /** Last words of organizations' names, in lower case: "ministry", "inc", "times". */
  readonly organizationHeads: ReadonlySet<string>;
  readonly mediaHeads: ReadonlySet<string>;
  readonly eventHeads: ReadonlySet<string>;
  readonly lawHeads: ReadonlySet<string>;
}

/** Paths, below `data/`, of the files that {@link loadActorLexicon} reads. */
export const ACTOR_LEXICON_PATHS = {
  roles: "lexicon/roles.tsv",
  firstNames: "lexicon/first-names.tsv",
  nameGenders: "lexicon/name-genders.tsv",
  countries: "lexicon/countries.json",
  gazetteer: "lexicon/gazetteer.json",
} as const;

/** The part of `data/lexicon/gazetteer.json` that is read here. */
interface Gazetteer {
  readonly titles: readonly string[];
  readonly titleModifiers: readonly string[];
  readonly organizationHeads: readonly string[];
  readonly mediaHeads: readonly string[];
  readonly eventHeads: readonly string[];
  readonly lawHeads: readonly string[];
  /** Adjective, member, members. */
  readonly beliefs: readonly (readonly [string, string, string])[];
  /** Beliefs after which parties of many countries are named. */
  readonly partyAdjectives: readonly string[];
  /** Party adjectives that are common words without a capital. */
  readonly ordinaryPartyWords: readonly string[];
}

/** Reads the tables from the bytes of their files. */
export function loadActorLexicon(files: Readonly<Record<keyof typeof ACTOR_LEXICON_PATHS, Uint8Array>>): ActorLexicon {
  const gazetteer = JSON.parse(new TextDecoder().decode(files.gazetteer)) as Gazetteer;
  return {
    roles: loadRoles(files.roles),
    genders: loadGenders(files.firstNames, files.nameGenders),
    countries: loadCountries(files.countries),
    parties: partiesOf(gazetteer),
    ordinaryPartyWords: new Set(gazetteer.ordinaryPartyWords),
    peoples: new Set(gazetteer.beliefs.flat().filter((word) => word !== "")),
    titles: lowerCaseSet(gazetteer.titles),
    titleModifiers: lowerCaseSet(gazetteer.titleModifiers),
    organizationHeads: lowerCaseSet(gazetteer.organizationHeads),
    mediaHeads: lowerCaseSet(gazetteer.mediaHeads),
    eventHeads: lowerCaseSet(gazetteer.eventHeads),
    lawHeads: lowerCaseSet(gazetteer.lawHeads),
  };
}

function lowerCaseSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}

/** Words for a party and its members, from the words for beliefs: "Democrat", "Democrats" → "Democratic Party". */
function partiesOf({ beliefs, partyAdjectives }: Gazetteer): ReadonlyMap<string, string> {
  const parties = new Map<string, string>();
  for (const [adjective, ...members] of beliefs) {
    if (!partyAdjectives.includes(adjective)) continue;
    for (const word of [adjective, ...members]) if (word) parties.set(word, `${adjective} Party`);
  }
  return parties;
}
