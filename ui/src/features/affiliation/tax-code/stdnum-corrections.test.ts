import { stdnum } from "stdnum";
import { describe, expect, test } from "vitest";
import { rows } from "./numbers";
import { corrections } from "./stdnum-corrections";

/** For each correction, numbers about which the library is wrong, and the right answer. */
const wrong: Readonly<Record<string, readonly (readonly [string, boolean])[]>> = {
  "BG.vat": [
    ["831902088", true],
    ["7523169263", true],
    ["2557132427", false],
    ["8319020880005", true],
  ],
  "CZ.dic": [
    ["CZ687836437", true],
    ["CZ699005400", true],
    ["CZ630723632", false],
  ],
  "DE.vat": [["030769112", false]],
  "DK.cvr": [["03146308", false]],
  "FR.siret": [["10052116825638", false]],
  "GB.vat": [["HP604", false]],
  "LV.pvn": [["32123456785", true]],
  "MT.vat": [["02849777", false]],
  "NL.btw": [["081637949B00", false]],
  "RO.cif": [["1860119803649", true]],
  "RO.onrc": [
    ["J2012000750528", true],
    ["J4/123/2005", true],
    ["J40/769/2060", false],
  ],
  "SI.ddv": [["02211891", false]],
  "SK.dph": [
    ["SK1046834613", true],
    ["7312874162", false],
  ],
};

const cases = Object.entries(wrong).flatMap(([check, numbers]) =>
  numbers.map(([number, isRight]) => [check, number, isRight] as const),
);

function libraryAccepts(check: string, number: string): boolean | undefined {
  const [country = "", name = ""] = check.split(".");
  return stdnum[country]?.[name]?.validate(number).isValid;
}

// If this fails after an update of the library, remove the correction and its report.
test.each(cases)("the library is still wrong about %s %s", (check, number, isRight) => {
  expect(libraryAccepts(check, number)).toBe(!isRight);
});

describe("a correction", () => {
  test("has examples of what it corrects", () => {
    expect(Object.keys(wrong).sort()).toEqual(Object.keys(corrections).sort());
  });

  test("belongs to a check of the table", () => {
    const checks = Object.values(rows).flatMap((row) => row.checks);
    expect(checks).toEqual(expect.arrayContaining(Object.keys(corrections)));
  });
});
