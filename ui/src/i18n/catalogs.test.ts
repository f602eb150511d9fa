import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type Catalog,
  catalogIn,
  isOneWord,
  isReference,
  lacksPlural,
  languagesIn,
  messagesOf,
  pluralsOf,
  sectionsOf,
  textOf,
  variablesOf,
} from "./testing";

/** Messages that are the same in every language: names, addresses and symbols. */
const SAME_EVERYWHERE = [
  "help-word-api",
  "help-word-apikey",
  "help-word-jwt",
  "affiliation-error",
  "already-running-close",
  "app-name",
  "chip-ua",
  "key-by-kind",
  "link-my_nova_post",
  "link-ukraine_cabinet",
  "nav-title",
  "page-title",
  "presenter-mark",
  "window-title",
];

/** Messages that are the same in English and in one other language. */
const SAME_IN: Record<string, string[]> = {
  uk: ["chip-production"],
};

/** Messages whose plural forms are partly the same in a language, so some have no variant. */
const FEWER_PLURALS_IN: Record<string, string[]> = {
  // In the genitive few and many are one form: "бракує 2 цифр, 5 цифр".
  uk: ["test-key-problem-short", "test-key-problem-short-anywhere"],
};

const catalogs = new Map(
  languagesIn("locales").map((language) => [language, catalogIn("locales", language)]),
);
const english = catalogs.get("en") as Catalog;
const translations = [...catalogs].filter(([language]) => language !== "en");

// Messages that only the gallery uses count as unused.
const windowCode = sources("src", /^(?!gallery\/|.*\.test\.).*\.(ts|svelte)$/);
const rustCode = sources("../src-tauri/src", /\.rs$/);

describe.each([...catalogs])("the catalog %s", (language, { resource, text, ids }) => {
  test("has no syntax errors", () => {
    const junk = resource.body.filter((entry) => entry.type === "Junk");
    expect(junk.map((entry) => entry.content)).toEqual([]);
  });

  test("has no message twice", () => {
    const ids = messagesOf(resource).map((message) => message.id.name);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("has no exclamation marks and no begging", () => {
    const spoken = text.split("\n").filter((line) => !line.startsWith("#"));
    expect(spoken.filter((line) => /!|\bplease\b|будь ласка/iu.test(line))).toEqual([]);
  });

  test("has every plural form of its language", () => {
    const counted = [...ids].filter((id) => !FEWER_PLURALS_IN[language]?.includes(id));
    const incomplete = counted.filter((id) =>
      pluralsOf(catalogs.get(language) as Catalog, id).some((forms) =>
        lacksPlural(forms, language),
      ),
    );
    expect(incomplete).toEqual([]);
  });
});

describe.each(translations)("the translation %s", (language, translation) => {
  test("has the sections and messages of the English catalog, in the same order", () => {
    expect(sectionsOf(translation)).toEqual(sectionsOf(english));
    expect([...translation.ids]).toEqual([...english.ids]);
  });

  test("is translated", () => {
    const same = [...SAME_EVERYWHERE, ...(SAME_IN[language] ?? [])];
    const copied = [...english.ids].filter(
      (id) =>
        !same.includes(id) &&
        !isReference(textOf(english, id)) &&
        textOf(english, id) === textOf(translation, id),
    );
    expect(copied).toEqual([]);
  });

  test("uses no variable that the English message does not have", () => {
    const strange = [...translation.ids].flatMap((id) => {
      const known = variablesOf(english, id);
      return [...variablesOf(translation, id)]
        .filter((variable) => !known.has(variable))
        .map((variable) => `${id}: $${variable}`);
    });
    expect(strange).toEqual([]);
  });
});

describe("the messages", () => {
  test("that the window uses all exist", () => {
    const asked = [...windowCode.matchAll(/\bt\(\s*"([^"]+)"/g)].map((match) => match[1] as string);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((id) => !english.ids.has(id))).toEqual([]);
  });

  test("of every family that the window uses exist", () => {
    const asked = families(windowCode, /\bt\(\s*`([^`]+)`/g);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((family) => ![...english.ids].some(matches(family)))).toEqual([]);
  });

  test("are all used, in the window or in Rust", () => {
    const literals = new Set(
      [...`${windowCode}\n${rustCode}`.matchAll(/"([a-z][\w-]*)"/g)].map((match) => match[1]),
    );
    const known = families(windowCode);
    const unused = [...english.ids].filter(
      (id) => !literals.has(id) && !known.some((family) => family.test(id)),
    );
    expect(unused).toEqual([]);
  });

  test("with a variable or of one word are explained to translators", () => {
    const unexplained = messagesOf(english.resource).filter(({ id: { name }, comment }) => {
      const needsWords = variablesOf(english, name).size > 0 || isOneWord(textOf(english, name));
      return needsWords && !comment;
    });
    expect(unexplained.map(({ id }) => id.name)).toEqual([]);
  });

  test("have an example of every variable", () => {
    const missing = messagesOf(english.resource).flatMap(({ id: { name }, comment }) =>
      [...variablesOf(english, name)]
        .filter((variable) => !comment?.content.includes(`$${variable}: `))
        .map((variable) => `${name}: $${variable}`),
    );
    expect(missing).toEqual([]);
  });
});

/** The ids with placeholders, as patterns: `step-${name}` is /^step-.+$/. */
function families(code: string, template = /`([a-z]+-(?:[\w-]|\$\{[^}`]+\})*)`/g): RegExp[] {
  return [...code.matchAll(template)]
    .map((match) => match[1] as string)
    .filter((id) => id.includes("${"))
    .map((id) => new RegExp(`^${id.replace(/\$\{[^}]+\}/g, ".+")}$`));
}

function matches(family: RegExp): (id: string) => boolean {
  return (id) => family.test(id);
}

function sources(folder: string, name: RegExp): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => name.test(path) && !path.startsWith("bindings"))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");
}
