import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import guide from "../../guides/europe.json";
import { ADDRESSES } from "./nova-post-addresses";

test("the addresses in texts are those that the app sends requests to", () => {
  const rust = readFileSync("../src-tauri/crates/core/src/nova_post/address.rs", "utf8");
  expect(rust).toContain(`const SANDBOX: &str = "${ADDRESSES.sandbox}";`);
  expect(rust).toContain(`const PRODUCTION: &str = "${ADDRESSES.production}";`);
  const inGuide = guide.steps.flatMap((step) => ("address" in step ? [step.address] : []));
  expect(inGuide).toEqual([ADDRESSES.production]);
});
