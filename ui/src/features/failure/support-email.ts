/** The emails to Nova Post's service desk about a failure. */

import type { Voice } from "../../i18n/index.svelte";
import { type WrittenEmail, writeEmail } from "../email/email";
import type { SupportEmailName } from "./card";

/** Writes the email, with the phone number if it is known. */
export function composeSupportEmail(
  name: SupportEmailName,
  phone: string,
  reader: Voice,
  own: Voice | null,
): WrittenEmail {
  return writeEmail(
    { who: "service_desk" },
    ({ say }) => ({ subject: say(`${name}-subject`), body: say(`${name}-body`, { phone }) }),
    reader,
    own,
  );
}
