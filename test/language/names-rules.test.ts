import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Name } from "../../src/core/index.ts";
import { loadClusters } from "../../src/language/en/clusters.ts";
import { loadCountries } from "../../src/language/en/countries.ts";
import { loadGazetteer } from "../../src/language/en/gazetteer.ts";
import { type NamesDoc, viewNames } from "../../src/language/en/names-features.ts";
import { createFormFacts } from "../../src/language/en/names-forms.ts";
import { tidyNames } from "../../src/language/en/names-rules.ts";

const read = (path: string): Uint8Array => readFileSync(`data/${path}`);
const gazetteer = loadGazetteer(
  read("lexicon/first-names.tsv"),
  read("lexicon/cities.tsv"),
  read("lexicon/gazetteer.json"),
  loadCountries(read("lexicon/countries.json")),
);
const facts = createFormFacts(await loadClusters(read("models/en-clusters.bin")), gazetteer);

/** Words between brackets are one name of the given type: "[US President Ann Lee]person". */
function tidy(marked: string): string {
  const forms: string[] = [];
  const names: Name[] = [];
  let first = -1;
  for (const piece of marked.split(" ")) {
    const [, open, form, type] = /^(\[?)(.*?)(?:\](\w+))?$/.exec(piece)!;
    if (open) first = forms.length;
    forms.push(form!);
    if (type) {
      names.push({ start: 0, end: 0, type: type as Name["type"], firstToken: first, endToken: forms.length, score: 1 });
    }
  }
  let text = "";
  const tokens = forms.map((form) => {
    const start = text.length === 0 ? 0 : text.length + 1;
    text = text.length === 0 ? form : `${text} ${form}`;
    return { start, end: start + form.length, form };
  });
  const doc: NamesDoc = {
    id: "a",
    text,
    tokens,
    sentences: [{ start: 0, end: text.length, firstToken: 0, endToken: tokens.length, block: 0 }],
    tags: tokens.map(({ form }) => ({ pos: /^[a-z]/.test(form) ? "NOUN" : "PROPN", xpos: "" })),
    messages: [],
  };
  return tidyNames(viewNames(doc, facts, gazetteer), names, gazetteer)
    .map(({ firstToken, endToken, type }) => `${forms.slice(firstToken, endToken).join(" ")}|${type}`)
    .join(", ");
}

