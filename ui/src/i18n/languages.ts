/** The languages that the app has, each with its own name and the way to its catalog. */

import { bracketed, marked } from "./pseudo";

/** A language of the app, as BCP 47; `pseudo` only where the app is built. */
export type Language = "en" | "uk" | "pseudo";

interface Entry {
  /** Its name in itself: who looks for it can read that, whatever the window speaks now. */
  name: string;
  /** Fetches what the first page says. */
  greet: () => Promise<string>;
  /** Fetches all of its catalog. */
  load: () => Promise<string>;
  /** Whose dates and numbers are written, where the system names no region. */
  usualLocale: string;
  /** The language that the catalog is really written in, where that is another one. */
  spokenAs?: string;
  /** Changes every text between the variables of a message. */
  transform?: (text: string) => string;
  /** Changes every whole sentence. */
  finish?: (sentence: string) => string;
}

const english: Entry = {
  name: "English",
  ...inParts(
    () => import("../../locales/en.ftl?first"),
    () => import("../../locales/en.ftl?later"),
  ),
  usualLocale: "en-GB",
};

// A build knows the condition, and drops what it does not need.
const isWorkshop = import.meta.env.DEV || import.meta.env.MODE === "gallery";

/** Every language that can be chosen. */
export const languages: Partial<Record<Language, Entry>> = {
  en: english,
  uk: {
    name: "Українська",
    ...inParts(
      () => import("../../locales/uk.ftl?first"),
      () => import("../../locales/uk.ftl?later"),
    ),
    usualLocale: "uk-UA",
  },
  ...(isWorkshop
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

/** What a person chooses among: each language by its own name. */
export const choices = Object.entries(languages).map(([value, { name, spokenAs }]) => ({
  value: value as Language,
  label: name,
  lang: spokenAs ?? value,
}));

/** What there is to know about a language. */
export function entryOf(language: Language): Entry {
  return languages[language] ?? english;
}

/** The first of the wishes that the app speaks; regions don't matter (`uk-UA` is `uk`). */
export function languageFor(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const plain = wish && withoutRegion(wish);
    if (plain && plain in languages) return plain as Language;
  }
  return "en";
}

/** The first of the wishes that is this language in some region, else its usual region. */
export function localeFor(language: Language, wishes: readonly string[]): string {
  const { spokenAs = language, usualLocale } = entryOf(language);
  const wish = wishes.find((other) => withoutRegion(other) === spokenAs && other.length > 2);
  return wish && isLocale(wish) ? wish : usualLocale;
}

type Part = () => Promise<{ default: string }>;

function inParts(first: Part, later: Part): Pick<Entry, "greet" | "load"> {
  return {
    greet: async () => (await first()).default,
    load: async () => (await Promise.all([first(), later()])).map((part) => part.default).join(""),
  };
}

function withoutRegion(wish: string): string {
  return wish.toLowerCase().split(/[-_.]/)[0] ?? "";
}

function isLocale(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}
