/** Compares the details in the affiliation email with the person's account at Nova Post. */

import type { Account, Affiliation, Verdict } from "../../bindings";
import { numberOf } from "../test-key/verdict-message";

/** The details that have to match the account [NP-docs]. */
export const compared = ["fullName", "phone", "email"] as const;

export type Compared = (typeof compared)[number];

/** The values to compare, with the checks of both phone numbers. */
export interface Details {
  typed: Affiliation;
  account: Account;
  /** The check of the number in the email; `null` while it is running. */
  phone: Verdict | null;
  /** The check of the account's number; `null` while it is running. */
  accountPhone: Verdict | null;
}

/** Whether a detail differs. An empty value differs from nothing. */
export function differs(detail: Compared, { typed, account, ...checks }: Details): boolean {
  if (!typed[detail].trim() || !account[detail].trim()) return false;
  if (detail !== "phone") return normalized(typed[detail]) !== normalized(account[detail]);
  // One number can be written in two ways. Only the checks tell whether the digits are the same.
  if (!checks.phone || !checks.accountPhone) return false;
  return digitsOf(checks.phone, typed.phone) !== digitsOf(checks.accountPhone, account.phone);
}

function normalized(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase();
}

function digitsOf(verdict: Verdict, typed: string): string {
  return numberOf(verdict)?.digits ?? typed.replace(/\D/g, "").replace(/^00/, "");
}
