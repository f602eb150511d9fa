/** Whether what is written in the letter is what the person's account at Nova Post says. */

import type { Account, Affiliation, Verdict } from "../../bindings";

/** The details that Nova Post compares (seed: they must match the account). */
export const compared = ["fullName", "phone", "email"] as const;

export type Compared = (typeof compared)[number];

/** What was typed, and what Rust has read in the numbers. */
export interface Details {
  typed: Affiliation;
  account: Account;
  /** The number in the letter, judged. */
  phone: Verdict | null;
  /** The number of the account, judged. */
  accountPhone: Verdict | null;
}

/** Whether this detail differs. What nobody knows differs from nothing. */
export function differs(detail: Compared, { typed, account, ...judged }: Details): boolean {
  if (!typed[detail].trim() || !account[detail].trim()) return false;
  if (detail !== "phone") return plain(typed[detail]) !== plain(account[detail]);
  // Two ways of writing one number: as long as they are not read, nothing can be said.
  if (!judged.phone || !judged.accountPhone) return false;
  return digitsOf(judged.phone, typed.phone) !== digitsOf(judged.accountPhone, account.phone);
}

function plain(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase();
}

function digitsOf(verdict: Verdict, typed: string): string {
  if ("number" in verdict) return verdict.number.digits;
  return typed.replace(/\D/g, "").replace(/^00/, "");
}
