/** Word classes that tell what a noun of role says of the person whom it describes. All lemmas are in lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Offices of state: without another employer they are held in the country that the document is about. */
export const STATE_OFFICES = words(`
  president vice-president premier chancellor minister secretary undersecretary senator sen congressman congresswoman
  representative rep lawmaker ambassador envoy king queen justice`);

/** Offices of a state of a federation or of a town: the employer is a place. */
export const LOCAL_OFFICES = words("governor gov mayor senator sen congressman congresswoman representative rep");

/** People who run for an office or lost it: that makes them members of their party, not officers of anything. */
export const CANDIDACIES = words(`
  candidate nominee contender hopeful front-runner frontrunner challenger standard-bearer runner-up favorite favourite
  pick choice rival opponent`);

/** What a party has: whoever bears one of these titles of a party leads or speaks for it. */
export const PARTY_OFFICES = words(`
  leader chairman chairwoman chairperson chair president co-president treasurer whip founder spokesman spokeswoman
  spokesperson secretary vice-chairman head`);

/** Who belongs, or once belonged, to something without a post in it. */
export const MEMBERSHIPS = words("member defector recruit affiliate alumnus alumna adherent convert");

/** Nouns that say what somebody is or feels, not what post somebody holds. */
export const NO_OFFICES = words(`
  supporter backer critic ally foe enemy friend fan follower opponent rival donor mega-donor megadonor voter native
  resident citizen winner loser victim survivor star hero heroine icon legend champion veteran vet man woman boy girl
  guy person people child kid teen teenager adult mother father mom dad parent son daughter brother sister wife husband
  widow cousin uncle aunt nephew niece grandson granddaughter grandfather grandmother sibling spouse fiancee fiance
  billionaire millionaire mogul tycoon businessman businesswoman entrepreneur developer magnate socialite nationalist
  actor actress singer rapper comedian celebrity artist musician writer novelist playwright author poet philosopher
  immigrant refugee migrant tourist suspect defendant gunman bomber killer murderer terrorist attacker shooter
  prisoner inmate hostage detainee fugitive player sympathizer loyalist insider outsider newcomer giant darling
  activist protester demonstrator dissident rebel believer patriot worshipper survivor eyewitness witness bystander
  beneficiary taxpayer neighbor neighbour classmate roommate lover girlfriend boyfriend bride groom mistress partner
  favorite favourite frontrunner front-runner underdog visitor traveler student pupil owner founder co-founder creator
  politician moderate firebrand hawk dove maverick heavyweight stalwart centrist figure contributor plaintiff golfer
  boxer swimmer gymnast footballer sprinter racer athlete`);

/** Posts that one person gives to another: "Quill lawyer Jane Doe". */
export const STAFF = words(`
  lawyer attorney counsel spokesman spokeswoman spokesperson aide adviser advisor strategist manager director secretary
  assistant deputy surrogate publicist agent staffer speechwriter physician doctor pollster chief chair chairman
  chairwoman coordinator operative official consultant biographer bodyguard accountant confidant confidante`);

/** People who sit in a body by election: a party before the noun is theirs. */
export const LAWMAKERS = words(`
  lawmaker legislator senator sen congressman congresswoman representative rep mp mep governor gov mayor politician
  delegate councillor councilman councilwoman assemblyman assemblywoman incumbent member`);

/** Names of parties end in one of these. */
export const PARTY_HEADS =
  /\b(?:Part(?:y|ies)|Democrats|Republicans|Socialists|Liberals|Conservatives|Greens|Front|League|Movement)$/;
