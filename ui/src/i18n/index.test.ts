import { beforeEach, describe, expect, test } from "vitest";
import { adopt, currentLanguage, currentLocale, speak, t } from "./index.svelte";

const CATALOG = `
plain = A sentence
told = For { $name }
counted = { $count ->
        [one] { $count } крок
        [few] { $count } кроки
       *[other] { $count } кроків
    }
`;

beforeEach(() => adopt("uk", CATALOG));

describe("a sentence", () => {
  test("comes from the catalog", () => {
    expect(t("plain")).toBe("A sentence");
  });

  test("holds what it was told, and nothing invisible around it", () => {
    expect(t("told", { name: "Olena" })).toBe("For Olena");
  });

  test.each([
    [1, "1 крок"],
    [3, "3 кроки"],
    [11, "11 кроків"],
    [21, "21 крок"],
  ])("counts %d by the rules of its language", (count, expected) => {
    expect(t("counted", { count })).toBe(expected);
  });

  test("that is not there shows its name, so that it is seen and not a hole", () => {
    expect(t("no-such-message")).toBe("no-such-message");
  });
});

describe("the language for whoever builds the app", () => {
  beforeEach(() => adopt("pseudo", `${CATALOG}\nbig = { $count } keys, { $price }`));

  test("marks every letter of a sentence, and shows where it begins and ends", () => {
    expect(t("plain")).toBe("⟦Å šééññţţééññçéé⟧");
  });

  test("leaves alone what a sentence is told", () => {
    expect(t("big", { count: 21, price: "EUR" })).toBe("⟦21 ķééýýš, EUR⟧");
  });

  test("is longer than English by two fifths", async () => {
    await speak("en");
    const plain = t("welcome-lead");
    await speak("pseudo");
    expect(t("welcome-lead").length / plain.length).toBeGreaterThan(1.35);
  });

  test("is English to a screen reader and to dates", () => {
    expect(document.documentElement.lang).toBe("en");
    expect(currentLocale()).toBe("en-GB");
  });
});

describe("another language", () => {
  test("is spoken as soon as its catalog is there, and the document says so", async () => {
    await speak("en");
    expect(currentLanguage()).toBe("en");
    expect(document.documentElement.lang).toBe("en");
    expect(t("back")).toBe("Back");
    await speak("uk");
    expect(t("back")).toBe("Назад");
  });
});
