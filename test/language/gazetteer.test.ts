import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCountries } from "../../src/language/en/countries.ts";
import { loadGazetteer, PHRASE, WORD } from "../../src/language/en/gazetteer.ts";

const read = (path: string): Uint8Array => readFileSync(`data/lexicon/${path}`);
const gazetteer = loadGazetteer(
  read("first-names.tsv"),
  read("cities.tsv"),
  read("gazetteer.json"),
  loadCountries(read("countries.json")),
);

describe("firstName(name)", () => {
  test.each([
    ["Mary", "female"],
    ["Vladimir", "male"],
    ["Kim", "either"],
    ["Qxz", undefined],
    ["", undefined],
  ])("%j is %j", (name, expected) => expect(gazetteer.firstName(name)).toBe(expected));
});

describe("city(name)", () => {
  test.each([
    ["Berlin", "DE"],
    ["Chicago", "US"],
    ["Sao Paulo", "BR"],
    ["Nowhereville", undefined],
  ])("%j lies in %j", (name, expected) => expect(gazetteer.city(name)).toBe(expected));
});

describe("word(form)", () => {
  test.each([
    ["Sen.", WORD.title],
    ["Ministry", WORD.organizationHead],
    ["German", WORD.adjective],
    ["GERMAN", WORD.adjective],
    ["Jews", WORD.people],
    ["Treaty", WORD.lawHead],
  ])("%j has bit %d", (form, bit) => expect(gazetteer.word(form) & bit).toBe(bit));

  test.each(["it", "said", "", "."])("%j is nothing", (form) => expect(gazetteer.word(form)).toBe(0));
});

describe("phrase(forms, index)", () => {
  test.each([
    ["New Zealand said", 0, 2, PHRASE.country],
    ["the White House said", 1, 2, PHRASE.seat],
    ["U.S. officials", 0, 1, PHRASE.country],
    ["Buenos Aires", 0, 2, PHRASE.city],
    ["Middle East talks", 0, 2, PHRASE.region],
    ["South Korean officials", 0, 2, PHRASE.demonym],
  ])("%j at %d is %d long, kind %d", (text, index, length, kind) =>
    expect(gazetteer.phrase(text.split(" "), index)).toEqual({ length, kind }));

  test.each(["us", "turkey", "Us", "and"])("%j is none", (text) => expect(gazetteer.phrase([text], 0)).toBeUndefined());
});
