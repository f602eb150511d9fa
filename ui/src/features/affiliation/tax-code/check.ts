/** Checks the tax code of an organization. */

import { numbersIn, withoutLabel } from "./labels";
import { type Foreign, foreignLetter, tidy } from "./letters";
import type { Misfit } from "./misfit";
import { type Check, type Numbers, numbersOf } from "./numbers";

/** The result of a check. It is only advice: a contract may name a number that the table lacks. */
export type TaxCodeVerdict =
  | { verdict: "empty" }
  /** The check digit of one of the country's numbers is right. */
  | { verdict: "fits" }
  /** It has the form of a number that has no check digit. */
  | { verdict: "form_fits" }
  /** The table has no numbers for this country. */
  | { verdict: "not_checked" }
  /** One of its letters belongs to another alphabet and looks like a Latin one. */
  | { verdict: "foreign_letter"; found: Foreign }
  /** It is none of the country's numbers, whose names are in `names`. */
  | { verdict: "misfit"; why: Misfit; names: string[] };

// A country has several kinds of number. The reason given is that of the nearest kind: a wrong check
// digit, for example, means that length and characters are right.
const NEAREST: Misfit[] = ["check_digit", "wrong_form", "wrong_sign", "wrong_length"];

/** The most characters of some numbers with their labels. The patterns take too long with many more. */
const LONGEST = 300;

/** Checks a tax code as it was typed. `country`: ISO 3166-1. */
export function checkTaxCode(country: string, typed: string): TaxCodeVerdict {
  const numbers = numbersOf(country);
  if (numbers && typed.length > LONGEST) {
    return { verdict: "misfit", why: "wrong_length", names: numbers.names };
  }
  const text = tidy(typed);
  if (!text) return { verdict: "empty" };
  if (!numbers) return { verdict: "not_checked" };
  const whole = checkOne(country, numbers, text);
  if (!isDoubt(whole)) return whole;
  // Contracts often name two.
  const parts = numbersIn(country, numbers.names, text);
  if (parts.length < 2) return whole;
  const verdicts = parts.map((part) => checkOne(country, numbers, part));
  return (
    verdicts.find(isDoubt) ??
    verdicts.find(({ verdict }) => verdict === "form_fits") ?? { verdict: "fits" }
  );
}

function isDoubt({ verdict }: TaxCodeVerdict): boolean {
  return verdict === "misfit" || verdict === "foreign_letter";
}

function checkOne(country: string, numbers: Numbers, text: string): TaxCodeVerdict {
  const { names, checks, forms = [], begins = [] } = numbers;
  const number = withoutLabel(country, names, text);
  const written = [number, text].flatMap(writtenWays);
  const longer = begins.flatMap((form) => form.exec(number)?.[1] ?? []);
  const candidates = withoutCountry(country, [...written, ...longer.flatMap(writtenWays)]);
  const found = checks.map((check) => nearest(candidates.map(check)));
  if (found.includes(null)) return { verdict: "fits" };
  if (forms.some((form) => written.some((way) => form.test(way)))) return { verdict: "form_fits" };
  const foreign = foreignLetter(number);
  if (foreign) return { verdict: "foreign_letter", found: foreign };
  return { verdict: "misfit", why: nearest(found) ?? "wrong_form", names };
}

/** A number with and without its separators, in capitals. */
function writtenWays(number: string): string[] {
  const capitals = number.toUpperCase();
  return [capitals, capitals.replace(/[\s./-]/g, "")];
}

/** The numbers with and without the letters of the country. */
function withoutCountry(country: string, numbers: readonly string[]): string[] {
  const own = new RegExp(`^${PREFIXES[country] ?? country}(?=\\s?\\d)`);
  return [...new Set([...numbers, ...numbers.map((number) => number.replace(own, "").trim())])];
}

/** The letters before a VAT number, if they are not the code of the country. */
const PREFIXES: Readonly<Record<string, string>> = { GB: "(?:GB|XI)", GR: "(?:GR|EL)" };

function nearest(found: readonly (Misfit | null)[]): Misfit | null {
  return found.includes(null)
    ? null
    : (NEAREST.find((misfit) => found.includes(misfit)) ?? "wrong_form");
}

// From here: a second module that is loaded on demand would move `stdnum` into the file that the first page loads.
export { usualNames } from "./numbers";
export type { Check, Misfit };
