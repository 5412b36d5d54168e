/** Verbs that lend their subject to the noun they take: "issue a warning", "launch a campaign". */
export const LIGHT_VERBS = new Set(
  (
    "make do issue launch lead mount wage express voice raise have give offer provide conduct pursue spearhead take " +
    "start begin deliver file hold send impose announce publish release produce put step continue intensify renew " +
    "repeat reiterate share declare lodge submit sign pledge extend show maintain order run organise " +
    "organize back push draft open bring join fly"
  ).split(" "),
);

/** Verbs whose subject is what their noun is said of: "poses a threat", "remains a risk", "became a symbol". */
export const LINKING_VERBS = new Set(
  "pose present represent constitute remain become create seem appear prove cause carry bring".split(" "),
);

/** Verbs that say of their object what follows: "regard X as a threat", "call X a liar". */
export const NAMING_VERBS = new Set(
  (
    "call consider regard see view describe label brand deem find think denounce dismiss portray depict characterise " +
    "characterize treat classify designate declare condemn decry slam name rate judge perceive cast paint hail praise"
  ).split(" "),
);

/** Verbs that say of their object what follows "to". */
export const LIKENING_VERBS = new Set("liken compare equate".split(" "));

/** Nouns that take an infinitive of their own: "a campaign to ban". */
export const INFINITIVE_NOUNS = new Set(
  (
    "campaign effort attempt bid plan decision move push proposal call demand pressure threat promise pledge right " +
    "refusal request offer drive fight battle agreement deal order vote vow intention desire willingness failure " +
    "bill law measure legislation resolution motion amendment petition lawsuit suit"
  ).split(" "),
);

/** Verbs by which someone gets what another says or feels: "received praise from Y", "faced criticism", "denied Y's accusations". */
export const RECEIVING_VERBS = new Set(
  (
    "receive win get gain earn face draw attract provoke spark meet seek lack need enjoy suffer deny reject dismiss " +
    "refute rebut dispute answer escape deflect welcome accept have pay incur"
  ).split(" "),
);

/** Verbs that say of their clause, or of a claim, that it is untrue. */
export const DENYING_VERBS = new Set(
  "deny dispute refute rebut reject dismiss disprove debunk disavow disclaim".split(" "),
);

/** Nouns for what is only said: "claims that", "reports that". */
export const CLAIM_NOUNS = new Set(
  "claim report allegation accusation suggestion rumour rumor notion idea charge assertion speculation argument".split(
    " ",
  ),
);

/** Verbs that do away with an act or attitude: "lifted the ban", "withdrew its support". */
export const ENDING_VERBS = new Set(
  (
    "end withdraw drop lift suspend halt abandon revoke rescind cancel cease stop pull reverse renounce lose overturn " +
    "scrap repeal relax ease"
  ).split(" "),
);

/** Who loses one of these has not stopped fighting it. */
export const CONTESTS = new Set("appeal case lawsuit suit bid fight battle challenge war vote".split(" "));

/** Verbs whose that-clause with a bare verb is a wish: "demanded that Berlin stop". */
export const DEMANDING_VERBS = new Set(
  "demand request urge propose recommend suggest ask insist require order".split(" "),
);

/** Acts that decide what others may do: not to do them is to let others go on. Not to hit someone says nothing. */
export const PROHIBITING_VERBS = new Set(
  (
    "ban block exclude bar prohibit outlaw forbid shut rule oppose reject stop prevent blacklist restrict ignore abandon " +
    "drop single veto expel boycott sanction refuse deny remove limit punish suspend close cut disqualify isolate remove"
  ).split(" "),
);

/** Verbs whose agent is behind the thing: "the plan proposed by Y", "the attack carried out by Y". */
export const MAKING_VERBS = new Set(
  (
    "propose write author adopt pass introduce present craft devise design build commission carry perpetrate commit " +
    "unveil outline bring establish set form negotiate broker plan create found champion table promote own run develop implement orchestrate stage host organize organise"
  ).split(" "),
);

/** Verbs that ask someone to do something: "urged X to act". */
export const ASKING_VERBS = new Set(
  "ask urge tell call advise request press beg implore order warn encourage persuade push want lobby invite".split(" "),
);

/** Verbs whose object is whoever is to do, or to suffer, what the clause behind it says. */
export const WISHING_VERBS = new Set("want like need wish expect prefer".split(" "));
