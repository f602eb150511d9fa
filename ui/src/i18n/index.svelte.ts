/**
 * The messages of the window in the chosen language. `t` and the formatters are reactive, so that a
 * change of the language appears immediately.
 */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { entryOf, type Language, localeFor } from "./languages";
import { withNamesTogether } from "./names";

export { choices, type Language, languageFor } from "./languages";

/** The variables of a message: text, or a number that selects the plural form. */
export type Variables = Record<string, string | number>;

let bundle = $state.raw(new FluentBundle("en"));
let language = $state.raw<Language>("en");
let locale = $state.raw(localeFor("en", []));
let catalogLoading: Promise<void> = Promise.resolve();
let finishForWindow: (sentence: string) => string = (sentence) => sentence;

/** The language of the window, as BCP 47. */
export function currentLanguage(): Language {
  return language;
}

/** The locale for dates and numbers: `en-GB`. */
export function currentLocale(): string {
  return locale;
}

/**
 * Loads a catalog and switches the window to it. `preferred` are the system's languages, the preferred
 * one first. The locale is chosen among them.
 */
export async function speak(wanted: Language, preferred: readonly string[] = []): Promise<void> {
  const text = await entryOf(wanted).load();
  adopt(wanted, text, preferred);
}

/** Switches the window as soon as the first part of the catalog is loaded, and loads the rest. */
export async function speakFirst(
  wanted: Language,
  preferred: readonly string[] = [],
): Promise<void> {
  const { loadFirst, load } = entryOf(wanted);
  adopt(wanted, await loadFirst(), preferred);
  const firstBundle = bundle;
  catalogLoading = load().then((text) => {
    if (bundle === firstBundle) adopt(wanted, text, preferred);
  });
}

/** Resolves when the whole catalog is loaded. */
export function fluent(): Promise<void> {
  return catalogLoading;
}

/** Switches the window to a catalog that is loaded already. */
export function adopt(wanted: Language, text: string, preferred: readonly string[] = []): void {
  bundle = makeBundle(wanted, text);
  language = wanted;
  locale = localeFor(wanted, preferred);
  document.documentElement.lang = entryOf(wanted).spokenAs ?? wanted;
}

/**
 * A message; its id if the catalog does not have it. `id` is a literal or a template with fixed parts
 * (`nav-${page}`), because a test reads the ids from the code to find missing and unused ones.
 */
export function t(id: string, variables?: Variables): string {
  return finishForWindow(format(bundle, language, id, variables));
}

/** From now on, `t` keeps names such as “Nova Post” on one line. Texts of a `Voice` stay as they are. */
export function keepNamesTogether(): void {
  finishForWindow = withNamesTogether;
}

/** Messages in another language than the window's, for a text that somebody else reads. */
export interface Voice {
  language: Language;
  /** The locale for country names and dates. */
  locale: string;
  t: typeof t;
}

/** Loads a language without changing the window's. */
export async function voiceOf(wanted: Language): Promise<Voice> {
  const messages = makeBundle(wanted, await entryOf(wanted).load());
  return {
    language: wanted,
    locale: localeFor(wanted, []),
    t: (id, variables) => format(messages, wanted, id, variables),
  };
}

function format(messages: FluentBundle, by: Language, id: string, variables?: Variables): string {
  const pattern = messages.getMessage(id)?.value;
  if (!pattern) return id;
  const values = variables as Record<string, FluentVariable>;
  const sentence = withOneFullStop(messages.formatPattern(pattern, values, []), variables);
  return entryOf(by).finish?.(sentence) ?? sentence;
}

/** A value such as “Kwiaty sp. z o.o.” at the end of a sentence needs no second full stop. */
function withOneFullStop(sentence: string, variables: Variables = {}): string {
  const ending = Object.values(variables).filter(
    (value): value is string => typeof value === "string" && /[^.]\.$/.test(value),
  );
  return ending.reduce((text, value) => text.replaceAll(`${value}.`, value), sentence);
}

function makeBundle(wanted: Language, text: string): FluentBundle {
  // Isolation marks are for texts of mixed direction. All languages here are left to right, and
  // copied text should contain no invisible characters.
  const { spokenAs = wanted, transform } = entryOf(wanted);
  const made = new FluentBundle(spokenAs, { useIsolating: false, transform });
  made.addResource(new FluentResource(text));
  return made;
}
