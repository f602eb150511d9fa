import { describe, expect, test } from "vitest";
import type { Country } from "../../bindings";
import { fold } from "../../i18n/fold";
import { findCountries, listCountries } from "./country-search";

const countries: Country[] = [
  { region: "AT", callingCode: 43 },
  { region: "CH", callingCode: 41 },
  { region: "CZ", callingCode: 420 },
  { region: "DE", callingCode: 49 },
  { region: "DK", callingCode: 45 },
  { region: "GB", callingCode: 44 },
  { region: "GG", callingCode: 44 },
  { region: "PL", callingCode: 48 },
  { region: "RE", callingCode: 262 },
  { region: "SK", callingCode: 421 },
  { region: "UA", callingCode: 380 },
  { region: "US", callingCode: 1 },
];

function found(typed: string, language = "en", first: string | null = null): string[] {
  return findCountries(listCountries(countries, language, first), typed).map((c) => c.region);
}

describe.each(["en", "uk", "de", "pl"])("Germany in a window in language %s", (language) => {
  test.each(["Deutschland", "Germany", "Німеччина", "+49", "49", "de"])(
    "is the first result for %s",
    (typed) => {
      expect(found(typed, language)[0]).toBe("DE");
    },
  );
});

describe("the search", () => {
  test("starts with the system's country and continues in alphabetical order", () => {
    expect(found("", "en", "PL").slice(0, 4)).toEqual(["PL", "AT", "CZ", "DK"]);
  });

  test("follows the alphabet of the window's language", () => {
    expect(found("", "uk").slice(0, 3)).toEqual(["AT", "GB", "GG"]);
  });

  test("is found by the name in the window's language", () => {
    expect(found("нім", "uk")).toEqual(["DE"]);
    expect(found("pola")).toEqual(["PL"]);
  });

  test("is found by the English name and by the name in the country's language", () => {
    expect(found("germany", "uk")).toEqual(["DE"]);
    expect(found("deutschland")).toEqual(["DE"]);
    expect(found("україна")).toEqual(["UA"]);
  });

  test("is found by the name in each of the country's languages", () => {
    expect(found("suisse")).toEqual(["CH"]);
    expect(found("schweiz", "uk")).toEqual(["CH"]);
    expect(found("svizzera", "pl")).toEqual(["CH"]);
  });

  test("is found by the short name that people use", () => {
    expect(found("uk")).toContain("GB");
  });

  test("is found without accents", () => {
    expect(found("osterreich")).toEqual(["AT"]);
    expect(found("cesko")).toEqual(["CZ"]);
    expect(fold("Łódź  Straße")).toBe("lodz strasse");
  });

  test.each(["+49", "49", "0049", "00 49", "+ 49"])(
    "is found by the calling code as %s",
    (typed) => {
      expect(found(typed)).toEqual(["DE"]);
    },
  );

  test("has every country whose code starts with the typed digits", () => {
    expect(found("+42")).toEqual(["CZ", "SK"]);
  });

  test("has the main country of a shared code first", () => {
    expect(found("+44")).toEqual(["GB", "GG"]);
  });

  test("matches two letters with country codes before names", () => {
    expect(found("de")).toEqual(["DE", "DK"]);
    expect(found("us")[0]).toBe("US");
  });

  test("is found by the second word of a name", () => {
    expect(found("kingdom")).toEqual(["GB"]);
    expect(found("states")).toEqual(["US"]);
  });

  test("is empty without a match", () => {
    expect(found("atlantis")).toEqual([]);
    expect(found("+999")).toEqual([]);
  });
});
