import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clipboard } from "./clipboard.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("the clipboard", () => {
  test("counts down from what Rust said", () => {
    clipboard.hear({ state: "holds", what: "key", seconds: 30 });
    expect(clipboard.holds).toBe("key");
    expect(clipboard.secondsLeft).toBe(30);
    vi.advanceTimersByTime(10_000);
    expect(clipboard.secondsLeft).toBe(20);
  });

  test("counts anew when something else is copied", () => {
    clipboard.hear({ state: "holds", what: "key", seconds: 30 });
    vi.advanceTimersByTime(20_000);
    clipboard.hear({ state: "holds", what: "token", seconds: 30 });
    expect(clipboard.holds).toBe("token");
    expect(clipboard.secondsLeft).toBe(30);
  });

  test("never counts below nothing while Rust is late", () => {
    clipboard.hear({ state: "holds", what: "key", seconds: 15 });
    vi.advanceTimersByTime(20_000);
    expect(clipboard.secondsLeft).toBe(0);
    expect(clipboard.holds).toBe("key");
  });

  test("says for a moment that it was emptied", () => {
    clipboard.hear({ state: "holds", what: "key", seconds: 30 });
    clipboard.hear({ state: "emptied" });
    expect(clipboard.holds).toBeNull();
    expect(clipboard.justEmptied).toBe(true);
    vi.advanceTimersByTime(5_000);
    expect(clipboard.justEmptied).toBe(false);
  });

  test("says nothing when there was nothing to empty", () => {
    clipboard.hear({ state: "emptied" });
    vi.advanceTimersByTime(5_000);
    clipboard.hear({ state: "emptied" });
    expect(clipboard.justEmptied).toBe(false);
  });
});
