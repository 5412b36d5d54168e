import { describe, expect, test } from "vitest";
import type { Attribution } from "../../src/core/index.ts";
import { parseHedges } from "../../src/extract/grades.ts";
import { parseStanceLexicon } from "../../src/extract/stance-lexicon.ts";
import { findStances } from "../../src/extract/stances.ts";
import { createCountries } from "../../src/language/index.ts";
import { type MadeDoc, makeDoc } from "../helpers.ts";

const lexicon = parseStanceLexicon(
  [
    "lemma\tpos\tkind\tholder\teffects\tstrength\tfactuality",
    "criticise\tv\tsay\tsubj\tobj:-\t1\tstatement",
    "praise\tv\tsay\tsubj\tobj:+\t1\tstatement",
    "support\tv\tthink\tsubj\tobj:+\t1\tattitude",
    "ban\tv\tact\tsubj\tobj:-\t1\tact",
    "block\tv\tact\tsubj\tobj:-\t1\tact",
    "allow\tv\tact\tsubj\tobj:+,comp:+\t1\tact",
    "defy\tv\tact\tsubj\tobj:-\t1\tact",
    "campaign\tn\tact\tposs,compound,of\tagainst:-,comp:+\t1\tact",
    "participation\tn\tevent\tnone\tof:+,by:+\t1\tact",
    "irresponsible\ta\tjudge\tnone\tattr:-\t1\tattitude",
    "warning\tn\tsay\tposs,by,compound\tagainst:-\t1\tstatement",
  ].join("\n"),
);
const countries = createCountries({ countries: [], regions: [], metonyms: [] });
const hedges = parseHedges("lemma\tpos\tkind\teffect\nmay\tv\tmodal\thedge");

function show(doc: MadeDoc, attributions: readonly Attribution[] = []): string {
  return findStances({ ...doc, attributions, relations: [] }, { lexicon, hedges, countries })
    .map(({ holder, target, polarity, hedged }) => {
      const name = (cluster: number) => doc.clusters[cluster]!.name;
      return `${name(holder.cluster)} ${polarity} ${name(target.cluster)}${hedged ? " (hedged)" : ""}`;
    })
    .join("; ");
}

