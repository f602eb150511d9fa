/** Checks the tax code of an organization. */

import type { Validator } from "stdnum";
import { numbersOf } from "./numbers";

/** Why a text is no tax code of a country. */
export type Misfit = "check_digit" | "wrong_form" | "wrong_sign" | "wrong_length";

/** The result of a check. It is only advice: a contract may name a number that the table lacks. */
export type TaxCodeVerdict =
  | { verdict: "empty" }
  /** The check digit of one of the country's numbers is right. */
  | { verdict: "fits" }
  /** It has the form of a number that has no check digit. */
  | { verdict: "form_fits" }
  /** The table has no numbers for this country. */
  | { verdict: "not_checked" }
  /** It is none of the country's numbers, whose names are in `names`. */
  | { verdict: "misfit"; why: Misfit; names: string[] };

// A country has several kinds of number. The reason given is that of the nearest kind: a wrong check
// digit, for example, means that length and characters are right.
const NEAREST: Misfit[] = ["check_digit", "wrong_form", "wrong_sign", "wrong_length"];

const misfits: Record<string, Misfit> = {
  InvalidChecksum: "check_digit",
  InvalidComponent: "wrong_form",
  InvalidFormat: "wrong_sign",
  InvalidLength: "wrong_length",
};

/** Checks a tax code as it was typed. `country`: ISO 3166-1. */
export function checkTaxCode(country: string, typed: string): TaxCodeVerdict {
  const text = typed.trim();
  if (!text) return { verdict: "empty" };
  const numbers = numbersOf(country);
  if (!numbers) return { verdict: "not_checked" };
  const { names, checks, forms = [], begins } = numbers;
  const checked = begins?.exec(text)?.[1] ?? text;
  const found = checks.map((check) => misfitOf(check, checked));
  if (found.includes(null)) return { verdict: "fits" };
  const compact = text.replace(/[\s./-]/g, "");
  if (forms.some((form) => form.test(compact))) return { verdict: "form_fits" };
  const why = NEAREST.find((misfit) => found.includes(misfit)) ?? "wrong_form";
  return { verdict: "misfit", why, names };
}

/** Why a text is not this kind of number; `null` if it is. */
function misfitOf(check: Validator, text: string): Misfit | null {
  const { isValid, error } = check.validate(text);
  return isValid ? null : (misfits[error?.name ?? ""] ?? "wrong_form");
}
