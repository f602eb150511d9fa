import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Countdown, remaining } from "./countdown.svelte";

test("the seconds left are computed from the start, not from tick to tick", () => {
  expect(remaining(120, 1_000, 1_000)).toBe(120);
  expect(remaining(120, 1_000, 31_500)).toBe(89.5);
  expect(remaining(120, 1_000, 121_000)).toBe(0);
  expect(remaining(120, 1_000, 999_000)).toBe(0);
});

describe("a countdown", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("shows the last second until it is over", () => {
    const wait = new Countdown();
    wait.start(2);
    vi.advanceTimersByTime(1_750);
    expect(wait.wholeSeconds).toBe(1);
    vi.advanceTimersByTime(250);
    expect(wait.wholeSeconds).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("can be restarted", () => {
    const wait = new Countdown();
    wait.start(100);
    vi.advanceTimersByTime(50_000);
    wait.start(30);
    vi.advanceTimersByTime(10_000);
    expect(wait.wholeSeconds).toBe(20);
    wait.stop();
  });

  test("does not start with zero seconds", () => {
    const wait = new Countdown();
    wait.start(0);
    expect(wait.left).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
