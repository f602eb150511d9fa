import { readFileSync } from "node:fs";
import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { PracticeNumber } from "../../bindings";
import { adopt, t } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { answerAt, failAt, play } from "../../ipc/fake/index";
import { now, setTimeAhead, timeAhead } from "../../state/clock.svelte";
import { practice } from "../../state/practice.svelte";
import { router } from "../../state/router.svelte";
import { groups, inGroup } from "./book";
import { firstDay, momentOn, yearsAhead } from "./date-ahead";
import Practice from "./Practice.svelte";

beforeEach(() => {
  adopt("en", english);
  play("empty");
  setTimeAhead(0);
  router.start({ page: "practice" });
});
afterEach(cleanup);

describe("the practice phone book", () => {
  test("has a text for every outcome that the practice server simulates", () => {
    const rust = readFileSync("../src-tauri/crates/practice/src/phone_book.rs", "utf8");
    const outcomes = [...rust.matchAll(/Self::\w+ => "(\w+)"/g)].map((match) => match[1]);
    expect(outcomes.length).toBeGreaterThan(10);
    const words = outcomes.map((plays) => t(`practice-situation-${plays}`));
    expect(words.filter((sentence) => sentence.startsWith("practice-situation-"))).toEqual([]);
  });

  test("takes a number into the test key's flow", async () => {
    render(Practice);
    const number = await screen.findByText("+49 171 3920010");
    const row = number.closest("li") as HTMLElement;
    await userEvent.click(within(row).getByRole("button"));
    expect(router.route).toEqual({
      page: "test-key",
      step: "number",
      draft: { input: "+49 171 3920010", country: null },
    });
  });

  test("comes first, with the numbers that work open and the others folded", async () => {
    render(Practice);
    const number = await screen.findByText("+49 171 3920010");
    expect(number.closest("[hidden]")).toBeNull();
    const [first] = screen.getAllByRole("heading", { level: 2 });
    expect(first?.textContent).toBe(t("practice-book"));
    const refused = screen.getByText("+49 171 3920040");
    expect(refused.closest("[hidden]")).toBeTruthy();
    await userEvent.click(screen.getByTestId("practice-group-number"));
    expect(refused.closest("[hidden]")).toBeNull();
  });

  test("shows every number once", async () => {
    const book = await call("practice_numbers", {});
    const grouped = groups.flatMap((group) => inGroup(book, group));
    expect(grouped.map((entry) => entry.digits).sort()).toEqual(
      book.map((entry) => entry.digits).sort(),
    );
  });

  test("shows a number whose outcome the window does not know", () => {
    const strange: PracticeNumber[] = [
      { digits: "491713920099", plays: "something_new", own: false },
    ];
    expect(inGroup(strange, "service")).toEqual(strange);
  });
});

describe("practice's time", () => {
  test("moves ahead, is shown, and moves back", async () => {
    render(Practice);
    expect(screen.queryByTestId("practice-time-back")).toBeNull();
    await userEvent.click(screen.getByTestId("practice-pass-year"));
    expect(
      await screen.findByText("Ahead of this computer by: 13 months", { exact: false }),
    ).toBeTruthy();
    const year = screen.getByTestId("practice-year") as HTMLSelectElement;
    expect(Number(year.value)).toBeGreaterThanOrEqual(now().getFullYear());
    await userEvent.click(screen.getByTestId("practice-time-back"));
    expect(await screen.findByText(t("practice-time-now"))).toBeTruthy();
    expect(timeAhead()).toBe(0);
  });

  test("moves to a day at the same time of day, only forward and at most twenty years", () => {
    const now = new Date(2026, 10, 12, 15, 30);
    const on = (year: number, month: number, day: number) =>
      momentOn({ year, month, day }, now, now);
    expect(on(2027, 12, 24)).toEqual(new Date(2027, 11, 24, 15, 30));
    expect(on(2026, 11, 12)).toBe("past");
    expect(on(2046, 11, 13)).toBe("far");
    expect(on(2027, 2, 30)).toBe("none");
    expect(on(2027, 2, 0)).toBe("none");
    expect(on(2027, 2, Number("x"))).toBe("none");
    expect(firstDay(now)).toEqual({ year: 2026, month: 11, day: 13 });
    expect(yearsAhead(now, now).at(0)).toBe(2026);
    expect(yearsAhead(now, now).at(-1)).toBe(2046);
  });

  test("moves to a chosen day, and explains why a day is not possible", async () => {
    render(Practice);
    await userEvent.click(screen.getByTestId("practice-date"));
    const year = now().getFullYear() + 3;
    await userEvent.selectOptions(screen.getByTestId("practice-year"), String(year));
    await userEvent.selectOptions(screen.getByTestId("practice-month"), "2");
    const day = screen.getByTestId("practice-day");
    await userEvent.clear(day);
    await userEvent.type(day, "31");
    await userEvent.click(screen.getByTestId("practice-go-to-date"));
    expect(await screen.findByText(t("practice-date-none"))).toBeTruthy();
    await userEvent.clear(day);
    await userEvent.type(day, "24");
    await userEvent.click(screen.getByTestId("practice-go-to-date"));
    await waitFor(() => expect(now().getFullYear()).toBe(year));
    expect([now().getMonth(), now().getDate()]).toEqual([1, 24]);
  });

  test("does not move too far, and says so", async () => {
    answerAt("move_practice_time", null);
    render(Practice);
    await userEvent.click(screen.getByTestId("practice-pass-forty"));
    expect(await screen.findByText(/^That is too far\..* 20 years ahead\.$/)).toBeTruthy();
    expect(timeAhead()).toBe(0);
  });
});

