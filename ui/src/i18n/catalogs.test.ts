import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Identifier,
  type Message,
  type NumberLiteral,
  parse,
  type Resource,
  type SelectExpression,
  type VariableReference,
  Visitor,
} from "@fluent/syntax";
import { describe, expect, test } from "vitest";

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

const languages = readdirSync("locales").map((file) => file.replace(/\.ftl$/, ""));
const catalogs = new Map(languages.map((language) => [language, catalog(language)]));
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

interface Catalog {
  text: string;
  resource: Resource;
  ids: Set<string>;
  messages: Map<string, Message>;
}

function catalog(language: string): Catalog {
  const text = readFileSync(join("locales", `${language}.ftl`), "utf8");
  const resource = parse(text, {});
  const messages = new Map(messagesOf(resource).map((message) => [message.id.name, message]));
  return { text, resource, messages, ids: new Set(messages.keys()) };
}

function messagesOf(resource: Resource): Message[] {
  return resource.body.filter((entry) => entry.type === "Message");
}

function textOf(of: Catalog, id: string): string {
  const span = of.messages.get(id)?.value?.span;
  return span ? of.text.slice(span.start, span.end) : "";
}

function sectionsOf(of: Catalog): string[] {
  return of.resource.body.flatMap((entry) =>
    entry.type === "GroupComment" ? [entry.content] : [],
  );
}

function isOneWord(text: string): boolean {
  return /^[^\s{}]+$/.test(text);
}

/** Whether a selector by number lacks a plural form that whole numbers have in the language. */
function lacksPlural(forms: Set<string>, language: string): boolean {
  const rules = new Intl.PluralRules(language);
  const isByNumber = rules
    .resolvedOptions()
    .pluralCategories.some((form) => form !== "other" && forms.has(form));
  const used = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
  const lacking = [...used].filter((form) => !forms.has(form));
  // The default variant stands for one form where whole numbers never are "other".
  return isByNumber && lacking.length > (used.has("other") ? 0 : 1);
}

/** Whether a message repeats another one: `{ guide-europe-check-title }`. */
function isReference(text: string): boolean {
  return /^\{ [a-z][\w-]* \}$/.test(text);
}

function variablesOf(of: Catalog, id: string): Set<string> {
  const found = new Set<string>();
  class Variables extends Visitor {
    override visitVariableReference(node: VariableReference): void {
      found.add(node.id.name);
    }
  }
  const message = of.messages.get(id);
  if (message) new Variables().visit(message);
  return found;
}

/** The variants of each selector in a message. */
function pluralsOf(of: Catalog, id: string): Set<string>[] {
  const found: Set<string>[] = [];
  class Choices extends Visitor {
    override visitSelectExpression(node: SelectExpression): void {
      found.push(new Set(node.variants.map(({ key }) => formOf(key))));
      this.genericVisit(node);
    }
  }
  const message = of.messages.get(id);
  if (message) new Choices().visit(message);
  return found;
}

function formOf(key: Identifier | NumberLiteral): string {
  return key.type === "Identifier" ? key.name : key.value;
}

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
