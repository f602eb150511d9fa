import { expect, test } from "vitest";
import { atHyphens, inGroups } from "./Secret.svelte";

test("a key is shown in groups of four characters", () => {
  const key = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
  expect(inGroups(key).slice(0, 3)).toEqual(["99dd", "e7bd", "ce11"]);
  expect(inGroups(key).join("")).toBe(key);
});

test("the last group may be shorter", () => {
  expect(inGroups("abcdef")).toEqual(["abcd", "ef"]);
});

test("a passphrase is shown in its groups, with the hyphens", () => {
  expect(atHyphens("aceh-kmqr-twxy")).toEqual(["aceh-", "kmqr-", "twxy"]);
});
