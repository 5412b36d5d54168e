import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/ingest/index.ts";

describe("parseDate(text)", () => {
  test.each([
    ["2019-02-23", "2019-02-23"],
    ["2019-02-23T23:59:00+01:00", "2019-02-23"],
    ["2019-02", "2019-02"],
    ["2019", "2019"],
    ["20190223", "2019-02-23"],
    ["2019/2/3", "2019-02-03"],
    ["23 February 2019", "2019-02-23"],
    ["23rd of February, 2019", "2019-02-23"],
    ["23-Feb-2019", "2019-02-23"],
    ["February 23, 2019", "2019-02-23"],
    ["Feb. 23, 2019", "2019-02-23"],
    ["Sept. 3rd 2018", "2018-09-03"],
    ["Saturday, February 23, 2019", "2019-02-23"],
    ["Sat, 23 Feb 2019 10:00:00 GMT", "2019-02-23"],
    ["Feb 23, 2019, 10:30 a.m. EST", "2019-02-23"],
    ["February 23, 2019 at 5 pm", "2019-02-23"],
    ["Published: 23 February 2019", "2019-02-23"],
    ["Last updated on Feb. 23, 2019", "2019-02-23"],
    ["February 2019", "2019-02"],
    ["23.2.2019", "2019-02-23"],
    ["23/02/2019", "2019-02-23"],
    ["02/23/2019", "2019-02-23"],
    ["29 February 2020", "2020-02-29"],
  ])("reads %j as %s", (text, expected) => expect(parseDate(text)).toBe(expected));

  test.each([
    ["an order that depends on the country", "02/03/2019"],
    ["a day that does not exist", "29 February 2019"],
    ["a month that does not exist", "2019-13-01"],
    ["a day without a year", "23 February"],
    ["a sentence with a date in it", "It began on 23 February 2019"],
    ["nothing", ""],
    ["words", "yesterday"],
  ])("does not read %s", (_, text) => expect(parseDate(text)).toBeUndefined());
});
