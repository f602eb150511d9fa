import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { baseUrls } from "./addresses";

const rust = readFileSync("../src-tauri/crates/core/src/nova_post/address.rs", "utf8");

function inRust(name: string): string {
  return new RegExp(`const ${name}: &str = "([^"]+)"`).exec(rust)?.[1] ?? "";
}

test("the addresses in a sheet are those that the app uses", () => {
  expect(baseUrls.sandbox).toBe(inRust("SANDBOX"));
  expect(baseUrls.production).toBe(inRust("PRODUCTION"));
  // Requests of the Ukrainian API go to one address below its base.
  expect(baseUrls.ukraine).toBe(`${inRust("UKRAINE")}json/`);
});
