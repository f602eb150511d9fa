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
const SAME_EVERYWHERE = new Set([
  "help-word-api",
  "help-word-apikey",
  "help-word-jwt",
  "affiliation-error",
  "app-name",
  "chip-ua",
  "key-by-kind",
  "link-my_nova_post",
  "link-ukraine_cabinet",
  "nav-title",
  "page-title",
  "presenter-mark",
  "window-title",
]);

/** Counted in the genitive, whose few and many are one form: "бракує 2 цифр, 5 цифр". */
const IN_THE_GENITIVE = new Set(["test-key-problem-short", "test-key-problem-short-anywhere"]);

const english = catalog("en");
const ukrainian = catalog("uk");
const catalogs = { en: english, uk: ukrainian };

// Messages that only the gallery uses count as unused.
const windowCode = sources("src", /^(?!gallery\/|.*\.test\.).*\.(ts|svelte)$/);
const rustCode = sources("../src-tauri/src", /\.rs$/);

describe.each(Object.entries(catalogs))("the catalog %s", (_name, { resource, text }) => {
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

  test("are the same in both languages", () => {
    expect([...ukrainian.ids].filter((id) => !english.ids.has(id))).toEqual([]);
    expect([...english.ids].filter((id) => !ukrainian.ids.has(id))).toEqual([]);
  });

  test("are translated", () => {
    const copied = [...english.ids].filter(
      (id) => !SAME_EVERYWHERE.has(id) && textOf(english, id) === textOf(ukrainian, id),
    );
    expect(copied).toEqual([]);
  });

  test("use no variable that the English message does not have", () => {
    const strange = [...ukrainian.ids].flatMap((id) => {
      const known = variablesOf(english, id);
      return [...variablesOf(ukrainian, id)]
        .filter((variable) => !known.has(variable))
        .map((variable) => `${id}: $${variable}`);
    });
    expect(strange).toEqual([]);
  });

  test("have every Ukrainian plural form", () => {
    const incomplete = [...ukrainian.ids].filter(
      (id) =>
        !IN_THE_GENITIVE.has(id) &&
        pluralsOf(ukrainian, id).some((forms) => forms.has("one") && !forms.has("few")),
    );
    expect(incomplete).toEqual([]);
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
