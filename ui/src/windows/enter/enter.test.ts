import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { DEFAULT_START } from "../../ipc/default-start";
import { keyProblems } from "../../ipc/fake/key-problems";
import {
  closeEnter,
  stayOpen,
  submitEnteredKey,
  submitMarkedKey,
  submitPastedKey,
} from "../../ipc/popup";
import Enter from "./Enter.svelte";

vi.mock("../../ipc/popup", () => ({
  submitEnteredKey: vi.fn(),
  submitPastedKey: vi.fn(),
  submitMarkedKey: vi.fn(),
  closeEnter: vi.fn(() => Promise.resolve()),
  stayOpen: vi.fn(() => Promise.resolve()),
}));

const KEY = "7c1f9e0b3a5d48269b7e1c4f0d6a8e35b2f79c10";

function field() {
  return screen.getByTestId<HTMLInputElement>("entered-key");
}

beforeEach(() => {
  adopt("en", english);
  vi.mocked(submitEnteredKey).mockReset();
  vi.mocked(closeEnter).mockClear();
  vi.mocked(stayOpen).mockClear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("the field has the focus, and Enter submits what was typed", async () => {
  vi.mocked(submitEnteredKey).mockResolvedValue({
    is: "key",
    lastFour: "9c10",
    length: 40,
    known: null,
    question: null,
  });
  render(Enter);
  expect(document.activeElement).toBe(field());
  await userEvent.keyboard(`${KEY}{Enter}`);
  expect(submitEnteredKey).toHaveBeenCalledWith(KEY);
  await vi.waitFor(() => expect(screen.getByTestId("take-key").ariaBusy).toBeNull());
  expect(screen.queryByTestId("enter-problem")).toBeNull();
});

test.each([
  ["windows", "Ctrl+V"],
  ["linux", "Ctrl+V"],
  ["macos", "⌘V"],
])("the text says how to paste on %s", (system, keys) => {
  vi.stubGlobal("__KEYDESK_START__", { ...DEFAULT_START, system });
  render(Enter);
  expect(document.body.textContent).toContain(`Type the key, or paste it with ${keys}.`);
});

test.each(keyProblems)("text that is no key is explained: $code", async (checked) => {
  vi.mocked(submitEnteredKey).mockResolvedValue({ is: "problem", ...checked });
  for (const [language, catalog] of [
    ["en", english],
    ["uk", ukrainian],
  ] as const) {
    adopt(language, catalog);
    render(Enter);
    await userEvent.keyboard("{Enter}");
    const said = await screen.findByTestId("enter-problem");
    expect(said.textContent).not.toMatch(/enter-|\{/);
    if ("length" in checked) expect(said.textContent).toContain(String(checked.length));
    expect(field().getAttribute("aria-describedby")).toBeTruthy();
    expect(document.activeElement).toBe(field());
    cleanup();
  }
});

test("a keychain failure keeps what was typed", async () => {
  vi.mocked(submitEnteredKey).mockRejectedValue({ code: "keychain_locked" });
  render(Enter);
  await userEvent.keyboard(`${KEY}{Enter}`);
  expect((await screen.findByTestId("enter-problem")).textContent).toContain("password store");
  expect(field().value).toBe(KEY);
});

test.each([
  ["keychain_slow", /password store/],
  ["clipboard_refused", /clipboard/],
  ["clipboard_missing", /can’t use the clipboard.*Type/],
  ["store_unreadable", /your list of keys/],
  ["unreachable", /^(?!.*(password store|clipboard|list)).*Try again/],
])("the cause of a failure is named: %s", async (code, said) => {
  vi.mocked(submitPastedKey).mockRejectedValue({ code });
  render(Enter);
  await userEvent.paste(KEY);
  expect((await screen.findByTestId("enter-problem")).textContent?.trim()).toMatch(said);
});

test("typing and staying open restart the time in Rust, at most every ten seconds for typing", async () => {
  vi.useFakeTimers();
  render(Enter);
  const typeOne = () => fireEvent.input(field());
  await typeOne();
  await typeOne();
  expect(stayOpen).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(590_000);
  screen.getByTestId("stay-open").click();
  expect(stayOpen).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(10_000);
  await typeOne();
  expect(stayOpen).toHaveBeenCalledTimes(3);
});

test("what is typed can be shown, while the field itself still hides it", async () => {
  render(Enter);
  await userEvent.keyboard(KEY);
  expect(screen.queryByTestId("typed-shown")).toBeNull();
  await userEvent.click(screen.getByTestId("show-typed"));
  expect(screen.getByTestId("typed-shown").textContent?.trim()).toBe(KEY);
  await userEvent.type(field(), "00");
  expect(screen.getByTestId("typed-shown").textContent?.trim()).toBe(`${KEY}00`);
  expect(field().type).toBe("password");
});

test("pasted text is read by Rust and never appears in the field", async () => {
  vi.mocked(submitPastedKey).mockResolvedValue({ is: "problem", code: "address" });
  render(Enter);
  await userEvent.paste(KEY);
  expect((await screen.findByTestId("enter-problem")).textContent).toContain("address");
  expect(field().value).toBe("");
});

describe("the middle mouse button", () => {
  beforeEach(() => {
    vi.mocked(submitPastedKey).mockReset();
    vi.mocked(submitMarkedKey).mockReset();
  });

  test("submits what is marked, and never what was copied", async () => {
    vi.mocked(submitMarkedKey).mockResolvedValue({ is: "problem", code: "email" });
    render(Enter);
    expect(await fireEvent.mouseDown(field(), { button: 1 })).toBe(false);
    // A web engine that pastes all the same pastes nothing into the field.
    expect(await fireEvent.paste(field())).toBe(false);
    expect((await screen.findByTestId("enter-problem")).textContent).toContain("email address");
    expect(submitMarkedKey).toHaveBeenCalledTimes(1);
    expect(submitPastedKey).not.toHaveBeenCalled();
  });

  test("does nothing if nothing is marked", async () => {
    vi.mocked(submitMarkedKey).mockResolvedValue({ is: "problem", code: "empty" });
    render(Enter);
    await fireEvent.mouseDown(field(), { button: 1 });
    await vi.waitFor(() => expect(screen.getByTestId("take-key").ariaBusy).toBeNull());
    expect(screen.queryByTestId("enter-problem")).toBeNull();
  });

  test("does not keep the next paste from what was copied", async () => {
    vi.mocked(submitMarkedKey).mockResolvedValue({ is: "problem", code: "empty" });
    vi.mocked(submitPastedKey).mockResolvedValue({ is: "problem", code: "token" });
    render(Enter);
    await fireEvent.mouseDown(field(), { button: 1 });
    await vi.waitFor(() => expect(screen.getByTestId("take-key").ariaBusy).toBeNull());
    await fireEvent.keyDown(field(), { key: "v", ctrlKey: true });
    await fireEvent.paste(field());
    expect((await screen.findByTestId("enter-problem")).textContent).toContain("token");
  });

  test("is not the left one", async () => {
    render(Enter);
    await fireEvent.mouseDown(field(), { button: 0 });
    expect(submitMarkedKey).not.toHaveBeenCalled();
  });
});

test("Escape removes what was typed and closes the popup", async () => {
  render(Enter);
  await userEvent.keyboard(`${KEY}{Escape}`);
  expect(field().value).toBe("");
  expect(closeEnter).toHaveBeenCalled();
});

test("ten minutes without typing close the popup, after a warning of twenty seconds", async () => {
  vi.useFakeTimers();
  render(Enter);
  field().value = KEY;
  await vi.advanceTimersByTimeAsync(579_000);
  expect(screen.queryByTestId("stay-open")).toBeNull();
  expect(screen.getByRole("status").textContent).toBe("");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(screen.getByRole("status").textContent).toContain("20");
  screen.getByTestId("stay-open").focus();
  screen.getByTestId("stay-open").click();
  expect(document.activeElement).toBe(field());
  await vi.advanceTimersByTimeAsync(579_000);
  expect(field().value).toBe(KEY);
  await vi.advanceTimersByTimeAsync(21_000);
  expect(field().value).toBe("");
  expect(closeEnter).toHaveBeenCalled();
});