describe("tidyNames(view, names, gazetteer)", () => {
  test.each([
    ["[US President Ann Lee]person spoke", "US|place, Ann Lee|person"],
    ["[Prime Minister Ann Lee]person spoke", "Ann Lee|person"],
    ["[President]person spoke", "President|person"],
    ["on [Monday India]place agreed", "India|place"],
    ["the [Monday Club]organization met", "Monday Club|organization"],
    ["[April Lee]person spoke", "April Lee|person"],
    ["[Liberal]demonym [Democrat]group leader", "Liberal Democrat|group"],
    ["[Democrat Orvik]person spoke", "Democrat|demonym, Orvik|person"],
    ["[Christian Lee]person spoke", "Christian Lee|person"],
    ["then J. [Ann Lee]person spoke", "J. Ann Lee|person"],
    ["then J . [Ann Lee]person spoke", "J . Ann Lee|person"],
    ["plan B [Ann Lee]person spoke", "Ann Lee|person"],
    [
      "the [UN High Commissioner]organization for [Refugees]person met",
      "UN High Commissioner for Refugees|organization",
    ],
    ["told “ [Bay News]organization Tonight ” that", "Bay News Tonight|work"],
    ["told “ [Bay News]organization fell ” that", "Bay News|organization"],
    ["told “ [Ann]person Tonight ” that", "Ann|person"],
    ["the [Orvik-Tocca]person law ; [Orvik-Tocca]person", "Orvik-Tocca|law, Orvik-Tocca|law"],
    ["the “ Trade for All Summit ” in Bay", "Trade for All Summit|event"],
    ["a no-deal Brexit ; [Grexit]person", "Brexit|event, Grexit|event"],
    ["the [Exit]work ; Exit", "Exit|work"],
    [
      "the [Institute for Tides at Orvik University]organization met",
      "Institute for Tides|organization, Orvik University|organization",
    ],
    ["the [Battle at Orvik University]organization met", "Battle at Orvik University|organization"],
    ["[Ann Orvik]person ; members of [Orvik]person ’s team", "Ann Orvik|person, Orvik|person"],
    ["members of [Orvik]person ’s team", "Orvik|organization"],
    ["the [Food]event and [Drug Administration]organization said", "Food and Drug Administration|organization"],
    ["[Apple]organization and [Orvik Board]organization said", "Apple|organization, Orvik Board|organization"],
    ["[European]demonym Council President [Ann Lee]person", "European Council|organization, Ann Lee|person"],
    ["[European]demonym President [Ann Lee]person", "European|demonym, Ann Lee|person"],
    [
      "the [Orvik Industries and Tocca Group]organization met",
      "Orvik Industries|organization, Tocca Group|organization",
    ],
    ["[Ann May]person spoke ; they back May", "Ann May|person, May|person"],
    ["[Ann May]person spoke ; they met in May", "Ann May|person"],
    ["[Ann May]person spoke ; they met on 7 May", "Ann May|person"],
    ["[Ann Roe]person spoke ; they back May", "Ann Roe|person"],
    ["Public Orvik , a consumer group , sued", "Public Orvik|organization"],
    ["Public Orvik , a consumer , sued", ""],
    ["then the Food and Drug Administration met", "Food and Drug Administration|organization"],
    ["then the Food and [Drug Administration]organization met", "Food and Drug Administration|organization"],
    [
      "the [Confederation]organization of [African Orvik]organization met",
      "Confederation of African Orvik|organization",
    ],
    ["[Orvik]person said it was sorry ; [Orvik]person", "Orvik|organization, Orvik|organization"],
    ["[Orvik]person said it rained", "Orvik|person"],
    ["[Orvik Capital]person has sued", "Orvik Capital|organization"],
    ["[Elliott Capital]person has sued ; [Elliott]person", "Elliott Capital|organization, Elliott|organization"],
    [
      "[Lee Capital]organization and [Ann Lee]person ; [Lee]person",
      "Lee Capital|organization, Ann Lee|person, Lee|person",
    ],
    ["two analysts at [Orvik]person fled", "Orvik|organization"],
    ["two rivals at [Orvik]person fled", "Orvik|person"],
    ["the [Senate]organization banking committee met", "Senate banking committee|organization"],
    ["the [Senate]organization committee met", "Senate|organization"],
    ["the [Senate]organization , a committee", "Senate|organization"],
    ["the [Bay Union of Ohio and Tocca]organization sued", "Bay Union of Ohio|organization, Tocca|organization"],
    ["the [Bank of Ohio and Texas]organization sued", "Bank of Ohio and Texas|organization"],
    ["[Orvik]person chief executive Ann", "Orvik|organization"],
    ["he sold QuillTok to McLee", "QuillTok|organization"],
    ["[Roelcare]person and Daycare", "Roelcare|law"],
    ["the [Orvik-Tocca]person wedding", "Orvik-Tocca|person"],
    ["[Al Tocca]person militants fled", "Al Tocca|organization"],
    ["[Tocca]person militants fled ; [Ann Tocca]person", "Tocca|person, Ann Tocca|person"],
    ["[Quill.com]event agreed", "Quill.com|organization"],
    ["the firm [Orvik]person agreed", "Orvik|organization"],
    ["Mr. Tocca said", "Tocca|person"],
    ["North and [South Korea]place agreed", "North|place, South Korea|place"],
    ["the [Swedish]demonym Orvik group agreed", "Swedish|demonym, Orvik|organization"],
    ["[Ann Lee]person ( R - Ky. ) agreed", "Ann Lee|person, Ky.|place"],
    ["[Ann Lee 's]person car", "Ann Lee|person"],
    ["[The Lancet]organization said", "Lancet|organization"],
    ["the [UK Food Safety Agency]organization", "UK Food Safety Agency|organization"],
    ["the [U.S.]place [Food Agency]organization said", "U.S. Food Agency|organization"],
    ["the [U.S.]place [Orvik]organization unit", "U.S.|place, Orvik|organization"],
    ["the [UK]place [Food Agency]organization ( FA )", "UK|place, Food Agency|organization, FA|organization"],
    ["[UK Food Agency]organization ( FA )", "UK|place, Food Agency|organization, FA|organization"],
    ["[Bay Union]organization of [Ohio]place met", "Bay Union of Ohio|organization"],
    ["the [Committee]organization for a Clean Bay met", "Committee for a Clean Bay|organization"],
    ["[Bank]place of [England]place fell", "Bank of England|organization"],
    ["Bank of [England]place fell", "Bank of England|organization"],
    ["West Bank of [England]place fell", "England|place"],
    ["[West Bank]place of [Ohio]place", "West Bank|place, Ohio|place"],
    ["[Orvik]place of [Ohio]place", "Orvik|place, Ohio|place"],
    ["the [Committee]organization for [Ann Lee]person met", "Committee|organization, Ann Lee|person"],
    ["after the [Vietnam]place War ended", "Vietnam War|event"],
    ["[African]demonym - [Americans]group met", "African|demonym, Americans|group"],
    ["then [Republican]group [Ann Lee]person won", "Republican|demonym, Ann Lee|person"],
    ["at the [Bay Security Conference]organization", "Bay Security Conference|event"],
    ["for the [Bay Security Conference]organization", "Bay Security Conference|organization"],
    ["the [Bay Trade Agreement]organization holds", "Bay Trade Agreement|law"],
    ["the [North]organization fired", "North|place"],
    ["[Ann Tocca]person 's shares fell ; [Ann Tocca]person", "Ann Tocca|organization, Ann Tocca|organization"],
    ["[Orvik]person , the old brewer , fell ; [Orvik]person", "Orvik|organization, Orvik|organization"],
    ["a company called [Orvik]law fell", "Orvik|organization"],
    ["then The [Orvik]person ( OK ) fell", "Orvik|organization"],
    [
      "[Orvik and Tocca]organization fell ; [Tocca]organization",
      "Orvik|organization, Tocca|organization, Tocca|organization",
    ],
    ["[Orvik and Tocca]organization fell", "Orvik and Tocca|organization"],
    ["[Food and Bay Agency]organization ; [Food]organization", "Food and Bay Agency|organization, Food|organization"],
    ["[Orvik 's purchase of Tocca]organization fell", "Orvik|organization, Tocca|organization"],
    ["[Orvik 's Pizza]organization fell", "Orvik 's Pizza|organization"],
    ["then Ann [Orvik]person left", "Ann Orvik|person"],
    ["then [Bay]place Ann [Orvik Lee]person left", "Bay|place, Orvik Lee|person"],
    ["at the ABC30 climate summit", "ABC30|event"],
    ["at the ABC30 camera shop", ""],
    [
      "the [Orvik Tocca]organization met ; [Orvik]person [Tocca]demonym left",
      "Orvik Tocca|organization, Orvik Tocca|organization",
    ],
    ["[Orvik]person , a militia , fled", "Orvik|organization"],
    ["[Ann Lee]person , a coalition , fled", "Ann Lee|organization"],
    ["[Al Orvik]person , the Bay - based broadcaster , fled", "Al Orvik|organization"],
    ["[Al Orvik]person , a Bay - based broadcaster , fled", "Al Orvik|person"],
    ["[Ann Lee]person , a giant who fled", "Ann Lee|person"],
    ["[Orvik]person , which fell , and [Orvik]person", "Orvik|organization, Orvik|organization"],
    ["[Ann Lee]person , whose workers struck", "Ann Lee|organization"],
    ["[Orvik - Tocca]person , which fell", "Orvik - Tocca|organization"],
    ["[Ann Lee]person of [Orvik]person spoke", "Ann Lee|person, Orvik|organization"],
    ["[Ann Lee]person , chairwoman of [Orvik]person , spoke", "Ann Lee|person, Orvik|organization"],
    ["[Lee]person of [Orvik]person spoke", "Lee|person, Orvik|person"],
    ["[Tocca Inc]organization and [Orvik]person agreed", "Tocca Inc|organization, Orvik|organization"],
    [
      "[Tocca Inc]organization and [Orvik]person ; [Ann Orvik]person",
      "Tocca Inc|organization, Orvik|person, Ann Orvik|person",
    ],
    ["our [Bay]place [Orvik]person alliance fell", "Bay|place, Orvik|organization"],
    ["our [Bay]place [Orvik]person alliance ; [Ann Orvik]person", "Bay|place, Orvik|person, Ann Orvik|person"],
    ["[Orvik]person , a Bay - based brewer , fell", "Orvik|organization"],
    ["then the [Orvik]person family fell", "Orvik|person"],
    ["[Orvik]person , the company chairman , fell", "Orvik|person"],
    ["[Tocca Inc.]organization grew ; [Tocca]person fell", "Tocca Inc.|organization, Tocca|organization"],
    ["in [Tocca]product magazine", "Tocca|organization"],
    ["before 9/11 families met", "9/11|event"],
    ["stand by our Constitution now", "Constitution|law"],
    ["they climbed Mt. Orvik twice", "Mt. Orvik|place"],
    ["since Orvikan Day last week", "Orvikan Day|event"],
    ["the [U.S. Senate]organization", "U.S. Senate|organization"],
    ["[Emeritus Professor Ann Lee]person spoke", "Ann Lee|person"],
    ["[Justice Ann Lee]person spoke", "Ann Lee|person"],
    ["[John Prince King Jr]person spoke", "John Prince King Jr|person"],
    ["[Deputy Prime Minister Lee]person spoke", "Lee|person"],
    ["[Republican Ann Lee]person spoke", "Republican|demonym, Ann Lee|person"],
    ["[Christian de Lee]person spoke", "Christian de Lee|person"],
    ["[Bay Appeals Court Justice]organization [Ann Lee]person", "Bay Appeals Court|organization, Ann Lee|person"],
    ["[BFB China]organization analyst", "BFB|organization, China|place"],
    ["[White House Asia]organization adviser", "White House|organization, Asia|place"],
    ["[BFB China]organization , which", "BFB China|organization"],
    ["[China]organization grew", "China|place"],
    ["the [European Union]place grew", "European Union|organization"],
    ["[Bay Fishing Agency]work", "Bay Fishing Agency|organization"],
    ["[Bay Fishing Treaty]work", "Bay Fishing Treaty|law"],
    ["[5G]organization networks", "5G|product"],
    ["its 5G networks", "5G|product"],
    ["the South [Korean]demonym army", "South Korean|demonym"],
    ["[New Zealanders]organization voted", "New Zealanders|group"],
    ["[White House Asia]place adviser", "White House|organization, Asia|place"],
    ["[North Sea Bank]organization fell", "North Sea Bank|organization"],
    ["the “ Justice for [Sea Fishing Act]law ” of [Ann Lee]person", "Justice for Sea Fishing Act|law, Ann Lee|person"],
    ["the “ Sea [Fishing Act]law of 1998 ” fell", "Sea Fishing Act of 1998|law"],
    ["“ We need a [Sea Act]law ” fell", "Sea Act|law"],
  ])("%s: %s", (marked, expected) => expect(tidy(marked)).toBe(expected));

  test("gives an acronym in brackets the type of the name before it, everywhere", () => {
    expect(tidy("the [Bay Fishing Board]organization ( BFB ) met ; [BFB]place and BFB")).toBe(
      "Bay Fishing Board|organization, BFB|organization, BFB|organization, BFB|organization",
    );
  });

  test("finds by an acronym in brackets how far the name before it reaches", () => {
    expect(tidy("its agency [Korean]demonym Bay News Agency ( KBNA ) met ; KBNA")).toBe(
      "Korean Bay News Agency|organization, KBNA|organization, KBNA|organization",
    );
  });

  test.each([
    ["a surname alone", "[Ann Orvik]person met them . Orvik", "Ann Orvik|person, Orvik|person"],
    ["a speaker in capitals", "[Ann Orvik]person met them ; “ ORVIK : yes", "Ann Orvik|person, ORVIK|person"],
    ["a cut name", "[Ann Orvik]person met them when [Ann]person Orvik came", "Ann Orvik|person, Ann Orvik|person"],
    ["too long a name", "[Ann Orvik]person met [Rip Ann Orvik]person", "Ann Orvik|person, Rip Ann Orvik|person"],
    ["no word of a longer name", "[Ann Orvik]person and the Orvik Law", "Ann Orvik|person"],
    ["no word in lower case too", "[Ann Bay]person met . Bay and bay", "Ann Bay|person"],
  ])("finds again what is named elsewhere, %s", (_, marked, expected) => expect(tidy(marked)).toBe(expected));

  test("leaves other words in brackets alone", () => {
    expect(tidy("[Ann Lee]person ( XYZ ) met")).toBe("Ann Lee|person");
  });
});
