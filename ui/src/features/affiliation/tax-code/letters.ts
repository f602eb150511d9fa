/** The characters of a tax code: what is invisible, and what only looks like a Latin letter. */

import { withoutAccents } from "./labels";

/** A letter of another alphabet. */
export interface Foreign {
  letter: string;
  alphabet: "cyrillic" | "greek" | "other";
}

// A soft hyphen, a zero-width space or a byte order mark comes with a number from a web page or a PDF.
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cc}\uFFFC]/gu;
const QUOTES = /^[\s"'“”„«»‘’`<[]+|[\s"'“”„«»‘’`>\],;.]+$/g;
const BRACKETS = /^\((.*)\)$/s;

/** The text in plain characters: no invisible ones, full-width digits as digits, every dash as `-`. */
export function tidy(typed: string): string {
  const plain = withoutAccents(typed.normalize("NFKC"))
    .replace(/\s+/g, (space) => (space.includes("\n") ? "\n" : " "))
    .replace(INVISIBLE, (sign) => (sign === "\n" ? sign : ""))
    .replace(/[\p{Pd}\u2212]/gu, "-");
  return plain.replace(QUOTES, "").replace(BRACKETS, "$1").trim();
}

/**
 * The first letter that is not Latin, in a word with digits or Latin letters, or in the letters of a country;
 * `null` if there is none. Other words of another alphabet are no part of a number.
 */
export function foreignLetter(number: string): Foreign | null {
  const words = number.match(/[\p{L}\d]+/gu) ?? [];
  const letter = words
    .filter((word) => word.length <= 2 || /[\d\p{Script=Latin}]/u.test(word))
    .map((word) => /(?!\p{Script=Latin})\p{L}/u.exec(word)?.[0])
    .find(Boolean);
  if (!letter) return null;
  if (/\p{Script=Cyrillic}/u.test(letter)) return { letter, alphabet: "cyrillic" };
  return { letter, alphabet: /\p{Script=Greek}/u.test(letter) ? "greek" : "other" };
}
