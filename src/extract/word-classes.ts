/** Verbs that lend their subject to the noun they take: "issue a warning", "launch a campaign". */
export const LIGHT_VERBS = new Set(
  (
    "make issue launch lead mount wage express voice raise have give offer provide conduct pursue spearhead take " +
    "start begin deliver file hold send impose announce publish release produce put step continue intensify renew " +
    "repeat reiterate share declare lodge submit sign pledge extend show maintain win seek order receive run organise " +
    "organize back push draft"
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

/** Nouns that take an infinitive of their own: "a campaign to ban". */
export const INFINITIVE_NOUNS = new Set(
  (
    "campaign effort attempt bid plan decision move push proposal call demand pressure threat promise pledge right " +
    "refusal request offer drive fight battle agreement deal order vote vow intention desire willingness failure"
  ).split(" "),
);
