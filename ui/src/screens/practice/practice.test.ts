import { readFileSync } from "node:fs";
import { cleanup, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { router } from "../../app/router.svelte";
import type { PracticeNumber } from "../../bindings";
import { adopt, t } from "../../i18n/index.svelte";
import { call } from "../../platform";
import { play } from "../../platform/fake";
import { groups, inGroup } from "./book";
import Practice from "./Practice.svelte";

beforeEach(() => {
  adopt("en", english);
  play("empty");
});
afterEach(cleanup);

describe("the practice phone book", () => {
  test("has words for every story that the practice server plays", () => {
    const rust = readFileSync("../src-tauri/practice/src/phone_book.rs", "utf8");
    const stories = [...rust.matchAll(/Self::\w+ => "(\w+)"/g)].map((match) => match[1]);
    expect(stories.length).toBeGreaterThan(10);
    const words = stories.map((plays) => t(`practice-plays-${plays}`));
    expect(words.filter((sentence) => sentence.startsWith("practice-plays-"))).toEqual([]);
  });

  test("takes a number into the test key's flow", async () => {
    render(Practice);
    const number = await screen.findByText("+491713920010");
    const row = number.closest("li") as HTMLElement;
    await userEvent.click(within(row).getByRole("button"));
    expect(router.place).toEqual({
      page: "test-key",
      step: "number",
      draft: { input: "+491713920010", country: null },
    });
  });

  test("holds every number once", async () => {
    const book = await call("practice_book", {});
    const grouped = groups.flatMap((group) => inGroup(book, group));
    expect(grouped.map((entry) => entry.digits).sort()).toEqual(
      book.map((entry) => entry.digits).sort(),
    );
  });

  test("keeps a number whose story is new to the window", () => {
    const strange: PracticeNumber[] = [
      { digits: "491713920099", plays: "something_new", own: false },
    ];
    expect(inGroup(strange, "service")).toEqual(strange);
  });
});
