import { beforeEach, describe, expect, test } from "vitest";
import type { CheckResult, KeyCard } from "../../bindings";
import { call } from "..";
import { someKeys } from "./data";
import { play } from "./index";
import { afterCheck, asShown, inUse } from "./standing";

const live = someKeys().find(({ id }) => id === "k-live") as KeyCard;
const DAY = 24 * 60 * 60 * 1000;
const fromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString();

function checked(result: CheckResult, at: number, ends: number | null): KeyCard {
  const validUntil = ends === null ? null : fromNow(ends);
  return { ...live, validUntil, lastCheck: { at: fromNow(at), result } };
}

beforeEach(() => play("many"));

describe("a key in use has the status of its last check", () => {
  test.each([
    ["works", -1, 10, "active", "active"],
    ["works", -1, -5, "active", "active"],
    ["works", -10, -5, "expired", "expired"],
    ["refused", -1, 10, "refused", "refused"],
    ["refused", -1, null, "refused", "refused"],
    ["refused", -1, -5, "expired", "expired"],
    ["refused", -10, -5, "refused", "refused"],
    ["expired", -1, 10, "expired", "expired"],
  ] as const)("%s %i days ago, ends in %s days: %s", (result, at, ends, status, standing) => {
    expect(inUse(checked(result, at, ends))).toMatchObject({ status, standing });
  });
});

test("a key that was never checked, or long ago, is not shown as active", () => {
  expect(inUse({ ...live, lastVerifiedAt: null }).standing).toBe("unchecked");
  expect(inUse({ ...live, lastVerifiedAt: fromNow(-31) }).standing).toBe("check_due");
});

test("a key that is no longer in use stays so, whatever a check says", () => {
  const retired = asShown({ ...live, status: "deactivated" });
  expect(afterCheck(retired, "works")).toMatchObject({
    status: "deactivated",
    standing: "deactivated",
    lastCheck: { result: "works" },
  });
});

test("a refused key that is in use again stays refused until a check accepts it", async () => {
  const key = (await call("keys", {})).find(({ standing }) => standing === "refused")?.id ?? "";
  await call("mark_key_deactivated", { key, deactivated: true });
  const again = await call("mark_key_deactivated", { key, deactivated: false });
  expect(again).toMatchObject({ status: "refused", standing: "refused" });
  const works = (await call("check_key", { key }, () => undefined)).key;
  expect(works).toMatchObject({ status: "active", standing: "active" });
});

test("the check of all keys leaves out those that are no longer in use", async () => {
  const [first] = await call("keys", {});
  await call("mark_key_deactivated", { key: first?.id ?? "", deactivated: true });
  const { total, works, leftOut } = await call("check_all_keys", {});
  expect({ total, works, leftOut }).toEqual({ total: 999, works: 999, leftOut: 1 });
});
