import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import english from "../../locales/en.ftl?raw";
import { relative } from "../i18n/format.svelte";
import { adopt } from "../i18n/index.svelte";
import { computerTime, now, setTimeAhead } from "./clock.svelte";

const DAY = 86_400_000;

afterEach(() => setTimeAhead(0));

describe("the window's time", () => {
  test("goes with practice's, and the computer's stays what it is", () => {
    setTimeAhead(40 * DAY);
    const ahead = now().getTime() - computerTime();
    expect(Math.round(ahead / DAY)).toBe(40);
  });

  test("moves what is said of dates", () => {
    adopt("en", english);
    const soon = new Date(computerTime() + 50 * DAY).toISOString();
    expect(relative(soon)).toBe("in 50 days");
    setTimeAhead(40 * DAY);
    expect(relative(soon)).toBe("in 10 days");
    setTimeAhead(51 * DAY);
    expect(relative(soon)).toBe("yesterday");
  });

  test("is asked for here and nowhere else", () => {
    // The stand-in for Rust has a clock of its own, as Rust has.
    const own = /state\/clock\.svelte|ipc\/fake|\.test\.ts$/;
    const asks = /Date\.now\(\)|new Date\(\)/;
    const files = readdirSync("src", { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => /\.(ts|svelte)$/.test(file) && !own.test(file));
    expect(files.length).toBeGreaterThan(100);
    const others = files.filter((file) => asks.test(readFileSync(`src/${file}`, "utf8")));
    expect(others).toEqual([]);
  });
});
