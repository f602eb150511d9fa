/** Takes the label off a number that was copied with it, such as `NIP: 856-734-62-15`. */

import { BY_COUNTRY, COMMON, FILLERS } from "./label-words";

// Between the words of a label, and between it and the number.
const BETWEEN = String.raw`[\s.,:;=#°()/\\–-]`;

/** The text in the form in which labels are compared: without accents on its letters. */
export function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}

/** The number without the labels of the country before it. `names`: the country's names of its numbers. */
export function withoutLabel(country: string, names: readonly string[], text: string): string {
  const { word, filler } = patternsOf(country, names);
  const number = String.raw`(?:${BETWEEN}*(?:N°|(?:${filler})(?!\p{L})))*`;
  const before = new RegExp(`^${number}(?:${BETWEEN}*${word})+${BETWEEN}*`, "iu");
  const rest = withoutCourt(text).replace(before, "");
  // A label in brackets after the number.
  return rest.replace(/\s*\([^()\d]*\)$/, "").trim();
}

/** The numbers of a text with several: `NIP 8567346215 REGON 123456785`, `CUI 18547290, J40/1234/2005`. */
export function numbersIn(country: string, names: readonly string[], text: string): string[] {
  const label = new RegExp(
    String.raw`(?<=\d[A-Z]?)\s+(?=${patternsOf(country, names).word}|[JFC]\d{1,2}/)`,
    "iu",
  );
  const parts = text.split(/\s*[,;|\n]\s*|\s+[/-]\s+/).flatMap((part) => part.split(label));
  return parts.filter((part) => /\d{2}/.test(part));
}

/** Patterns for a label of the country with the words after it, and for such a word. */
function patternsOf(country: string, names: readonly string[]) {
  const known = names.flatMap((name) => name.split(" / "));
  const label = alternatives([...COMMON, ...known, ...(BY_COUNTRY[country] ?? [])]);
  const filler = alternatives(FILLERS);
  const word = String.raw`(?:${label})(?:${BETWEEN}*(?:${filler})(?!\p{L}))*(?!\p{L})`;
  return { word, filler };
}

/**
 * Matches one of the labels. Each only once, although some are alike without their accents: a pattern that
 * can match a text in many ways takes forever to find that it does not.
 */
function alternatives(labels: readonly string[]): string {
  const patterns = new Set(labels.map(pattern).filter(Boolean));
  // A longer label before a shorter one with which it begins.
  return [...patterns].sort((a, b) => b.length - a.length).join("|");
}

/** A number of a commercial register without the court or the town that keeps it. */
function withoutCourt(text: string): string {
  return text
    .replace(
      /^(?:Amtsgericht|AG|Registergericht)[\s:]+[\p{L}\s.()-]+?[\s,:]+(?=(?:HR[AB]|GnR|PR|VR)\b)/iu,
      "",
    )
    .replace(/,?\s+(?:Amtsgericht|AG)\s[\p{L}\s.()-]+$/iu, "")
    .replace(/\b(HR[AB]|GnR)[\s-]*Nr[.:\s]*/i, "$1 ")
    .replace(/^R\.?C\.?S\.?\s+[\p{L}\s'’-]+?\s+(?:[ABCD]\s+)?(?=\d)/iu, "");
}

/** Matches a label however its letters are separated: `NIP`, `N.I.P.`, `n.i.p`. */
function pattern(label: string): string {
  const letters = [...withoutAccents(label)].filter((letter) => /\p{L}/u.test(letter));
  return letters.join(String.raw`[\s.’'/-]*`);
}
