/** The affiliation e-mail, written from the form in the language that the manager reads. */

import type { Affiliation, EmailDraft } from "../../bindings";
import { choices, type Language, type Voice } from "../../i18n/index.svelte";

/** The languages that Nova Post's managers are written to in. */
const READ_BY_MANAGERS: readonly Language[] = ["en", "uk"];

/** The languages to choose among, each by its own name. */
export const letterLanguages = choices.filter(({ value }) => READ_BY_MANAGERS.includes(value));

// Stands where something is still to be typed.
const OPEN = "…";

/** The language of a letter: the chosen one, if it is one of them. */
export function letterLanguage(chosen: string): Language {
  return READ_BY_MANAGERS.find((language) => language === chosen) ?? "en";
}

/** The letter. `phone`: the number as others read it. */
export function letterOf(typed: Affiliation, phone: string, voice: Voice): EmailDraft {
  const told = {
    organization: typed.organization.trim() || OPEN,
    country: typed.country ? nameOf(typed.country, voice.locale) : OPEN,
    taxCode: typed.taxCode.trim() || OPEN,
    fullName: typed.fullName.trim() || OPEN,
    phone: phone.trim() || OPEN,
    email: typed.email.trim() || OPEN,
  };
  return {
    to: { who: "manager", address: typed.managerEmail.trim() },
    subject: voice.t("affiliation-letter-subject", { organization: told.organization }),
    body: voice.t("affiliation-letter-body", told),
  };
}

function nameOf(region: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "region" }).of(region) ?? region;
}
