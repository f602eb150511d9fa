import { bracketed, marked } from "./pseudo";

/** A language of the app, as BCP 47. `pseudo` exists in development builds only. */
export type Language = "en" | "uk" | "pseudo";

interface Entry {
  /** Its name in the language itself. */
  name: string;
  /** Loads the messages of the first page. */
  loadFirst: () => Promise<string>;
  /** Loads the whole catalog. */
  load: () => Promise<string>;
  /** The locale for dates and numbers if the system has no region for the language. */
  defaultLocale: string;
  /** The language of the catalog, if it differs from the id. */
  spokenAs?: string;
  /** Changes the text between the variables of a message. */
  transform?: (text: string) => string;
  /** Changes the finished sentence. */
  finish?: (sentence: string) => string;
}

const english: Entry = {
  name: "English",
  ...inParts(
    () => import("../../locales/en.ftl?first"),
    () => import("../../locales/en.ftl?later"),
  ),
  defaultLocale: "en-GB",
};

// The condition is a constant in a build, so the bundler drops the pseudo language.
const isDevelopment = import.meta.env.DEV || import.meta.env.MODE === "gallery";

/** Every language that can be chosen. */
export const languages: Partial<Record<Language, Entry>> = {
  en: english,
  uk: {
    name: "Українська",
    ...inParts(
      () => import("../../locales/uk.ftl?first"),
      () => import("../../locales/uk.ftl?later"),
    ),
    defaultLocale: "uk-UA",
  },
  ...(isDevelopment
    ? {
        pseudo: {
          ...english,
          name: bracketed(marked("Pseudo")),
          spokenAs: "en",
          transform: marked,
          finish: bracketed,
        },
      }
    : {}),
};

/** The options of the language select. */
export const choices = Object.entries(languages).map(([value, { name, spokenAs }]) => ({
  value: value as Language,
  label: name,
  lang: spokenAs ?? value,
}));

/** The entry of a language. */
export function entryOf(language: Language): Entry {
  return languages[language] ?? english;
}

/** The first preferred language that the app has, ignoring regions (`uk-UA` is `uk`); else English. */
export function languageFor(preferred: readonly (string | null)[]): Language {
  for (const locale of preferred) {
    const plain = locale && withoutRegion(locale);
    if (plain && plain in languages) return plain as Language;
  }
  return "en";
}

/** The first preferred locale of this language, else its default locale. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  const { spokenAs = language, defaultLocale } = entryOf(language);
  const locale = preferred.find((other) => withoutRegion(other) === spokenAs && other.length > 2);
  return locale && isLocale(locale) ? locale : defaultLocale;
}

type Part = () => Promise<{ default: string }>;

function inParts(first: Part, later: Part): Pick<Entry, "loadFirst" | "load"> {
  return {
    loadFirst: async () => (await first()).default,
    load: async () => (await Promise.all([first(), later()])).map((part) => part.default).join(""),
  };
}

function withoutRegion(locale: string): string {
  return locale.toLowerCase().split(/[-_.]/)[0] ?? "";
}

function isLocale(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}
