import {
  type Identifier,
  type NumberLiteral,
  type SelectExpression,
  type VariableReference,
  Visitor,
} from "@fluent/syntax";
import { describe, expect, test } from "vitest";
import { APP, type Catalog, catalogsOf, messagesOf, PRACTICE, sources } from "./catalog-files";

/** Catalogs that belong together, and what uses their messages. */
interface CatalogSet {
  folder: string;
  /** The source text in which ids are literals or templates. */
  code: string;
  /** Calls of a message by its literal id, with the id as the first group. */
  calls: RegExp;
  /** At least so many templates of ids are in the code. */
  leastFamilies: number;
  /** Messages that are the same in every language: names, addresses and symbols. */
  sameEverywhere: string[];
  /** Messages that are the same in English and in one other language. */
  sameIn: Record<string, string[]>;
  /** Messages whose plural forms are partly the same in a language, so some have no variant. */
  fewerPluralsIn: Record<string, string[]>;
}

// Messages that only the gallery uses count as unused.
const windowCode = sources("src", /^(?!gallery\/|.*\.test\.).*\.(ts|svelte)$/);

const app: CatalogSet = {
  folder: APP,
  code: `${windowCode}\n${productCode(sources("../src-tauri/src", /\.rs$/))}`,
  calls: /(?:\bt|\.say|\.say_with)\(\s*"([^"]+)"/g,
  leastFamilies: 10,
  sameEverywhere: [
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
  ],
  sameIn: { uk: ["chip-production"] },
  fewerPluralsIn: {
    // In the genitive few and many are one form: "бракує 2 цифр, 5 цифр".
    uk: ["test-key-problem-short", "test-key-problem-short-anywhere"],
  },
};

const practice: CatalogSet = {
  folder: PRACTICE,
  code: productCode(sources("../src-tauri/crates/practice/src/portal", /\.rs$/)),
  calls: /\b(?:say|say_with|of_phone|of_page|dated)\(\s*(?:&?visit,\s*)?"([^"]+)"/g,
  leastFamilies: 0,
  sameEverywhere: ["date-time", "site-my-nova-post", "title"],
  sameIn: {},
  fewerPluralsIn: {},
};

const sets: [string, CatalogSet][] = [
  ["the app", app],
  ["practice’s pages", practice],
];

describe.each(sets)("of %s", (_, set) => {
  const catalogs = catalogsOf(set.folder);
  const english = catalogs.get("en") as Catalog;
  const translations = [...catalogs].filter(([language]) => language !== "en");

  describe.each([...catalogs])("the catalog %s", (language, catalog) => {
    const { resource, text, ids } = catalog;
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

    test("has typographic quotes and apostrophes", () => {
      const spoken = text.split("\n").filter((line) => !line.startsWith("#"));
      const texts = spoken.map((line) => line.replace(/\{ ?"[^"]*" ?\}/g, ""));
      expect(texts.filter((line) => /["'`]/.test(line))).toEqual([]);
    });

    test("has every plural form of its language", () => {
      const counted = [...ids].filter((id) => !set.fewerPluralsIn[language]?.includes(id));
      const incomplete = counted.filter((id) =>
        pluralsOf(catalog, id).some((forms) => lacksPlural(forms, language)),
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
      const same = [...set.sameEverywhere, ...(set.sameIn[language] ?? [])];
      const copied = [...english.ids].filter(
        (id) =>
          !same.includes(id) &&
          !isReference(textOf(english, id)) &&
          textOf(english, id) === textOf(translation, id),
      );
      expect(copied).toEqual([]);
    });

    test("uses the variables of the English messages", () => {
      const different = [...translation.ids].filter(
        (id) => variablesIn(translation, id).join() !== variablesIn(english, id).join(),
      );
      expect(different).toEqual([]);
    });
  });

  describe("the messages", () => {
    test("that the code uses all exist", () => {
      const asked = [...set.code.matchAll(set.calls)].map((match) => match[1] as string);
      expect(asked.length).toBeGreaterThan(50);
      expect(asked.filter((id) => !english.ids.has(id))).toEqual([]);
    });

    test("of every family that the code uses exist", () => {
      const asked = families(set.code, /\bt\(\s*`([^`]+)`/g);
      expect(asked.length).toBeGreaterThanOrEqual(set.leastFamilies);
      expect(asked.filter((family) => ![...english.ids].some(matches(family)))).toEqual([]);
    });

    test("are all used", () => {
      const literals = new Set([...set.code.matchAll(/"([a-z][\w-]*)"/g)].map((match) => match[1]));
      const known = families(set.code);
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
});

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
  return /^\{ -?[a-z][\w-]* \}$/.test(text);
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

function variablesIn(of: Catalog, id: string): string[] {
  return [...variablesOf(of, id)].sort();
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

/** Rust code without its tests. */
function productCode(code: string): string {
  return code.replace(/#\[cfg\(test\)\]\nmod tests \{[\s\S]*?\n\}\n/g, "");
}
