import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PopupTimeout } from "./popup-timeout.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("the popup closes when the time is over, and only once", () => {
  const end = vi.fn();
  const timeout = new PopupTimeout(30, end);
  timeout.start();
  vi.advanceTimersByTime(29_000);
  expect(timeout.secondsLeft).toBe(1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(end).toHaveBeenCalledTimes(1);
});

test("the person is warned twenty seconds before, and no longer after a restart", () => {
  const timeout = new PopupTimeout(30, vi.fn());
  expect(timeout.isNear).toBe(false);
  timeout.start();
  expect(timeout.isNear).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(timeout.isNear).toBe(true);
  timeout.start();
  expect(timeout.isNear).toBe(false);
});

test("it can be restarted any number of times", () => {
  const end = vi.fn();
  const timeout = new PopupTimeout(30, end);
  timeout.start();
  for (let times = 0; times < 12; times += 1) {
    vi.advanceTimersByTime(29_000);
    timeout.start();
  }
  expect(end).not.toHaveBeenCalled();
});

test("a stopped timeout does not close the popup", () => {
  const end = vi.fn();
  const timeout = new PopupTimeout(30, end);
  timeout.start();
  timeout.stop();
  vi.advanceTimersByTime(60_000);
  expect(end).not.toHaveBeenCalled();
});
