import { describe, expect, test } from "vitest";
import { catalogOf, EMAILS, languagesOf, messagesOf } from "../../i18n/catalog-files";
import { isReference, sectionsOf, textOf, variablesOf } from "../../i18n/catalog-messages";
import { loadVoice } from "./catalogs.svelte";
import type { EmailName } from "./email";
import { EMAIL_LANGUAGES, type EmailLanguage } from "./languages";

const NAMES: EmailName[] = ["affiliation", "several", "forbidden", "ukraine"];

/** The letters of each language beside a to z. */
const ALPHABETS: Record<EmailLanguage, string> = {
  cs: "áčďéěíňóřšťúůýž",
  de: "äöüß",
  en: "",
  es: "áéíñóúü",
  et: "äõöüšž",
  fr: "àâæçéèêëîïôœùûüÿ",
  hu: "áéíóöőúüű",
  it: "àèéìòù",
  lt: "ąčęėįšųūž",
  lv: "āčēģīķļņšūž",
  nl: "éëïóö",
  pl: "ąćęłńóśźż",
  ro: "ăâîșț",
  sk: "áäčďéíĺľňóôŕšťúýž",
  uk: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
};

/** Names and Nova Post's own words, which are the same in every language. */
const NAMES_AND_QUOTES = /my\.novapost\.com|Nova Post|Multiple matching clients found|\bAPI\b/g;

/** Where the language's letters begin with an exclamation mark. */
const CALLING: EmailLanguage[] = ["hu", "lv", "uk"];

const VALUES = {
  to: "service_desk",
  organization: "1",
  country: "2",
  taxCode: "3",
  fullName: "4",
  phone: "5",
  email: "6",
};

const english = catalogOf(EMAILS, "en");

async function written(language: EmailLanguage): Promise<string[]> {
  const { say } = await loadVoice(language);
  return [...english.ids].map((id) => say(id, VALUES));
}

test("there is a catalog for every language of Nova Post’s API", () => {
  expect(languagesOf(EMAILS).sort()).toEqual([...EMAIL_LANGUAGES]);
});

test("the English catalog has a subject and a text for every email", () => {
  const expected = NAMES.flatMap((name) => [`${name}-subject`, `${name}-body`]);
  expect([...english.ids]).toEqual(expected);
});

test("the English catalog explains every variable to translators", () => {
  const missing = messagesOf(english.resource).flatMap(({ id: { name }, comment }) =>
    [...variablesOf(english, name)]
      .filter((variable) => !comment?.content.includes(`$${variable}: `))
      .map((variable) => `${name}: $${variable}`),
  );
  expect(missing).toEqual([]);
});

describe.each(EMAIL_LANGUAGES)("the emails in %s", (language) => {
  const catalog = catalogOf(EMAILS, language);

  test("have no syntax errors and no message twice", () => {
    const junk = catalog.resource.body.filter((entry) => entry.type === "Junk");
    expect(junk).toEqual([]);
    expect(messagesOf(catalog.resource).length).toBe(catalog.ids.size);
  });

  test("have the sections, messages and variables of the English ones, in the same order", () => {
    expect(sectionsOf(catalog)).toEqual(sectionsOf(english));
    expect([...catalog.ids]).toEqual([...english.ids]);
    for (const id of catalog.ids) {
      expect([id, ...variablesOf(catalog, id)]).toEqual([id, ...variablesOf(english, id)]);
    }
  });

  // Then no word has to agree with a name, a country or a number.
  test("have values only after a colon or on lines without words", () => {
    const lines = [...catalog.ids].flatMap((id) => textOf(catalog, id).split("\n"));
    const withValues = lines.filter((line) => /\{ \$\w+ \}/.test(line));
    expect(withValues.length).toBeGreaterThan(9);
    expect(withValues.filter((line) => !/^(?:.*:)?\s*\{ \$\w+ \}$/.test(line))).toEqual([]);
    expect([...catalog.ids].filter((id) => isReference(textOf(catalog, id)))).toEqual([]);
  });

  test("have only letters of their language", async () => {
    const words = (await written(language)).join("\n").replaceAll(NAMES_AND_QUOTES, "");
    const plain = language === "uk" ? "" : "a-z";
    const foreign = new RegExp(`(?![${plain}${ALPHABETS[language]}])\\p{L}`, "giu");
    expect(words.match(foreign) ?? []).toEqual([]);
  });

  test("are calm", async () => {
    const lines = (await written(language)).flatMap((text) =>
      CALLING.includes(language) ? text.split("\n").slice(1) : text,
    );
    expect(lines.filter((line) => line.includes("!"))).toEqual([]);
  });
});

describe.each(EMAIL_LANGUAGES.filter((language) => language !== "en"))(
  "the translation %s",
  (language) => {
    test("has no line of the English emails", async () => {
      const lines = async (of: EmailLanguage) =>
        (await written(of))
          .flatMap((text) => text.split("\n"))
          .filter((line) => /\p{L}/u.test(line));
      const inEnglish = new Set(await lines("en"));
      expect((await lines(language)).filter((line) => inEnglish.has(line))).toEqual([]);
    });
  },
);
