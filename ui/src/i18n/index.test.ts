import { beforeEach, describe, expect, test } from "vitest";
import { adopt, currentLanguage, currentLocale, speak, t } from "./index.svelte";

const CATALOG = `
plain = A sentence
told = For { $name }
ended = For { $name }. Then “{ $name }”, { $name }, { $other }.
counted = { $count ->
        [one] { $count } крок
        [few] { $count } кроки
       *[other] { $count } кроків
    }
`;

beforeEach(() => adopt("uk", CATALOG));

describe("a message", () => {
  test("comes from the catalog", () => {
    expect(t("plain")).toBe("A sentence");
  });

  test("contains its variables without invisible characters", () => {
    expect(t("told", { name: "Olena" })).toBe("For Olena");
  });

  test.each([
    ["sp. z o.o.", "Kft.", "For sp. z o.o. Then “sp. z o.o.”, sp. z o.o., Kft."],
    ["GmbH", "Acme, s.r.o.", "For GmbH. Then “GmbH”, GmbH, Acme, s.r.o."],
    ["S.A.", "S.A.", "For S.A. Then “S.A.”, S.A., S.A."],
    ["Wait...", "12", "For Wait.... Then “Wait...”, Wait..., 12."],
    ["", ".", "For . Then “”, , .."],
  ])("has one full stop after %s and %s", (name, other, expected) => {
    expect(t("ended", { name, other })).toBe(expected);
  });

  test.each([
    [1, "1 крок"],
    [3, "3 кроки"],
    [11, "11 кроків"],
    [21, "21 крок"],
  ])("counts %d by the rules of its language", (count, expected) => {
    expect(t("counted", { count })).toBe(expected);
  });

  test("that is missing shows its id", () => {
    expect(t("no-such-message")).toBe("no-such-message");
  });
});

describe("the pseudo language", () => {
  beforeEach(() => adopt("pseudo", `${CATALOG}\nbig = { $count } keys, { $price }`));

  test("accents every letter and adds brackets", () => {
    expect(t("plain")).toBe("⟦Å šééññţţééññçéé⟧");
  });

  test("does not change variables", () => {
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
  test("is used as soon as its catalog is loaded, and is set on the document", async () => {
    await speak("en");
    expect(currentLanguage()).toBe("en");
    expect(document.documentElement.lang).toBe("en");
    expect(t("back")).toBe("Back");
    await speak("uk");
    expect(t("back")).toBe("Назад");
  });
});
