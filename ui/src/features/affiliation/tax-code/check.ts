/** Whether a text can be the tax code of an organization, and if not, why. */

import type { Validator } from "stdnum";
import { numbersOf } from "./numbers";
import type { Misfit, TaxCodeVerdict } from "./verdict";

// Of several numbers the one that came nearest was meant: with the right length and signs, only a
// digit is wrong.
const NEAREST: Misfit[] = ["check_digit", "wrong_form", "wrong_sign", "wrong_length"];

const misfits: Record<string, Misfit> = {
  InvalidChecksum: "check_digit",
  InvalidComponent: "wrong_form",
  InvalidFormat: "wrong_sign",
  InvalidLength: "wrong_length",
};

/** Judges a tax code as it was typed, for the country (ISO 3166-1) where it was given. */
export function checkTaxCode(country: string, typed: string): TaxCodeVerdict {
  const text = typed.trim();
  if (!text) return { verdict: "empty" };
  const numbers = numbersOf(country);
  if (!numbers) return { verdict: "not_checked" };
  const { names, checks, forms = [], begins } = numbers;
  const checked = begins?.exec(text)?.[1] ?? text;
  const found = checks.map((check) => misfitOf(check, checked));
  if (found.includes(null)) return { verdict: "fits" };
  const plain = text.replace(/[\s./-]/g, "");
  if (forms.some((form) => form.test(plain))) return { verdict: "form_fits" };
  const why = NEAREST.find((misfit) => found.includes(misfit)) ?? "wrong_form";
  return { verdict: "misfit", why, names };
}

/** What keeps a text from being this number; null: it is one. */
function misfitOf(check: Validator, text: string): Misfit | null {
  const { isValid, error } = check.validate(text);
  return isValid ? null : (misfits[error?.name ?? ""] ?? "wrong_form");
}
