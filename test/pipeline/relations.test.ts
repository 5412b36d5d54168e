import { beforeAll, describe, expect, test } from "vitest";
import { SYMMETRIC_PREDICATES } from "../../src/core/index.ts";
import { createPipeline, type Pipeline } from "../../src/index.ts";

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await createPipeline();
});

/** All relations of a text, each once; the sides of a symmetric one in alphabetical order. */
async function relationsOf(text: string): Promise<string[]> {
  const doc = await pipeline.run({ id: "case", text });
  const nameOf = (cluster: number): string => {
    let at = doc.clusters[cluster]!;
    for (let steps = 0; !at.named && at.speaksFor >= 0 && steps < 8; steps++) at = doc.clusters[at.speaksFor]!;
    return at.name;
  };
  const found = doc.relations.map(({ subject, predicate, object }) => {
    const sides = [nameOf(subject.cluster), nameOf(object.cluster)];
    if (SYMMETRIC_PREDICATES.has(predicate)) sides.sort();
    return `${sides[0]} ${predicate} ${sides[1]}`;
  });
  return [...new Set(found)].sort();
}

/** By predicate: a text, and the relations that it states. */
const CASES: Readonly<Record<string, readonly (readonly [text: string, ...relations: string[]])[]>> = {
  "holds-position": [
    ["US Secretary of State Jane Doe spoke.", "Jane Doe holds-position United States"],
    [
      "German Chancellor Jane Doe met Polish President John Roe.",
      "Jane Doe holds-position Germany",
      "John Roe holds-position Poland",
      "Jane Doe meets John Roe",
    ],
    ["Former CIA analyst Jane Doe wrote the report.", "Jane Doe holds-position CIA"],
    ["Jane Doe, the former director of the Bay Institute, resigned.", "Jane Doe holds-position Bay Institute"],
    ["Jane Doe, a spokeswoman for the Bay Council, said so.", "Jane Doe holds-position Bay Council"],
    ["Jane Doe, a Bay Council spokeswoman, said so.", "Jane Doe holds-position Bay Council"],
    ["The president of Lombardy, Jane Doe, has reacted.", "Jane Doe holds-position Lombardy"],
    ["Jane Doe is the chairwoman of the Bay Bank.", "Jane Doe holds-position Bay Bank"],
    ["Italy lost again. Italy's players want interim president Jane Doe to go."],
    [
      "Italy lost again. The Bay Union has accepted the ruling. Its president, Jane Doe, agreed.",
      "Jane Doe holds-position Bay Union",
    ],
    ["The Bay Union, where Jane Doe served as vice-president, kept silent.", "Jane Doe holds-position Bay Union"],
    ["Jane Doe, Senator John Roe's adviser for Africa, agreed.", "Jane Doe holds-position John Roe"],
    ["The Bay Bank's chief executive, Jane Doe, has agreed.", "Jane Doe holds-position Bay Bank"],
    [
      "The Bay Bank vowed to fight the Quill Commission. Jane Doe, its chief executive, agreed.",
      "Bay Bank conflict Quill Commission",
      "Jane Doe holds-position Bay Bank",
    ],
    ["The Chinese ambassador to London, Jane Doe, said so.", "Jane Doe holds-position China"],
    [
      "India voted. India's parliament met. India rejoiced. British lawmaker Jane Doe wrote to Prime Minister John Roe.",
      "Jane Doe holds-position United Kingdom",
    ],
    ["India voted. India's parliament met. Prime Minister John Roe spoke.", "John Roe holds-position India"],
    ["European Council President Jane Doe spoke.", "Jane Doe holds-position European Council"],
    ["The Bay Party won. Jane Doe, the panel's senior Democrat, spoke.", "Jane Doe member-of Democratic Party"],
    ["Jane Doe was named head of the Bay Agency.", "Jane Doe holds-position Bay Agency"],
    ["Jane Doe served as an adviser to the White House.", "Jane Doe holds-position White House"],
    ["Jane Doe, who heads the Bay Foundation, praised the plan.", "Jane Doe holds-position Bay Foundation"],
    ["The Bay Commission is chaired by Jane Doe.", "Jane Doe holds-position Bay Commission"],
    ["Jane Doe was elected to the Senate.", "Jane Doe holds-position Senate"],
    ["Jane Doe works for the Bay Trust.", "Jane Doe holds-position Bay Trust"],
    ["Bay Herald reporter Jane Doe asked him.", "Jane Doe holds-position Bay Herald"],
    ["Jane Doe of the Bay Herald asked him.", "Jane Doe holds-position Bay Herald"],
    ["The Bay Institute's Jane Doe disagreed.", "Jane Doe holds-position Bay Institute"],
    ["NRK's Jane Doe disagreed.", "Jane Doe holds-position NRK"],
    [
      "Pentagon spokesman Navy Capt. John Roe spoke.",
      "John Roe holds-position Navy",
      "John Roe holds-position Pentagon",
    ],
    [
      "Former Akron mayor and Bay Institute adviser Jane Doe spoke.",
      "Jane Doe holds-position Akron",
      "Jane Doe holds-position Bay Institute",
    ],
    [
      "Ohio counted. Ohio waited. Ohio's voters slept. Republican Secretary of State Jane Doe did not.",
      "Jane Doe holds-position Ohio",
      "Jane Doe member-of Republican Party",
    ],
    ["The Senate met. Sen. Jane Doe voted no.", "Jane Doe holds-position Senate"],
    ["The House met. Rep. Jane Doe voted no.", "Jane Doe holds-position House"],
    ["Norway slept. Sen. Jane Doe voted no."],
    [
      "Sen. Jane Doe (R-Ohio) voted no.",
      "Jane Doe based-in Ohio",
      "Jane Doe holds-position Ohio",
      "Jane Doe member-of Republican Party",
    ],
    [
      "Rep. Jane Doe, D-Calif., voted no.",
      "Jane Doe based-in California",
      "Jane Doe holds-position California",
      "Jane Doe member-of Democratic Party",
    ],
    [
      "Sen. Jane Doe (R-Tex) and Gov. John Roe (D-OR) voted no.",
      "Jane Doe based-in Texas",
      "Jane Doe holds-position Texas",
      "Jane Doe member-of Republican Party",
      "John Roe based-in Oregon",
      "John Roe holds-position Oregon",
      "John Roe member-of Democratic Party",
    ],
    ["Arizona Sen. Jane Doe voted no.", "Jane Doe holds-position Arizona"],
    ["Gov. Jane Doe of Ohio signed it.", "Jane Doe holds-position Ohio"],
    [
      "Sens. Jane Doe (R-Texas) and John Roe (D-Ohio) voted no.",
      "Jane Doe based-in Texas",
      "Jane Doe holds-position Texas",
      "Jane Doe member-of Republican Party",
      "John Roe based-in Ohio",
      "John Roe holds-position Ohio",
      "John Roe member-of Democratic Party",
    ],
    ["Quill spokesman John Roe said that Jane Quill had won.", "John Roe holds-position Jane Quill"],
    ["Jane Doe's tenure as chief of the Bay Agency ended.", "Jane Doe holds-position Bay Agency"],
    ["Liberal Democrat leader Jane Doe said no.", "Jane Doe holds-position Liberal Democratic Party"],
    ['"I won," Jane Doe, chief of the Bay Agency, told John Roe.', "Jane Doe holds-position Bay Agency"],
  ],
  "member-of": [
    ["Republican nominee Jane Doe won.", "Jane Doe member-of Republican Party"],
    ["Green Party candidate Jane Doe won.", "Jane Doe member-of Green Party"],
    ["Jane Doe (Labour) won the seat.", "Jane Doe member-of Labour Party"],
    ["Jane Doe, Democrat of Oregon, objected.", "Jane Doe member-of Democratic Party", "Jane Doe based-in Oregon"],
    ["Jane Doe, a Texas Democrat, objected.", "Jane Doe member-of Democratic Party", "Jane Doe based-in Texas"],
    ["Michigan Democrat Jane Doe objected.", "Jane Doe member-of Democratic Party", "Jane Doe based-in Michigan"],
    ["Jane Doe of the Social Democratic Party won.", "Jane Doe member-of Social Democratic Party"],
    ["Labour's Jane Doe won.", "Jane Doe member-of Labour Party"],
    [
      "Republicans Jane Doe and John Roe voted no.",
      "Jane Doe member-of Republican Party",
      "John Roe member-of Republican Party",
    ],
    [
      "Democrats such as Jane Doe and John Roe agreed.",
      "Jane Doe member-of Democratic Party",
      "John Roe member-of Democratic Party",
    ],
    ["Jane Doe is a Republican.", "Jane Doe member-of Republican Party"],
    ["Conservative economist Jane Doe disagreed."],
    ["Jane Doe, 19, a member of the Bay Guild, spoke.", "Jane Doe member-of Bay Guild"],
    ["Jane Doe, a member of the National Front, was arrested.", "Jane Doe member-of National Front"],
    ["Jane Doe joined the Green Party last year.", "Jane Doe member-of Green Party"],
    ["Norway joined NATO in 1949.", "Norway member-of NATO"],
    [
      "The Doe campaign attacked John Roe, the Republican nominee, before the vote. Jane Doe leads John Roe by five points.",
      "John Roe member-of Republican Party",
      "Jane Doe competes-with John Roe",
    ],
  ],
  "part-of": [
    ["The United States waited. The U.S. Supreme Court ruled.", "U.S. Supreme Court part-of United States"],
    ["Germany waited. The German Defence Ministry refused.", "German Defence Ministry part-of Germany"],
    ["Japan's Ministry of Finance intervened.", "Ministry of Finance part-of Japan"],
    ["The Bay Institute at Lakeside University published it.", "Bay Institute part-of Lakeside University"],
    ["Acme Corp, a subsidiary of Quill Holdings, closed.", "Acme Corp part-of Quill Holdings"],
    ["The Bay Lab is a division of the Lakeside Agency.", "Bay Lab part-of Lakeside Agency"],
    ["The Senate voted. The Senate Committee on Fishing met on Monday.", "Senate Committee part-of Senate"],
    ["The European Commission, the EU's executive arm, agreed.", "European Commission part-of European Union"],
  ],
  "based-in": [
    ["The Swedish firm Volvo agreed.", "Volvo based-in Sweden"],
    ["The Danish Lundby group agreed.", "Lundby based-in Denmark"],
    ["Japan's Toyota agreed.", "Toyota based-in Japan"],
    ["The Ohio-based Quill Corporation agreed.", "Quill Corporation based-in Ohio"],
    ["Quill Corporation, based in Berlin, agreed.", "Quill Corporation based-in Berlin"],
    ["The Bay Institute, a leading British think tank, agreed.", "Bay Institute based-in United Kingdom"],
    ["He spoke in Newtown, Conn., on Friday.", "Newtown based-in Connecticut"],
    ["He spoke in Japan's Nagasaki.", "Nagasaki based-in Japan"],
    ["He spoke in the Syrian city of Aleppo.", "Aleppo based-in Syria"],
    ["He spoke in the nation's capital, Wellington, as New Zealand voted.", "Wellington based-in New Zealand"],
    ["Jane Doe of Akron, Ohio, agreed.", "Jane Doe based-in Akron", "Akron based-in Ohio"],
    ["American actress Jane Doe agreed.", "Jane Doe based-in United States"],
    ["Texas billionaire Jane Doe agreed.", "Jane Doe based-in Texas"],
    [
      "A team from Bay University and Lakeside College of the US met.",
      "Bay University based-in United States",
      "Lakeside College based-in United States",
    ],
    ["The finals saw the Otters and the Hawks, from Brazil, face off.", "Hawks based-in Brazil"],
    ["The Akron Police Department closed. Akron is small.", "Akron Police Department based-in Akron"],
  ],
  owns: [
    ["The court heard Bay Media's Lakeside News.", "Bay Media owns Lakeside News"],
    ["Acme Corp is owned by Quill Holdings.", "Quill Holdings owns Acme Corp"],
    ["Jane Doe founded the Bay Foundation.", "Jane Doe owns Bay Foundation"],
    ["Jane Doe, founder of the Bay Foundation, spoke.", "Jane Doe owns Bay Foundation"],
    ["Quill Holdings acquired Acme Corp on Friday.", "Quill Holdings owns Acme Corp"],
  ],
  "competes-with": [
    ["Acme Corp competes with Quill Holdings.", "Acme Corp competes-with Quill Holdings"],
    ["Acme Corp is ahead of rivals such as Quill Holdings.", "Acme Corp competes-with Quill Holdings"],
    [
      "Jane Doe faces her Democratic rival, John Roe, on Tuesday.",
      "Jane Doe competes-with John Roe",
      "John Roe member-of Democratic Party",
    ],
    ["Jane Doe is running against John Roe.", "Jane Doe competes-with John Roe"],
    [
      "The nominee, Jane Doe, spoke on Monday. Voters cannot allow John Roe to become president, she said.",
      "Jane Doe competes-with John Roe",
    ],
    ["Jane Doe and her campaign rested. John Roe wants to win the presidency.", "Jane Doe competes-with John Roe"],
    ["Jane Doe said that she would vote for John Roe."],
  ],
  "allied-with": [
    ["Germany is an ally of France.", "France allied-with Germany"],
    ["Jane Doe and her running mate, John Roe, spoke.", "Jane Doe allied-with John Roe"],
  ],
  meets: [
    ["Jane Doe met with John Roe.", "Jane Doe meets John Roe"],
    ["Talks between Iran and Oman went on.", "Iran meets Oman"],
    ["Iran held talks with Oman.", "Iran meets Oman"],
    ["Jane Doe spoke with John Roe on Monday.", "Jane Doe meets John Roe"],
  ],
  supplies: [
    ["Russia supplies gas to Germany.", "Russia supplies Germany"],
    ["Acme Corp sold radios to Norway.", "Acme Corp supplies Norway"],
  ],
  agreement: [
    ["Acme Corp signed a contract with Norway.", "Acme Corp agreement Norway"],
    ["The treaty between Norway and Sweden holds.", "Norway agreement Sweden"],
    ["Norway and Sweden reached a deal with Iran.", "Iran agreement Norway", "Iran agreement Sweden"],
  ],
  conflict: [
    ["Kenyan forces held their positions against Blue Front fighters.", "Blue Front conflict Kenya"],
    ["Blue Front fighters attacked Kenyan soldiers on Monday.", "Blue Front conflict Kenya"],
    ["Blue Front militants killed two Kenyan soldiers.", "Blue Front conflict Kenya"],
    ["Kenya launched an offensive against the Blue Front.", "Blue Front conflict Kenya"],
    ["Norway imposed sanctions on Russia.", "Norway conflict Russia"],
    ["Kenya expelled Uganda's envoy.", "Kenya conflict Uganda"],
    ["The Bay Guild and the Lakeside Union filed a lawsuit on Monday."],
    ["Acme Corp sued Quill Holdings.", "Acme Corp conflict Quill Holdings"],
    ["Acme Corp filed a lawsuit against Quill Holdings.", "Acme Corp conflict Quill Holdings"],
    ["Iran and Iraq fought a war. The war between Iran and Iraq ended.", "Iran conflict Iraq"],
    ["Ohio is challenging the Bay Agency's rules.", "Bay Agency conflict Ohio"],
    ["Quill Holdings was sued by Acme Corp on Friday.", "Acme Corp conflict Quill Holdings"],
  ],
  investigates: [
    ["The FBI is investigating Acme Corp on Friday.", "FBI investigates Acme Corp"],
    ["The FBI launched an investigation into Acme Corp on Friday.", "FBI investigates Acme Corp"],
    ["Acme Corp is being investigated by the FBI.", "FBI investigates Acme Corp"],
  ],
  "related-to": [
    ["Jane Doe and her husband, John Roe, agreed.", "Jane Doe related-to John Roe"],
    ["Jane Doe, the daughter of John Roe, agreed.", "Jane Doe related-to John Roe"],
    ["Jane Doe is married to John Roe.", "Jane Doe related-to John Roe"],
    ["Jane Doe's son Tom Doe agreed.", "Jane Doe related-to Tom Doe"],
  ],
  "no relation": [
    ["Former Ruritanian Prime Minister Jane Doe spoke."],
    ["The U.S. Supreme Court ruled."],
    ["The South Korean army fired."],
    ["He went to Berlin, London and Paris."],
    ["Acme Corp, maker of the Orbit 5, sued."],
    ["Jane Doe went to Berlin."],
    ["Jane Doe would be president of France."],
    ["Jane Doe is not a member of the Green Party."],
    ["Did Acme Corp sue Quill Holdings?"],
    ["Acme Corp did not sue Quill Holdings."],
    ["Jane Doe, a supporter of John Roe, voted."],
    ["Jane Doe attacked John Roe over taxes."],
    ["Jane Doe praised France."],
  ],
};

describe.each(Object.entries(CASES))("the English pipeline finds %s", (_, cases) => {
  test.each(cases)("%s", async (text, ...relations) => {
    expect(await relationsOf(text)).toEqual(relations.sort());
  });
});
