import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../locales/en.ftl?raw";
import ukrainian from "../../locales/uk.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import Chip, { type ChipKind } from "./Chip.svelte";

beforeEach(() => adopt("en", english));
afterEach(cleanup);

const kinds: [ChipKind, RegExp][] = [
  ["test", /^Test: .*test environment/],
  ["production", /^Production: the real service/],
  ["ua", /^Ukraine: /],
  ["practice", /^Practice: .*on this computer/],
];

describe.each(kinds)("the chip %s", (kind, says) => {
  test("explains itself after a click", async () => {
    render(Chip, { kind });
    expect(screen.queryByRole("tooltip")).toBeNull();
    await userEvent.click(screen.getByTestId("chip"));
    expect(screen.getByRole("tooltip").textContent?.trim()).toMatch(says);
  });

  test("explains itself when it has the focus, until Escape", async () => {
    render(Chip, { kind });
    await userEvent.tab();
    expect(screen.getByRole("tooltip").textContent?.trim()).toMatch(says);
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("tooltip")).toBeNull();
    expect(document.activeElement).toBe(screen.getByTestId("chip"));
  });

  test("says no more when the focus has left it", async () => {
    render(Chip, { kind });
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.queryByRole("tooltip")).toBeNull();
  });

  test("is only a word where nothing is explained", () => {
    render(Chip, { kind, plain: true });
    expect(screen.queryByRole("button")).toBeNull();
  });

  test("has its sentence in Ukrainian too", async () => {
    adopt("uk", ukrainian);
    render(Chip, { kind });
    await userEvent.click(screen.getByTestId("chip"));
    expect(screen.getByRole("tooltip").textContent).toMatch(/\p{Script=Cyrillic}/u);
  });
});

test("Escape closes only the explanation, not the page around it", async () => {
  let isHeard = false;
  document.body.addEventListener("keydown", ({ key }) => {
    isHeard ||= key === "Escape";
  });
  render(Chip, { kind: "test" });
  await userEvent.tab();
  await userEvent.keyboard("{Escape}");
  expect(isHeard).toBe(false);
});
