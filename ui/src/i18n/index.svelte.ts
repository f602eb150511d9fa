/**
 * Every sentence of the window, in the language that is chosen. Catalogs are loaded when they are
 * used; `t` and the formatters are reactive, so that a new language appears at once.
 */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { entryOf, type Language, localeFor } from "./languages";

export { choices, type Language, languageFor } from "./languages";

/** What a message may be told: text, or a number whose plural the catalog chooses. */
export type Variables = Record<string, string | number>;

let bundle = $state.raw(new FluentBundle("en"));
let language = $state.raw<Language>("en");
let locale = $state.raw(localeFor("en", []));
let whole: Promise<void> = Promise.resolve();

/** The language that the window speaks now, as BCP 47. */
export function currentLanguage(): Language {
  return language;
}

/** The language with the region whose dates and numbers are written: `en-GB`. */
export function currentLocale(): string {
  return locale;
}

/**
 * Loads a catalog and speaks it from now on. `wishes`: the system's languages, best first, among
 * which the region is found.
 */
export async function speak(wanted: Language, wishes: readonly string[] = []): Promise<void> {
  const text = await entryOf(wanted).load();
  adopt(wanted, text, wishes);
}

/** Speaks as soon as the sentences of the first page are there, and fetches the others meanwhile. */
export async function greet(wanted: Language, wishes: readonly string[] = []): Promise<void> {
  const { greet, load } = entryOf(wanted);
  adopt(wanted, await greet(), wishes);
  const greeted = bundle;
  whole = load().then((text) => {
    if (bundle === greeted) adopt(wanted, text, wishes);
  });
}

/** Waits until every sentence is there, not only those of the first page. */
export function fluent(): Promise<void> {
  return whole;
}

/** Speaks a catalog that is already at hand. */
export function adopt(wanted: Language, text: string, wishes: readonly string[] = []): void {
  bundle = makeBundle(wanted, text);
  language = wanted;
  locale = localeFor(wanted, wishes);
  document.documentElement.lang = entryOf(wanted).spokenAs ?? wanted;
}

/**
 * A sentence. `id` is written out, or is a template whose fixed parts name a family of messages
 * (`nav-${page}`): a test reads the ids from the code and finds missing and unused ones.
 */
export function t(id: string, variables?: Variables): string {
  return say(bundle, language, id, variables);
}

/** A language beside the window's, for a text that somebody else reads. */
export interface Voice {
  language: Language;
  /** Whose country names and dates it writes. */
  locale: string;
  /** A sentence in this language. */
  t: typeof t;
}

/** Fetches a language without changing what the window speaks. */
export async function voiceOf(wanted: Language): Promise<Voice> {
  const spoken = makeBundle(wanted, await entryOf(wanted).load());
  return {
    language: wanted,
    locale: localeFor(wanted, []),
    t: (id, variables) => say(spoken, wanted, id, variables),
  };
}

function say(spoken: FluentBundle, by: Language, id: string, variables?: Variables): string {
  const pattern = spoken.getMessage(id)?.value;
  if (!pattern) return id;
  const told = variables as Record<string, FluentVariable>;
  const sentence = spoken.formatPattern(pattern, told, []);
  return entryOf(by).finish?.(sentence) ?? sentence;
}

function makeBundle(wanted: Language, text: string): FluentBundle {
  // The marks that isolate variables are for texts of mixed direction; all languages here run
  // left to right, and what is copied from the window should hold nothing invisible.
  const { spokenAs = wanted, transform } = entryOf(wanted);
  const made = new FluentBundle(spokenAs, { useIsolating: false, transform });
  made.addResource(new FluentResource(text));
  return made;
}
