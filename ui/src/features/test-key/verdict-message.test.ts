import { beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { Verdict } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { numberOf, problemOf, shouldShowProblem } from "./verdict-message";

const short = (missing: number, region: string | null = "PL"): Verdict => ({
  verdict: "too_short",
  region,
  missing,
});
const long = (extra: number, region: string | null = "PL"): Verdict => ({
  verdict: "too_long",
  region,
  extra,
});

describe("the English message", () => {
  beforeEach(() => adopt("en", english));

  test.each([
    [short(1), "This number is too short (country: Poland). At least one digit is missing."],
    [short(2), "This number is too short (country: Poland). At least 2 digits are missing."],
    [short(7), "This number is too short (country: Poland). At least 7 digits are missing."],
    [
      short(2, "NL"),
      "This number is too short (country: Netherlands). At least 2 digits are missing.",
    ],
    [short(3, null), "This number is too short. At least 3 digits are missing."],
    [long(1), "One digit too many (country: Poland)."],
    [long(4, null), "Four digits too many."],
  ])("about %o is: %s", (verdict, words) => {
    expect(problemOf(verdict)).toBe(words);
  });
});

describe("the Ukrainian message", () => {
  beforeEach(() => adopt("uk", ukrainian));

  test.each([
    [short(1), "Номер закороткий (країна: Польща). Бракує щонайменше однієї цифри."],
    [short(2, null), "Номер закороткий. Бракує щонайменше 2 цифр."],
    [short(8, null), "Номер закороткий. Бракує щонайменше 8 цифр."],
    [short(21, null), "Номер закороткий. Бракує щонайменше 21 цифри."],
    [long(1, null), "Одна цифра зайва."],
    [long(5, null), "П’ять цифр зайвих."],
    [long(22, null), "22 цифри зайві."],
    [long(11, null), "11 цифр зайвих."],
  ])("about %o is: %s", (verdict, words) => {
    expect(problemOf(verdict)).toBe(words);
  });
});

test("a number that can be sent has no problem", () => {
  const number = { digits: "498213437654", international: "+49 821 3437654", region: "DE" };
  expect(problemOf({ verdict: "ready", number })).toBeNull();
  expect(problemOf({ verdict: "unassigned", number })).toBeNull();
  expect(problemOf({ verdict: "old_prefix", number, dropped: "1" })).toBeNull();
  expect(problemOf({ verdict: "unknown_words", number })).toBeNull();
});

test("digits that may mean two numbers are no number for a form", () => {
  const number = { digits: "48671234567", international: "+48 67 123 45 67", region: "PL" };
  const verdict: Verdict = { verdict: "maybe_ukraine", number, ukrainian: "+380 67 123 4567" };
  expect(numberOf(verdict)).toBeNull();
  expect(problemOf(verdict)).not.toBeNull();
  expect(numberOf({ verdict: "unassigned", number })).toEqual(number);
  expect(numberOf({ verdict: "several", numbers: [] })).toBeNull();
});

describe("an error", () => {
  test("is not shown while the first digits are typed", () => {
    expect(shouldShowProblem(short(8), "+49", "pause")).toBe(false);
    expect(shouldShowProblem(short(7), "+49 8", "pause")).toBe(false);
  });

  test("is shown after a pause with more digits, in any script", () => {
    expect(shouldShowProblem(short(5), "+49 821", "pause")).toBe(true);
    expect(shouldShowProblem(short(5), "+٤٩ ٨٢١", "pause")).toBe(true);
  });

  test("is shown when the person leaves the field, unless it is empty", () => {
    expect(shouldShowProblem(short(8), "+49", "leave")).toBe(true);
    expect(shouldShowProblem({ verdict: "empty" }, "", "leave")).toBe(false);
  });

  test("is always shown after Continue", () => {
    expect(shouldShowProblem({ verdict: "empty" }, "", "continue")).toBe(true);
  });
});
