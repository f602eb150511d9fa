/** An email to Nova Post: in the language of its reader, and in the window's for the person who sends it. */

import type { Addressee, EmailDraft } from "../../bindings";
import type { Voice } from "../../i18n/index.svelte";

/** What the catalogs of emails are about. */
export type EmailName = "affiliation" | "several" | "forbidden" | "ukraine";

export type EmailText = Pick<EmailDraft, "subject" | "body">;

export interface WrittenEmail {
  draft: EmailDraft;
  /** The language of the draft, BCP 47. */
  language: string;
  /** What the draft says, in the window's language; `null` if the draft is in it. */
  translation: EmailText | null;
}

/** Writes an email. `own`: the window's language; `null` while its catalog is being loaded. */
export function writeEmail(
  to: Addressee,
  write: (voice: Voice) => EmailText,
  reader: Voice,
  own: Voice | null,
): WrittenEmail {
  return {
    draft: { to, ...write(reader) },
    language: reader.language,
    translation: own && own.language !== reader.language ? write(own) : null,
  };
}
