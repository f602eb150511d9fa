import { describe, expect, test } from "vitest";
import { endOf, inOneYear, NO_DATE, typedDate } from "./expiry";

const NOW = new Date(2026, 10, 30, 9, 30);

describe("a typed date", () => {
  test.each([
    [NO_DATE, { end: null }],
    [{ day: "3", month: "2", year: "" }, "incomplete"],
    [{ day: "30", month: "2", year: "2027" }, "none"],
    [{ day: "0", month: "2", year: "2027" }, "none"],
    [{ day: "x", month: "2", year: "2027" }, "none"],
    [{ day: "3", month: "2", year: "27" }, "far"],
    [
      { day: "29", month: "2", year: "2028" },
      { end: new Date(2028, 1, 29, 23, 59, 59).toISOString() },
    ],
  ])("%o means %o", (typed, means) => {
    expect(endOf(typed, NOW)).toEqual(means);
  });

  test("is the same after it was stored", () => {
    const typed = inOneYear(NOW);
    expect(typed).toEqual({ day: "30", month: "11", year: "2027" });
    const read = endOf(typed, NOW);
    expect(typedDate(typeof read === "object" ? read.end : null)).toEqual(typed);
  });
});
