/** The affiliation email, written from the form in the language that its reader speaks. */

import type { Addressee, Affiliation } from "../../bindings";
import type { Voice } from "../../i18n/index.svelte";
import { type WrittenEmail, writeEmail } from "../email/email";
import { type EmailLanguage, emailLanguage, suggestedLanguage } from "../email/languages";

// The placeholder for a value that is still empty.
const EMPTY = "…";

/** The language of the email: the chosen one, otherwise the suggested one. */
export function languageOf(typed: Affiliation): EmailLanguage {
  const suggested = suggestedLanguage(recipient(typed).who, typed.country);
  return emailLanguage(typed.language) ?? suggested;
}

/** The recipient for whom the language is suggested; `null` if the person has chosen it. */
export function suggestedFor(typed: Affiliation): Addressee["who"] | null {
  return emailLanguage(typed.language) ? null : recipient(typed).who;
}

/** Writes the email. `phone`: the number in international form. */
export function composeEmail(
  typed: Affiliation,
  phone: string,
  reader: Voice,
  own: Voice | null,
): WrittenEmail {
  const to = recipient(typed);
  return writeEmail(
    to,
    ({ language, say }) => {
      const organization = typed.organization.trim() || EMPTY;
      return {
        subject: say("affiliation-subject", { organization }),
        body: say("affiliation-body", {
          to: to.who,
          organization,
          country: typed.country ? nameOf(typed.country, language) : EMPTY,
          taxCode: typed.taxCode.trim() || EMPTY,
          fullName: typed.fullName.trim() || EMPTY,
          phone: phone.trim() || EMPTY,
          email: typed.email.trim() || EMPTY,
        }),
      };
    },
    reader,
    own,
  );
}

/** The manager, or the service desk if the person does not know the manager's address. */
function recipient({ managerEmail }: Affiliation): Addressee {
  const address = managerEmail.trim();
  return address ? { who: "manager", address } : { who: "service_desk" };
}

function nameOf(region: string, language: string): string {
  return new Intl.DisplayNames(language, { type: "region" }).of(region) ?? region;
}
