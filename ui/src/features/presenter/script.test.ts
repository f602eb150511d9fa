import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { APP, textOfCatalog, textsOfApp } from "../../i18n/catalog-files";
import { adopt, t } from "../../i18n/index.svelte";
import { book } from "../../ipc/fake/data";
import { asScriptName, type ScriptStep, scriptNames, scripts } from "./script";

const english = textOfCatalog(APP, "en");
const bindings = readFileSync("src/bindings/index.ts", "utf8");
const router = readFileSync("src/state/router.svelte.ts", "utf8");

/** The members of each kind of condition, and their valid values. */
const VOCABULARY: Record<string, Record<string, (value: unknown) => boolean>> = {
  page: {
    page: (value) => router.includes(`{ page: "${value}"`),
    step: (value) => router.includes(`"${value}"`),
  },
  key: { outcome: (value) => bindings.includes(`"outcome": "${value}"`) },
  imported: { environment: (value) => bindings.includes(`"${value}"`) },
  token: {},
  verified: {},
  copied: { what: (value) => value === "key" || value === "token" },
  shown: {},
  ahead: { days: (value) => typeof value === "number" && value > 0 },
  now: {},
  failure: {
    code: (value) => bindings.includes(`{ "code": "${value}"`),
    during: (value) => bindings.includes(`  ${value}: { args:`),
  },
};

describe.each(scriptNames)("the script %s", (name) => {
  const { minutes, steps } = scripts[name];

  test.each(textsOfApp())("has all its texts in %s", (language, text) => {
    adopt(language, text);
    const ids = [
      `script-${name}-title`,
      `script-${name}-about`,
      ...steps.flatMap(({ id, seen }) =>
        ["title", "say", "do", ...(seen ? ["seen"] : [])].map(
          (part) => `script-${name}-${id}-${part}`,
        ),
      ),
    ];
    const told = ids.map((id) => [id, t(id, { minutes })] as const);
    expect(told.filter(([id, words]) => words === id)).toEqual([]);
    // A reference to the name of a button is resolved.
    expect(told.filter(([, words]) => /[{}]/.test(words))).toEqual([]);
    expect(t(`script-${name}-title`, { minutes })).toContain(String(minutes));
  });

  test("takes as long as its title says", () => {
    expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
  });

  test("fills in practice numbers only", () => {
    const rust = readFileSync("../src-tauri/crates/practice/src/phone_book.rs", "utf8");
    const numbers = steps.flatMap(({ number }) => number ?? []);
    expect(numbers.filter((digits) => !rust.includes(`"${digits}"`))).toEqual([]);
    expect(numbers.filter((digits) => !book.some((entry) => entry.digits === digits))).toEqual([]);
  });

  test("waits for events that exist", () => {
    const strange = steps.flatMap(({ id, done: { kind, ...members } }) => {
      const known = VOCABULARY[kind];
      const wrong = Object.entries(members).filter(([member, value]) => !known?.[member]?.(value));
      return known && wrong.length === 0 ? [] : [`${id}: ${kind} ${JSON.stringify(wrong)}`];
    });
    expect(strange).toEqual([]);
  });

  test("names no step twice", () => {
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });
});

test.each([
  ["say", () => true],
  ["seen", ({ seen }: ScriptStep) => seen === true],
] as const)("the catalog has no texts for steps that do not exist: %s", (part, has) => {
  const wanted = scriptNames.flatMap((name) =>
    scripts[name].steps.filter(has).map(({ id }) => `${name}-${id}`),
  );
  const there = english.matchAll(new RegExp(`^script-(\\w+-\\w+)-${part} =`, "gm"));
  expect([...there].map((match) => match[1]).sort()).toEqual(wanted.sort());
});

test("the script of another version is not known", () => {
  expect(asScriptName("first_key")).toBe("first_key");
  expect(asScriptName("ten_keys")).toBeNull();
  expect(asScriptName(null)).toBeNull();
});