describe("findStances(doc)", () => {
  test.each([
    [
      "reads holder and target off an active verb",
      "[Alba]place criticised [Orin]place .",
      { tags: "NNP VBD NNP .", lemmas: "Alba criticise Orin .", heads: "2 0 2 2", deps: "nsubj root obj punct" },
      "Alba oppose Orin",
    ],
    [
      "turns a passive round",
      "[Orin]place was criticised by [Alba]place .",
      {
        tags: "NNP VBD/AUX VBN IN NNP .",
        lemmas: "Orin be criticise by Alba .",
        heads: "3 3 0 5 3 3",
        deps: "nsubj:pass aux:pass root case obl:agent punct",
      },
      "Alba oppose Orin",
    ],
    [
      "shares the subject of coordinated verbs",
      "[Alba]place criticised [Orin]place and praised [Thule]place .",
      {
        tags: "NNP VBD NNP CC VBD NNP .",
        lemmas: "Alba criticise Orin and praise Thule .",
        heads: "2 0 2 5 2 5 2",
        deps: "nsubj root obj cc conj obj punct",
      },
      "Alba oppose Orin; Alba support Thule",
    ],
    [
      "turns negated support into opposition",
      "[Alba]place does not support [Orin]place .",
      {
        tags: "NNP VBZ/AUX RB VB NNP .",
        lemmas: "Alba do not support Orin .",
        heads: "4 4 4 0 4 4",
        deps: "nsubj aux advmod root obj punct",
      },
      "Alba oppose Orin",
    ],
    [
      "draws nothing from criticism that was not made",
      "[Alba]place did not criticise [Orin]place .",
      {
        tags: "NNP VBD/AUX RB VB NNP .",
        lemmas: "Alba do not criticise Orin .",
        heads: "4 4 4 0 4 4",
        deps: "nsubj aux advmod root obj punct",
      },
      "",
    ],
    [
      "marks a hedge",
      "[Alba]place may ban [Orin]place .",
      { tags: "NNP MD VB NNP .", lemmas: "Alba may ban Orin .", heads: "3 3 0 3 3", deps: "nsubj aux root obj punct" },
      "Alba oppose Orin (hedged)",
    ],
    [
      "draws nothing from a question",
      "Will [Alba]place ban [Orin]place ?",
      { tags: "MD NNP VB NNP .", lemmas: "will Alba ban Orin ?", heads: "3 3 0 3 3", deps: "aux nsubj root obj punct" },
      "",
    ],
    [
      "composes along nouns: to block participation by X is against X",
      "[Alba]place blocked participation by [Orin]place .",
      {
        tags: "NNP VBD NN IN NNP .",
        lemmas: "Alba block participation by Orin .",
        heads: "2 0 2 5 3 2",
        deps: "nsubj root obj case nmod punct",
      },
      "Alba oppose Orin",
    ],
    [
      "finds the holder of a campaign, and is against it and for its target when it is defied",
      "[Thule]place defied the [Alba]place campaign to ban [Orin]place .",
      {
        tags: "NNP VBD DT NNP NN TO VB NNP .",
        lemmas: "Thule defy the Alba campaign to ban Orin .",
        heads: "2 0 5 5 2 7 5 7 2",
        deps: "nsubj root det compound obj mark acl obj punct",
      },
      "Thule oppose Alba; Thule support Orin; Alba oppose Orin",
    ],
    [
      "follows a relative pronoun to its noun",
      "[Alba]place , which criticised [Orin]place , won .",
      {
        tags: "NNP , WDT VBD NNP , VBD .",
        lemmas: "Alba , which criticise Orin , win .",
        heads: "7 4 4 1 4 4 0 7",
        deps: "nsubj punct nsubj acl:relcl obj punct root punct",
      },
      "Alba oppose Orin",
    ],
  ])("%s", (_, marked, options, expected) => {
    expect(show(makeDoc(marked, options)).split("; ").sort().join("; ")).toBe(expected.split("; ").sort().join("; "));
  });

  test("gives a judgement to the source of the speech around it, through a clause as subject", () => {
    const doc = makeDoc("[Alba]place said that allowing [Orin]place would be irresponsible .", {
      tags: "NNP VBD IN VBG NNP MD VB/AUX JJ .",
      lemmas: "Alba say that allow Orin would be irresponsible .",
      heads: "2 0 8 8 4 8 8 2 2",
      deps: "nsubj root mark csubj obj aux cop ccomp punct",
    });
    const [source, cue] = [doc.tokens[0]!, doc.tokens[1]!];
    const attribution: Attribution = {
      source: [source],
      cue: [cue],
      content: [{ start: doc.tokens[2]!.start, end: doc.tokens[7]!.end }],
      sourceMention: 0,
      cueHead: 1,
      parent: -1,
      quoted: false,
      confidence: 1,
    };
    expect(show(doc, [attribution])).toBe("Alba oppose Orin");
    const [stance] = findStances(
      { ...doc, attributions: [attribution], relations: [] },
      { lexicon, hedges, countries },
    );
    expect(stance!.chain).toEqual([{ source: "Alba", sourceKind: "institution", cluster: 0, cue: "said" }]);
    expect(stance!.evidence.quote).toBe(doc.text);
  });

  test("leaves the author's own judgements without a holder alone", () => {
    const doc = makeDoc("[Orin]place is irresponsible .", {
      tags: "NNP VBZ/AUX JJ .",
      lemmas: "Orin be irresponsible .",
      heads: "3 3 0 3",
      deps: "nsubj cop root punct",
    });
    expect(show(doc)).toBe("");
  });
});
