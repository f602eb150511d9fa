import { afterEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { countriesOf } from "./country-languages";
import { languageOptions, suggestedLanguage } from "./languages";

const countries = Object.values(countriesOf).flatMap((list) => list.split(" "));

afterEach(() => adopt("en", english));

describe("the suggested language", () => {
  test("is English for the service desk, from any country", () => {
    expect(suggestedLanguage("service_desk", "PL")).toBe("en");
    expect(suggestedLanguage("service_desk", null)).toBe("en");
  });

  test.each([
    ["CZ", "cs"],
    ["DE", "de"],
    ["AT", "de"],
    ["CH", "de"],
    ["ES", "es"],
    ["EE", "et"],
    ["FR", "fr"],
    ["LU", "fr"],
    ["HU", "hu"],
    ["IT", "it"],
    ["LT", "lt"],
    ["LV", "lv"],
    ["NL", "nl"],
    ["BE", "nl"],
    ["PL", "pl"],
    ["RO", "ro"],
    ["MD", "ro"],
    ["SK", "sk"],
    ["UA", "uk"],
    ["GB", "en"],
    ["IE", "en"],
    ["MT", "en"],
    ["CY", "en"],
    ["PT", "en"],
  ])("for a manager of an organization in %s is %s", (country, language) => {
    expect(suggestedLanguage("manager", country)).toBe(language);
  });

  test("is English for a manager while no country is known", () => {
    expect(suggestedLanguage("manager", null)).toBe("en");
  });
});

test("a country has one language, and its code is in use", () => {
  expect(countries.filter((code, index) => countries.indexOf(code) !== index)).toEqual([]);
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect(countries.filter((code) => !names.of(code))).toEqual([]);
});

describe("the choice", () => {
  test("names each language in itself, with a capital letter", () => {
    expect(languageOptions().map(({ label }) => label)).toEqual([
      "Čeština",
      "Deutsch",
      "Eesti",
      "English",
      "Español",
      "Français",
      "Italiano",
      "Latviešu",
      "Lietuvių",
      "Magyar",
      "Nederlands",
      "Polski",
      "Română",
      "Slovenčina",
      "Українська",
    ]);
    expect(languageOptions().every(({ value, lang }) => value === lang)).toBe(true);
  });

  test("is in the order of the window’s alphabet", () => {
    adopt("uk", ukrainian);
    expect(languageOptions()[0]?.label).toBe("Українська");
  });
});
