/** The languages that the app has, each with its own name and the way to its catalog. */

/** A language of the app, as BCP 47. */
export type Language = "en" | "uk";

interface Entry {
  /** Its name in itself: who looks for it can read that, whatever the window speaks now. */
  name: string;
  /** Fetches its catalog. */
  load: () => Promise<string>;
}

export const languages: Record<Language, Entry> = {
  en: {
    name: "English",
    load: async () => (await import("../../locales/en.ftl?raw")).default,
  },
  uk: {
    name: "Українська",
    load: async () => (await import("../../locales/uk.ftl?raw")).default,
  },
};

/** The first of the wishes that the app speaks; regions don't matter (`uk-UA` is `uk`). */
export function languageFor(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const plain = wish?.toLowerCase().split(/[-_.]/)[0];
    if (plain && plain in languages) return plain as Language;
  }
  return "en";
}
