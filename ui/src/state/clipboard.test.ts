import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clipboard } from "./clipboard.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("the clipboard", () => {
  test("counts down from the seconds that Rust sent", () => {
    clipboard.update({ state: "holds", what: "key", seconds: 30 });
    expect(clipboard.holds).toBe("key");
    expect(clipboard.secondsLeft).toBe(30);
    vi.advanceTimersByTime(10_000);
    expect(clipboard.secondsLeft).toBe(20);
  });

  test("starts counting again when something else is copied", () => {
    clipboard.update({ state: "holds", what: "key", seconds: 30 });
    vi.advanceTimersByTime(20_000);
    clipboard.update({ state: "holds", what: "token", seconds: 30 });
    expect(clipboard.holds).toBe("token");
    expect(clipboard.secondsLeft).toBe(30);
  });

  test("never counts below zero while Rust is late", () => {
    clipboard.update({ state: "holds", what: "key", seconds: 15 });
    vi.advanceTimersByTime(20_000);
    expect(clipboard.secondsLeft).toBe(0);
    expect(clipboard.holds).toBe("key");
  });

  test("says for a moment that it was cleared", () => {
    clipboard.update({ state: "holds", what: "key", seconds: 30 });
    clipboard.update({ state: "emptied" });
    expect(clipboard.holds).toBeNull();
    expect(clipboard.justEmptied).toBe(true);
    vi.advanceTimersByTime(5_000);
    expect(clipboard.justEmptied).toBe(false);
  });

  test("says nothing when there was nothing to clear", () => {
    clipboard.update({ state: "emptied" });
    vi.advanceTimersByTime(5_000);
    clipboard.update({ state: "emptied" });
    expect(clipboard.justEmptied).toBe(false);
  });
});
