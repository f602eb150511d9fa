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
  const { spokenAs = wanted, transform } = entryOf(wanted);
  bundle = makeBundle(spokenAs, text, transform);
  language = wanted;
  locale = localeFor(wanted, preferred);
  document.documentElement.lang = spokenAs;
}

/**
 * A message; its id if the catalog does not have it. `id` is a literal or a template with fixed parts
 * (`nav-${page}`), because a test reads the ids from the code to find missing and unused ones.
 */
export function t(id: string, variables?: Variables): string {
  const sentence = format(bundle, id, variables);
  if (sentence === null) return id;
  return finishForWindow(entryOf(language).finish?.(sentence) ?? sentence);
}

/** From now on, `t` keeps names such as “Nova Post” on one line. Texts of a `Voice` stay as they are. */
export function keepNamesTogether(): void {
  finishForWindow = withNamesTogether;
}

/** The messages of another catalog than the window's, for a text that somebody else reads. */
export interface Voice {
  /** BCP 47. */
  language: string;
  /** A message; its id if the catalog does not have it. */
  say: typeof t;
}

/** The messages of a catalog that is loaded already. */
export function voiceOf(spoken: string, text: string): Voice {
  const messages = makeBundle(spoken, text);
  return { language: spoken, say: (id, variables) => format(messages, id, variables) ?? id };
}

/** `null` if the catalog does not have the message. */
function format(messages: FluentBundle, id: string, variables?: Variables): string | null {
  const pattern = messages.getMessage(id)?.value;
  if (!pattern) return null;
  const values = variables as Record<string, FluentVariable>;
  return withOneFullStop(messages.formatPattern(pattern, values, []), variables);
}

/** A value such as “Kwiaty sp. z o.o.” at the end of a sentence needs no second full stop. */
function withOneFullStop(sentence: string, variables: Variables = {}): string {
  const ending = Object.values(variables).filter(
    (value): value is string => typeof value === "string" && /[^.]\.$/.test(value),
  );
  return ending.reduce((text, value) => text.replaceAll(`${value}.`, value), sentence);
}

function makeBundle(
  spoken: string,
  text: string,
  transform?: (text: string) => string,
): FluentBundle {
  // Isolation marks are for texts of mixed direction. All languages here are left to right, and
  // copied text should contain no invisible characters.
  const made = new FluentBundle(spoken, { useIsolating: false, transform });
  made.addResource(new FluentResource(text));
  return made;
}
