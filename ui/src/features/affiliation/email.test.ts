import { describe, expect, test } from "vitest";
import type { Affiliation } from "../../bindings";
import { loadVoice } from "../email/catalogs.svelte";
import { EMAIL_LANGUAGES } from "../email/languages";
import { composeEmail, languageOf } from "./email";

const FILLED: Affiliation = {
  organization: "Kwiaty sp. z o.o.",
  country: "PL",
  taxCode: "8567346215",
  fullName: "Żaneta Łęcka",
  phone: "601 234 567",
  phoneCountry: "PL",
  email: "zaneta@kwiaty.example",
  managerEmail: "manager@novapost.example",
  language: "",
};
const PHONE = "+48 601 234 567";

const POLAND = {
  cs: "Polsko",
  de: "Polen",
  en: "Poland",
  es: "Polonia",
  et: "Poola",
  fr: "Pologne",
  hu: "Lengyelország",
  it: "Polonia",
  lt: "Lenkija",
  lv: "Polija",
  nl: "Polen",
  pl: "Polska",
  ro: "Polonia",
  sk: "Poľsko",
  uk: "Польща",
};

describe.each(EMAIL_LANGUAGES)("the affiliation email in %s", (language) => {
  test("has every value, and the country by its name in the language", async () => {
    const { draft } = composeEmail(FILLED, PHONE, await loadVoice(language), null);
    expect(draft.to).toEqual({ who: "manager", address: "manager@novapost.example" });
    expect(draft.subject).toMatch(/: Kwiaty sp\. z o\.o\.$/);
    const ends = [FILLED.organization, POLAND[language], FILLED.taxCode, FILLED.fullName, PHONE];
    for (const value of [...ends, FILLED.email]) {
      expect(draft.body.split("\n").filter((line) => line.endsWith(`: ${value}`))).toHaveLength(1);
    }
    expect(draft.body.split("\n").at(-1)).toBe(FILLED.fullName);
  });

  test("asks only the service desk to pass it on", async () => {
    const voice = await loadVoice(language);
    const toManager = composeEmail(FILLED, PHONE, voice, null).draft;
    const toSupport = composeEmail({ ...FILLED, managerEmail: " " }, PHONE, voice, null).draft;
    expect(toSupport.to).toEqual({ who: "service_desk" });
    const [forManager, forSupport] = [toManager, toSupport].map(({ body }) => body.split("\n"));
    expect(forSupport?.length).toBe(forManager?.length);
    const longer = forSupport?.filter((line, index) => line !== forManager?.[index]) ?? [];
    expect(longer).toHaveLength(1);
    expect(longer[0]?.length).toBeGreaterThan((forManager?.[2]?.length ?? 0) + 40);
  });

  test("has a placeholder for each missing value", async () => {
    const empty = {
      ...FILLED,
      organization: "",
      country: null,
      taxCode: "",
      fullName: " ",
      email: "",
    };
    const { draft } = composeEmail(empty, "", await loadVoice(language), null);
    expect(draft.subject).toMatch(/: …$/);
    expect(draft.body.match(/…/g)).toHaveLength(7);
  });

  test("is written in the window's language too if that is another one", async () => {
    const [reader, own] = [await loadVoice(language), await loadVoice("en")];
    const { draft, translation } = composeEmail(FILLED, PHONE, reader, own);
    if (language === "en") expect(translation).toBeNull();
    else expect(translation?.body).toContain("Country: Poland");
    expect(draft.body).not.toBe(translation?.body);
  });
});

describe("the language of the affiliation email", () => {
  test("follows the country and the recipient until the person chooses one", () => {
    expect(languageOf(FILLED)).toBe("pl");
    expect(languageOf({ ...FILLED, country: "DE" })).toBe("de");
    expect(languageOf({ ...FILLED, managerEmail: "" })).toBe("en");
  });

  test("stays as the person has chosen it", () => {
    const chosen = { ...FILLED, language: "lt" };
    expect(languageOf(chosen)).toBe("lt");
    expect(languageOf({ ...chosen, country: "DE", managerEmail: "" })).toBe("lt");
  });

  test.each(["en", "uk"])("that an earlier version saved as %s is kept", (language) => {
    expect(languageOf({ ...FILLED, language })).toBe(language);
  });

  test("is the suggested one if the saved one is unknown", () => {
    expect(languageOf({ ...FILLED, language: "pseudo" })).toBe("pl");
  });
});
