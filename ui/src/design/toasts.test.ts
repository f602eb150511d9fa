import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import Corner from "./Corner.svelte";
import { TOAST_DURATION, toasts } from "./toasts.svelte";

beforeEach(() => {
  vi.useFakeTimers();
  adopt("en", english);
});
afterEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id);
  vi.useRealTimers();
  cleanup();
});

const texts = () => toasts.list.map(({ text }) => text);

describe("a toast", () => {
  test("disappears by itself, the oldest first", () => {
    toasts.say("Saved");
    vi.advanceTimersByTime(TOAST_DURATION / 2);
    toasts.say("Copied");
    expect(texts()).toEqual(["Saved", "Copied"]);
    vi.advanceTimersByTime(TOAST_DURATION);
    expect(texts()).toEqual(["Copied"]);
  });

  test("stays while it is paused, and for its whole time after that", () => {
    toasts.say("Saved");
    toasts.pause();
    vi.advanceTimersByTime(TOAST_DURATION * 10);
    expect(texts()).toEqual(["Saved"]);
    toasts.resume();
    vi.advanceTimersByTime(TOAST_DURATION - 1);
    expect(texts()).toEqual(["Saved"]);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  test("is shown once if the same message comes twice", () => {
    toasts.say("Saved");
    toasts.say("Saved");
    expect(texts()).toEqual(["Saved"]);
  });
});

describe("the corner", () => {
  test("announces the toasts, which stay while they have the focus", async () => {
    render(Corner);
    toasts.say("Saved");
    expect((await screen.findByRole("status")).textContent).toContain("Saved");
    screen.getByRole("button", { name: "Dismiss" }).focus();
    vi.advanceTimersByTime(TOAST_DURATION * 2);
    expect(texts()).toEqual(["Saved"]);
  });

  test("runs the action of a toast and restores the focus", async () => {
    vi.useRealTimers();
    const before = document.body.appendChild(document.createElement("button"));
    const run = vi.fn();
    render(Corner);
    toasts.say("Replaced", { label: "Undo", run });
    const undo = await screen.findByRole("button", { name: "Undo" });
    before.focus();
    undo.focus();
    await userEvent.keyboard("{Enter}");
    expect(run).toHaveBeenCalledOnce();
    expect(texts()).toEqual([]);
    expect(document.activeElement).toBe(before);
    before.remove();
  });
});
