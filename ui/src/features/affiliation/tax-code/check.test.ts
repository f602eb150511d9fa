import { describe, expect, test } from "vitest";
import { checkTaxCode } from "./check";
import { numbersOf, rows } from "./numbers";

describe("a tax code that fits", () => {
  test.each([
    ["PL", "PL 856-734-62-15"],
    ["PL", "123456785"],
    ["DE", "DE136695976"],
    ["UA", "32855961"],
    ["UA", "1759013776"],
    ["CZ", "25596641"],
    ["CZ", "CZ25123891"],
    ["SK", "SK 202 274 96 19"],
    ["SK", "25596641"],
    ["EE", "12345678"],
    ["FR", "552 008 443"],
    ["IT", "IT 00743110157"],
    ["RO", "RO 185 472 90"],
    ["HU", "HU-12892312"],
    ["HU", "12892312-2-41"],
    ["ES", "ES B-58378431"],
    ["LV", "LV 4000 3521 600"],
    ["MD", "1008600038413"],
    ["NL", "NL004495445B01"],
    ["GB", "GB 980 7806 84"],
    // This country is in the library but not in the table.
    ["AU", "83 914 571 673"],
  ])("in %s: %s", (country, code) => {
    expect(checkTaxCode(country, code)).toEqual({ verdict: "fits" });
  });
});

describe("a tax code without a check digit", () => {
  test.each([
    ["LT", "302505618"],
    ["PL", "0000123456"],
    ["NL", "34123456"],
    ["DE", "12/345/67890"],
    ["UA", "328559626101"],
  ])("in %s: %s", (country, code) => {
    expect(checkTaxCode(country, code).verdict).toMatch(/fits$/);
  });
});

describe("a typo", () => {
  test.each([
    ["PL", "8567346216", "check_digit"],
    ["PL", "85673462", "wrong_length"],
    ["PL", "856734621O", "wrong_sign"],
    ["DE", "DE136695978", "check_digit"],
    ["DE", "DE1366", "wrong_length"],
    ["UA", "32855962", "check_digit"],
    ["CZ", "25596642", "check_digit"],
    ["HU", "12892313-2-41", "check_digit"],
    ["FR", "552 008 442", "check_digit"],
  ])("in %s: %s is reported with the reason", (country, code, why) => {
    const verdict = checkTaxCode(country, code);
    expect(verdict).toMatchObject({ verdict: "misfit", why });
    expect("names" in verdict && verdict.names.length).toBeGreaterThan(0);
  });
});

test("an empty tax code has no error", () => {
  expect(checkTaxCode("PL", "  ")).toEqual({ verdict: "empty" });
});

test("a tax code of an unknown country is reported as not checked", () => {
  expect(checkTaxCode("AQ", "123")).toEqual({ verdict: "not_checked" });
});

test.each(Object.keys(rows))(
  "the library has every check that the table names for %s",
  (country) => {
    expect(numbersOf(country)?.checks).toHaveLength(rows[country]?.checks.length ?? 0);
  },
);
