import { beforeEach, describe, expect, test } from "vitest";
import { adopt, currentLanguage, speak, t } from "./index.svelte";

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
