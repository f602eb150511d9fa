import { beforeEach, describe, expect, test } from "vitest";
import english from "../../locales/en.ftl?raw";
import ukrainian from "../../locales/uk.ftl?raw";
import {
  countdown,
  countryName,
  date,
  inOrder,
  month,
  number,
  relative,
  span,
} from "./format.svelte";
import { adopt } from "./index.svelte";

const NOW = new Date("2026-11-12T12:00:00Z");

describe("in English", () => {
  beforeEach(() => adopt("en", english));

  test("a date is written out", () => {
    expect(date("2025-08-27T12:00:00Z")).toBe("27 August 2025");
  });

  test("a date follows the region of the system", () => {
    adopt("en", english, ["en-US"]);
    expect(date("2025-08-27T12:00:00Z")).toBe("August 27, 2025");
  });

  test("a month has a name", () => {
    expect(month("2026-11")).toBe("November 2026");
  });

  test.each([
    ["2026-11-24T12:00:00Z", "in 12\u00a0days"],
    ["2026-11-11T12:00:00Z", "yesterday"],
    ["2026-11-12T10:00:00Z", "2\u00a0hours ago"],
    ["2026-11-12T12:05:00Z", "in 5\u00a0minutes"],
    ["2026-11-12T12:00:20Z", "now"],
  ])("%s is %s", (moment, expected) => {
    expect(relative(moment, NOW)).toBe(expected);
  });

  test.each([
    ["2026-11-13T12:00:00Z", "1\u00a0day"],
    ["2026-12-22T12:00:00Z", "40\u00a0days"],
    ["2027-12-12T12:00:00Z", "13\u00a0months"],
    ["2027-12-11T12:00:00Z", "12\u00a0months"],
    ["2029-11-12T12:00:00Z", "3\u00a0years"],
  ])("until %s it is %s", (moment, expected) => {
    expect(span(NOW, new Date(moment))).toBe(expected);
  });

  test("a country has a name, and an unknown code is unchanged", () => {
    expect(countryName("PL")).toBe("Poland");
    expect(countryName("?")).toBe("?");
  });
});

describe("in Ukrainian", () => {
  beforeEach(() => adopt("uk", ukrainian));

  test("dates, countries and numbers are written as in Ukraine", () => {
    expect(date("2025-08-27T12:00:00Z")).toBe("27 серпня 2025");
    expect(month("2026-11")).toBe("листопад 2026");
    expect(countryName("PL")).toBe("Польща");
    expect(number(1250.5).replace(/\s/u, " ")).toBe("1 250,5");
  });

  test("the alphabet is the Ukrainian one", () => {
    expect(["Італія", "Естонія", "Ґана", "Греція"].sort(inOrder)).toEqual([
      "Греція",
      "Ґана",
      "Естонія",
      "Італія",
    ]);
  });
});

describe("a countdown", () => {
  test.each([
    [3599.2, "60:00"],
    [65, "1:05"],
    [0, "0:00"],
    [-3, "0:00"],
  ])("of %d seconds is %s", (seconds, expected) => {
    expect(countdown(seconds)).toBe(expected);
  });
});
