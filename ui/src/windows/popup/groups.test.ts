import { expect, test } from "vitest";
import { inGroups } from "./groups";

test("a key is written in groups of four, and together they are the key", () => {
  const key = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";
  expect(inGroups(key).slice(0, 3)).toEqual(["99dd", "e7bd", "ce11"]);
  expect(inGroups(key).join("")).toBe(key);
});

test("the last group may be shorter", () => {
  expect(inGroups("abcdef")).toEqual(["abcd", "ef"]);
});
