/** The languages of emails to Nova Post, and which one the app suggests. */

import type { Addressee, Region } from "../../bindings";
import { inOrder } from "../../i18n/format.svelte";
import { currentLanguage } from "../../i18n/index.svelte";
import { countriesOf } from "./country-languages";

/** The languages of Nova Post's API, as BCP 47. Its own code for Czech is `cz` [NP-spec: Accept-language]. */
export const EMAIL_LANGUAGES = [
  "cs",
  "de",
  "en",
  "es",
  "et",
  "fr",
  "hu",
  "it",
  "lt",
  "lv",
  "nl",
  "pl",
  "ro",
  "sk",
  "uk",
] as const;

export type EmailLanguage = (typeof EMAIL_LANGUAGES)[number];

/** The language with this tag; `null` if emails don't have it. */
export function emailLanguage(tag: string): EmailLanguage | null {
  return EMAIL_LANGUAGES.find((language) => language === tag) ?? null;
}

/** The language of emails that is the window's. */
export function ownLanguage(): EmailLanguage {
  return emailLanguage(currentLanguage()) ?? "en";
}

/**
 * The language for an email until the person chooses one: for the service desk English, for a manager
 * that of the organization's country.
 */
export function suggestedLanguage(to: Addressee["who"], country: Region | null): EmailLanguage {
  if (to === "service_desk" || !country) return "en";
  const others = EMAIL_LANGUAGES.filter((language) => language !== "en");
  return others.find((language) => countriesOf[language].split(" ").includes(country)) ?? "en";
}

/** The options of the choice: each language by its name in itself, in the order of the window's alphabet. */
export function languageOptions(): { value: EmailLanguage; label: string; lang: string }[] {
  return EMAIL_LANGUAGES.map((value) => ({ value, label: nameOf(value), lang: value })).sort(
    (left, right) => inOrder(left.label, right.label),
  );
}

/** `Čeština`: many languages write their names with a small letter, which a list begins with a capital. */
function nameOf(language: EmailLanguage): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
