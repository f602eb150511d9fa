import { describe, expect, test } from "vitest";
import { languageFor, localeFor } from "./languages";

describe("the language", () => {
  test.each([
    [["uk-UA", "en-US"], "uk"],
    [["de-DE", "uk"], "uk"],
    [["EN_gb.UTF-8"], "en"],
    [["ukr"], "en"],
    [[], "en"],
    [[null, "uk"], "uk"],
  ])("for the preferred languages %j is %s", (wishes, expected) => {
    expect(languageFor(wishes)).toBe(expected);
  });
});

describe("the region of dates and numbers", () => {
  test("is the system's if the system has the language", () => {
    expect(localeFor("en", ["uk-UA", "en-US"])).toBe("en-US");
  });

  test("is a European one if it does not", () => {
    expect(localeFor("en", ["pl-PL"])).toBe("en-GB");
    expect(localeFor("uk", ["uk"])).toBe("uk-UA");
  });

  test("is never one in the notation of the system", () => {
    expect(localeFor("en", ["en_US.UTF-8"])).toBe("en-GB");
  });
});
