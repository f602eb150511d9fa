import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import english from "../../locales/en.ftl?raw";
import { relative } from "../i18n/format.svelte";
import { adopt } from "../i18n/index.svelte";
import { computerTime, now, setTimeAhead } from "./clock.svelte";

const DAY = 86_400_000;

afterEach(() => setTimeAhead(0));

describe("the window's time", () => {
  test("follows practice's time, and the computer's time stays the same", () => {
    setTimeAhead(40 * DAY);
    const ahead = now().getTime() - computerTime();
    expect(Math.round(ahead / DAY)).toBe(40);
  });

  test("changes relative dates", () => {
    adopt("en", english);
    const soon = new Date(computerTime() + 50 * DAY).toISOString();
    expect(relative(soon)).toBe("in 50\u00a0days");
    setTimeAhead(40 * DAY);
    expect(relative(soon)).toBe("in 10\u00a0days");
    setTimeAhead(51 * DAY);
    expect(relative(soon)).toBe("yesterday");
  });

  test("is read here and nowhere else", () => {
    // The fake backend keeps its own time, like Rust.
    const allowed = /state\/clock\.svelte|ipc\/fake|\.test\.ts$/;
    const readsClock = /Date\.now\(\)|new Date\(\)/;
    const files = readdirSync("src", { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => /\.(ts|svelte)$/.test(file) && !allowed.test(file));
    expect(files.length).toBeGreaterThan(100);
    const others = files.filter((file) => readsClock.test(readFileSync(`src/${file}`, "utf8")));
    expect(others).toEqual([]);
  });
});
