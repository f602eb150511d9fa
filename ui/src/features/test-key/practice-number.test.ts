import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import type { Component } from "svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Mode } from "../../bindings";
import { play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import FirstKey from "../home/FirstKey.svelte";
import BeforePage from "./BeforePage.svelte";
import { testKey } from "./flow.svelte";
import NumberPage from "./NumberPage.svelte";

const NUMBER = "+49 821 3437654";

async function open(page: Component, mode: Mode) {
  await session.begin(startInfo({ mode, languages: ["en"], region: "PL" }));
  render(page);
}

beforeEach(() => {
  play("empty");
  testKey.restart("PL");
  router.start({ page: "test-key", step: "number" });
});
afterEach(cleanup);

describe("in practice, the number to use", () => {
  test.each([
    ["before the start", BeforePage],
    ["on Home", FirstKey],
  ])("is first %s, and is taken to the next page", async (_, page) => {
    await open(page, "practice");
    const offer = screen.getByTestId("practice-number");
    expect(offer.textContent).toMatch(/For practice use this number.*\+49 821 3437654/s);
    const needs = screen.getByText("The phone number is registered at my.novapost.com");
    expect(offer.compareDocumentPosition(needs)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(needs.closest("[hidden]")).toBeTruthy();
    await userEvent.click(screen.getByTestId("practice-number-use"));
    expect(router.route).toMatchObject({ step: "number", draft: { input: NUMBER } });
  });

  test("is above the field, and is filled in with one press", async () => {
    await open(NumberPage, "practice");
    const field = screen.getByTestId<HTMLInputElement>("phone-input");
    expect(screen.getByTestId("practice-number").compareDocumentPosition(field)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    await userEvent.click(screen.getByTestId("practice-number-use"));
    expect(field.value).toBe(NUMBER);
    await waitFor(() =>
      expect(screen.getByTestId("phone-digits").textContent).toBe("498213437654"),
    );
    expect(document.activeElement).toBe(field);
  });
});

test("in practice, the number leads to all others", async () => {
  await open(NumberPage, "practice");
  await userEvent.click(screen.getByTestId("practice-number-others"));
  expect(router.route).toEqual({ page: "practice" });
});

test("with a real account it is plain what is needed", async () => {
  await open(BeforePage, "live");
  const needs = screen.getByText("The phone number is registered at my.novapost.com");
  expect(needs.closest("[hidden]")).toBeNull();
});

test.each([BeforePage, NumberPage, FirstKey])(
  "with a real account no number is offered",
  async (page) => {
    await open(page, "live");
    expect(screen.queryByTestId("practice-number")).toBeNull();
  },
);
