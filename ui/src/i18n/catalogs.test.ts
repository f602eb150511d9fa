import { describe, expect, test } from "vitest";
import { APP, type Catalog, catalogsOf, messagesOf, PRACTICE, sources } from "./catalog-files";
import {
  isOneWord,
  isReference,
  lacksPlural,
  pluralsOf,
  sectionsOf,
  textOf,
  variablesOf,
} from "./catalog-messages";

/** Words of each language that beg. */
const BEGGING: Record<string, RegExp> = { en: /\bplease\b/iu, uk: /будь ласка/iu };

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
    "connection-report-line",
    "hand-over-file-name",
    "hand-over-receiver-magento",
    "hand-over-receiver-opencart",
    "hand-over-receiver-postman",
    "hand-over-receiver-shopify",
    "hand-over-receiver-woocommerce",
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
      const begging = BEGGING[language] ?? /!/u;
      expect(spoken.filter((line) => line.includes("!") || begging.test(line))).toEqual([]);
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

function variablesIn(of: Catalog, id: string): string[] {
  return [...variablesOf(of, id)].sort();
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
