import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import Banner from "./Banner.svelte";
import CardList from "./CardList.svelte";
import Disclosure from "./Disclosure.svelte";
import EmptyState from "./EmptyState.svelte";
import ErrorSummary from "./ErrorSummary.svelte";
import { PRACTICE } from "./PracticeFlag.svelte";
import RadioCards from "./RadioCards.svelte";

const html = (text: string) => createRawSnippet(() => ({ render: () => text }));

beforeEach(() => adopt("en", english));
afterEach(cleanup);

describe("a disclosure", () => {
  test("says whether it is open, and hides its content", async () => {
    render(Disclosure, { label: "Details", children: html("<p>All of them</p>") });
    const button = screen.getByRole("button", { name: "Details" });
    expect(button.ariaExpanded).toBe("false");
    expect(screen.getByText("All of them").closest("[hidden]")).toBeTruthy();
    await userEvent.click(button);
    expect(button.ariaExpanded).toBe("true");
    expect(screen.getByText("All of them").closest("[hidden]")).toBeNull();
  });
});

describe("an error summary", () => {
  test("takes the focus and links to the field of each error", async () => {
    const field = document.body.appendChild(document.createElement("input"));
    const errors = [{ text: "Enter an email address", field: () => field }];
    render(ErrorSummary, { heading: "One thing is missing", errors });
    expect(document.activeElement).toBe(
      screen.getByRole("region", { name: "One thing is missing" }),
    );
    await userEvent.click(screen.getByRole("button", { name: "Enter an email address" }));
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

describe("radio cards", () => {
  const options = [
    { value: "one", label: "One key for all", text: "Less to look after" },
    { value: "each", label: "One key each" },
  ];

  test("are one group, each option with its explanation", async () => {
    const onchoose = vi.fn();
    render(RadioCards, {
      label: "How many keys",
      hint: "Think of later",
      options,
      value: null,
      onchoose,
    });
    const question = screen.getByRole("group", { name: "How many keys" });
    expect(textAt(question)).toBe("Think of later");
    const one = screen.getByRole("radio", { name: "One key for all" });
    expect(textAt(one)).toBe("Less to look after");
    await userEvent.click(one);
    expect(onchoose).toHaveBeenCalledWith("one");
  });

  test("show an error", () => {
    const props = { label: "How many keys", options, value: null, onchoose: vi.fn() };
    render(RadioCards, { ...props, error: "Choose one" });
    expect(textAt(screen.getByRole("group"))).toBe("Choose one");
  });
});

describe("an empty state", () => {
  test("says what is missing, and has a button for it", () => {
    const action = html("<button>Get a key</button>");
    render(EmptyState, { heading: "No keys yet", text: "The first one is free", action });
    expect(screen.getByRole("heading", { name: "No keys yet" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Get a key" })).toBeTruthy();
  });
});

describe("a banner", () => {
  test("is a region, named by its bold word", () => {
    render(Banner, { word: "PRACTICE", text: "Nothing is real" });
    expect(screen.getByRole("region", { name: "PRACTICE" }).textContent).toContain("real");
  });
});

describe("a card of rows", () => {
  test("is a list, and shows PRACTICE in practice mode", () => {
    const props = { children: html("<li>A row</li>") };
    render(CardList, { props, context: new Map([[PRACTICE, () => true]]) });
    expect(screen.getByRole("list").textContent).toBe("A row");
    expect(screen.getByText("PRACTICE")).toBeTruthy();
  });
});

function textAt(element: HTMLElement): string {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent?.trim()).join(" ");
}
