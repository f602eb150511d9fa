/** Letters to Nova Post that are ready to be sent. */

import { t } from "../../i18n/index.svelte";
import type { LetterName } from "./card";

/** Nova Post's service desk (spec: contact). */
export const SERVICE_DESK = "servicedesk@novapost.com";

/** A letter as a mail program takes it. */
export interface Letter {
  subject: string;
  body: string;
}

/** The letter in the window's language. `phone` stands in it if it is known. */
export function letterFor(name: LetterName, phone: string): Letter {
  return {
    subject: t(`failure-letter-${name}-subject`),
    body: t(`failure-letter-${name}-body`, { phone }),
  };
}
