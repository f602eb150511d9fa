/**
 * The messages of the window in the chosen language. `t` and the formatters are reactive, so that a
 * change of the language appears immediately.
 */

import { entryOf, type Language, localeFor } from "./languages";
import { Messages, type Variables } from "./messages";
import { withNamesTogether } from "./names";

export { choices, type Language, languageFor } from "./languages";

export type { Variables } from "./messages";

let messages = $state.raw(new Messages("en", ""));
let language = $state.raw<Language>("en");
let locale = $state.raw(localeFor("en", []));
let loadRest: () => Promise<void> = async () => undefined;
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

/** Switches the window to the first part of a catalog. `fluent` loads the rest. */
export async function speakFirst(
  wanted: Language,
  preferred: readonly string[] = [],
): Promise<void> {
  const { loadFirst, load } = entryOf(wanted);
  adopt(wanted, await loadFirst(), preferred);
  const first = messages;
  let loading: Promise<void> | undefined;
  loadRest = async () => {
    if (messages !== first) return;
    loading ??= load().then((text) => {
      if (messages === first) adopt(wanted, text, preferred);
    });
    await loading;
  };
}

/** Loads the rest of the catalog if the window has only its first part. Every page but Welcome needs it. */
export function fluent(): Promise<void> {
  return loadRest();
}

/** Switches the window to a catalog that is loaded already. */
export function adopt(wanted: Language, text: string, preferred: readonly string[] = []): void {
  const { spokenAs = wanted, transform } = entryOf(wanted);
  messages = new Messages(spokenAs, text, transform);
  language = wanted;
  locale = localeFor(wanted, preferred);
  document.documentElement.lang = spokenAs;
}

/**
 * A message; its id if the catalog does not have it. `id` is a literal or a template with fixed parts
 * (`nav-${page}`), because a test reads the ids from the code to find missing and unused ones.
 */
export function t(id: string, variables?: Variables): string {
  const sentence = format(messages, id, variables);
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
  const catalog = new Messages(spoken, text);
  return { language: spoken, say: (id, variables) => format(catalog, id, variables) ?? id };
}

/** `null` if the catalog does not have the message. */
function format(catalog: Messages, id: string, variables?: Variables): string | null {
  const sentence = catalog.format(id, variables);
  return sentence === null ? null : withOneFullStop(sentence, variables);
}

/** A value such as “Kwiaty sp. z o.o.” at the end of a sentence needs no second full stop. */
function withOneFullStop(sentence: string, variables: Variables = {}): string {
  const ending = Object.values(variables).filter(
    (value): value is string => typeof value === "string" && /[^.]\.$/.test(value),
  );
  return ending.reduce((text, value) => text.replaceAll(`${value}.`, value), sentence);
}
