import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCountries } from "../../src/language/index.ts";

const countries = loadCountries(readFileSync("data/lexicon/countries.json"));

describe("byName(name)", () => {
  test.each([
    ["US", "United States"],
    ["U.S.", "United States"],
    ["the USA", "United States"],
    ["UK", "United Kingdom"],
    ["Britain’s", "United Kingdom"],
    ["the Netherlands", "Netherlands"],
    ["DPRK", "North Korea"],
    ["UAE", "United Arab Emirates"],
    ["People's Republic of China", "China"],
    ["Turkey", "Turkey"],
    ["CHINA", "China"],
    ["Cote d'Ivoire", "Ivory Coast"],
    ["us", undefined],
    ["turkey", undefined],
    ["Island", undefined],
    ["", undefined],
  ])("%j is %j", (name, expected) => expect(countries.byName(name)?.name).toBe(expected));
});

describe("byDemonym(word)", () => {
  test.each([
    ["German", "Germany"],
    ["Germans", "Germany"],
    ["Britons", "United Kingdom"],
    ["British", "United Kingdom"],
    ["American", "United States"],
    ["Chinese", "China"],
    ["Swiss", "Switzerland"],
    ["Dutch", "Netherlands"],
    ["French", "France"],
    ["Indian", "India"],
    ["Congolese", "Democratic Republic of the Congo"],
    ["RUSSIANS", "Russia"],
    ["European", undefined],
    ["Republican", undefined],
    ["polish", undefined],
  ])("%j is of %j", (word, expected) => expect(countries.byDemonym(word)?.name).toBe(expected));

  test("every country that has people has a word for them", () => {
    for (const country of countries.table.countries.filter((c) => c.independent && c.code !== "VA")) {
      expect(country.person.concat(country.adjectives).length, country.name).toBeGreaterThan(0);
    }
  });
});

describe("placeOfDemonym(word)", () => {
  test.each([
    ["European", "Europe"],
    ["Texan", "Texas"],
    ["Scots", "Scotland"],
    ["Spaniards", "Spain"],
  ])("%j points to %j", (word, expected) => expect(countries.placeOfDemonym(word)?.name).toBe(expected));
});

describe("byCapital(name) and byMetonym(name)", () => {
  test.each([
    ["Berlin", "Germany"],
    ["Washington", "United States"],
    ["Brasilia", "Brazil"],
    ["Chicago", undefined],
  ])("capital %j is of %j", (name, expected) => expect(countries.byCapital(name)?.name).toBe(expected));

  test.each([
    ["White House", "United States"],
    ["the Kremlin", "Russia"],
    ["Brussels", "European Union"],
    ["Paris", undefined],
  ])("seat %j stands for %j", (name, expected) => expect(countries.byMetonym(name)?.name).toBe(expected));

  test("every seat names a place of the table", () => {
    for (const [name] of countries.table.metonyms) expect(countries.byMetonym(name), name).toBeDefined();
  });
});
