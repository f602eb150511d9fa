/** The languages that the app has, each with its own name and the way to its catalog. */

/** A language of the app, as BCP 47. */
export type Language = "en" | "uk";

interface Entry {
  /** Its name in itself: who looks for it can read that, whatever the window speaks now. */
  name: string;
  /** Fetches its catalog. */
  load: () => Promise<string>;
  /** Whose dates and numbers are written, where the system names no region. */
  usualLocale: string;
}

export const languages: Record<Language, Entry> = {
  en: {
    name: "English",
    load: async () => (await import("../../locales/en.ftl?raw")).default,
    usualLocale: "en-GB",
  },
  uk: {
    name: "Українська",
    load: async () => (await import("../../locales/uk.ftl?raw")).default,
    usualLocale: "uk-UA",
  },
};

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
  const wish = wishes.find((other) => withoutRegion(other) === language && other.length > 2);
  if (wish && isLocale(wish)) return wish;
  return languages[language].usualLocale;
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
