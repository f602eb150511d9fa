import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "svelte/compiler";
import { expect, test } from "vitest";

/** The folders of the product. The gallery is for developers. */
const FOLDERS = ["src/design", "src/features", "src/windows"];

/** Attributes with text for people. */
const SPOKEN =
  /^(?:alt|aria-(?:description|label|placeholder|roledescription|valuetext)|error|heading|hint|label|lead|placeholder|text|title)$/;

const LETTER = /\p{L}/u;

test("no component contains text that belongs in a catalog", () => {
  const components = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".svelte"))
      .map((path) => join(folder, path)),
  );
  expect(components.length).toBeGreaterThan(40);
  const said = components.flatMap((path) => {
    const { fragment } = parse(readFileSync(path, "utf8"), { modern: true });
    return textsIn(fragment).map((text) => `${path}: ${text}`);
  });
  expect(said).toEqual([]);
});

test("the search finds text", () => {
  const { fragment } = parse('{#if a}<p title="One" class="two">Three {"four"}</p>{/if}', {
    modern: true,
  });
  expect(textsIn(fragment)).toEqual(["One", "Three"]);
});

/** Every literal text with letters in the tree that is shown or read out. */
function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== "object" || node === null) return [];
  const { type, name, data } = node as { type?: string; name?: string; data?: string };
  if (type === "Text") return LETTER.test(data ?? "") ? [(data ?? "").trim()] : [];
  // Code is the same in every language.
  if (type === "RegularElement" && name === "code") return [];
  if (type === "Attribute" && !SPOKEN.test(name ?? "")) return [];
  return Object.values(node).flatMap(textsIn);
}