describe("a number that the presenter adds", () => {
  async function add(typed: string) {
    render(Practice);
    await userEvent.click(await screen.findByTestId("practice-own"));
    await userEvent.click(screen.getByTestId("practice-own-add"));
    await userEvent.type(screen.getByTestId("phone-input"), typed);
    await userEvent.selectOptions(screen.getByTestId("practice-own-plays"), "expired_key");
    await userEvent.click(screen.getByTestId("practice-own-keep"));
  }

  const row = (digits: string) => document.querySelector(`[data-digits="${digits}"]`);

  test("is added in any notation, and can be removed", async () => {
    await add("+44 7700 900-123");
    await waitFor(() => expect(row("447700900123")).toBeTruthy());
    expect(row("447700900123")?.textContent).toContain(t("practice-situation-expired_key"));
    await userEvent.click(screen.getByTestId("practice-own-remove"));
    await waitFor(() => expect(row("447700900123")).toBeNull());
  });

  test("is shown at once when the presenter comes back", async () => {
    play("full");
    render(Practice);
    const remove = await screen.findAllByTestId("practice-own-remove");
    expect(remove[0]?.closest("[hidden]")).toBeNull();
  });

  test("is refused for Ukraine, with the reason", async () => {
    await add("+380 67 123 45 67");
    expect(await screen.findByText(t("practice-own-ukraine"))).toBeTruthy();
    expect(screen.getByTestId("practice-own-keep").classList).not.toContain("primary");
    const input = screen.getByTestId<HTMLInputElement>("phone-input");
    await userEvent.click(screen.getByRole("button", { name: t("failure-action-other-number") }));
    expect(document.activeElement).toBe(input);
    expect(input.selectionEnd).toBe(input.value.length);
    expect(row("380671234567")).toBeNull();
  });

  test("is refused if it exists already", async () => {
    await add("+491713920010");
    expect(await screen.findByText(t("practice-own-in_the_book"))).toBeTruthy();
  });
});

describe("clearing practice", () => {
  async function ask() {
    render(Practice);
    await userEvent.click(screen.getByTestId("practice-start-again"));
    await userEvent.click(screen.getByTestId("practice-clear"));
  }

  test("lists what is deleted, and leads Home", async () => {
    play("full");
    await call("move_practice_time", { to: { to: "days", days: 40 } });
    await practice.followTime();
    await ask();
    expect(screen.getByText(t("practice-clear-keys"))).toBeTruthy();
    expect(await screen.findByTestId("practice-clear-keep")).toBeTruthy();
    await userEvent.click(screen.getByTestId("practice-clear-now"));
    await waitFor(() => expect(router.route).toEqual({ page: "home" }));
    expect(timeAhead()).toBe(0);
    expect(await call("keys", {})).toEqual([]);
    expect((await call("practice_numbers", {})).some(({ own }) => own)).toBe(false);
  });

  test("keeps the presenter's numbers if asked to", async () => {
    play("full");
    await ask();
    await userEvent.click(await screen.findByTestId("practice-clear-keep"));
    await userEvent.click(screen.getByTestId("practice-clear-now"));
    await waitFor(() => expect(router.route).toEqual({ page: "home" }));
    expect((await call("practice_numbers", {})).some(({ own }) => own)).toBe(true);
  });

  test("says that the keychain is locked, and clears nothing", async () => {
    play("full");
    failAt("clear_practice", { code: "keychain_locked" });
    await ask();
    await userEvent.click(screen.getByTestId("practice-clear-now"));
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("keychain_locked");
    expect((await call("keys", {})).length).toBeGreaterThan(0);
  });
});
