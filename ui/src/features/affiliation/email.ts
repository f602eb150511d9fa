/** The affiliation email, written from the form in the language that the manager reads. */

import type { Addressee, Affiliation, EmailDraft } from "../../bindings";
import { choices, type Language, type Voice } from "../../i18n/index.svelte";

/** The languages of the email. */
const EMAIL_LANGUAGES: readonly Language[] = ["en", "uk"];

/** The languages of the email as options, each by its name in itself. */
export const emailLanguages = choices.filter(({ value }) => EMAIL_LANGUAGES.includes(value));

// The placeholder for a value that is still empty.
const EMPTY = "…";

/** The chosen language if the email has it, otherwise English. */
export function emailLanguage(chosen: string): Language {
  return EMAIL_LANGUAGES.find((language) => language === chosen) ?? "en";
}

/** Writes the email. `phone`: the number in international form. */
export function composeEmail(typed: Affiliation, phone: string, voice: Voice): EmailDraft {
  const values = {
    organization: typed.organization.trim() || EMPTY,
    country: typed.country ? nameOf(typed.country, voice.locale) : EMPTY,
    taxCode: typed.taxCode.trim() || EMPTY,
    fullName: typed.fullName.trim() || EMPTY,
    phone: phone.trim() || EMPTY,
    email: typed.email.trim() || EMPTY,
  };
  const to = recipient(typed.managerEmail);
  return {
    to,
    subject: voice.t("affiliation-email-subject", { organization: values.organization }),
    body: voice.t("affiliation-email-body", { ...values, to: to.who }),
  };
}

/** The manager, or the service desk if the person does not know the manager's address. */
function recipient(managerEmail: string): Addressee {
  const address = managerEmail.trim();
  return address ? { who: "manager", address } : { who: "service_desk" };
}

function nameOf(region: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "region" }).of(region) ?? region;
}
