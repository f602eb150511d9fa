import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Limit } from "./limit.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("the end comes when the time is over, and only once", () => {
  const end = vi.fn();
  const limit = new Limit(30, end);
  limit.start();
  vi.advanceTimersByTime(29_000);
  expect(limit.secondsLeft).toBe(1);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(end).toHaveBeenCalledTimes(1);
});

test("it is spoken of twenty seconds before, and no more once it was put off", () => {
  const limit = new Limit(30, vi.fn());
  expect(limit.isNear).toBe(false);
  limit.start();
  expect(limit.isNear).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(limit.isNear).toBe(true);
  limit.start();
  expect(limit.isNear).toBe(false);
});

test("it can be put off as often as somebody wants", () => {
  const end = vi.fn();
  const limit = new Limit(30, end);
  limit.start();
  for (let times = 0; times < 12; times += 1) {
    vi.advanceTimersByTime(29_000);
    limit.start();
  }
  expect(end).not.toHaveBeenCalled();
});

test("who leaves is not called back", () => {
  const end = vi.fn();
  const limit = new Limit(30, end);
  limit.start();
  limit.stop();
  vi.advanceTimersByTime(60_000);
  expect(end).not.toHaveBeenCalled();
});
