/**
 * What `stdnum` 1.12.0 gets wrong about the numbers of the table. docs/upstream.md has the reports, and for
 * each the source of the rule. A correction goes as soon as a release of the library contains it: a test
 * fails then.
 */

import { stdnum } from "stdnum";
import type { Misfit } from "./misfit";

/**
 * The right answer about a number; the library's `found` where that is right. `null`: the number is valid.
 * `number`: in capitals, without separators and the letters of the country; `typed` has both.
 */
type Correction = (number: string, found: Misfit | null, typed: string) => Misfit | null;

/** The corrections, by the name of the check in the library. */
export const corrections: Readonly<Record<string, Correction>> = {
  "BG.vat": (number, found) => {
    if (/^\d{9}$/.test(number)) return checkDigit(isBulgarianCompany(number));
    if (/^\d{10}$/.test(number)) return checkDigit(isBulgarianPerson(number));
    if (/^\d{13}$/.test(number)) return checkDigit(isBulgarianBranch(number));
    return found;
  },
  "CZ.dic": (number, found) =>
    /^6\d{8}$/.test(number) ? checkDigit(isCzechSpecial(number)) : found,
  "DE.vat": noLeadingZero,
  "DK.cvr": noLeadingZero,
  // The first nine digits are the SIREN, which also ends with a check digit. La Poste's offices have another rule.
  "FR.siret": (number, found) =>
    found === null && !number.startsWith("356000000") && !isValid("FR", "siren", number.slice(0, 9))
      ? "check_digit"
      : found,
  // A number of five signs is that of a department (GD) or of a health authority (HA).
  "GB.vat": (number, found) =>
    found === null && number.length === 5 && !/^(?:GD|HA)/.test(number) ? "wrong_form" : found,
  // A personal code without the date of birth, given since July 2017.
  "LV.pvn": (number, found) =>
    /^32\d{9}$/.test(number) ? checkDigit(isLatvianPerson(number)) : found,
  "MT.vat": noLeadingZero,
  "NL.btw": (number, found) => (number.endsWith("B00") ? "wrong_form" : found),
  "RO.cif": (number, found) => (found === "wrong_form" && isRomanianPerson(number) ? null : found),
  "RO.onrc": (_number, _found, typed) => romanianRegister(typed),
  "SI.ddv": noLeadingZero,
  // The third digit says what kind of number it is, not the first.
  "SK.dph": (number, found) => {
    if (!/^\d{10}$/.test(number)) return found;
    if (!/^[1-9]\d[234789]/.test(number)) return "wrong_form";
    return checkDigit(Number(number) % 11 === 0);
  },
};

function checkDigit(isRight: boolean): Misfit | null {
  return isRight ? null : "check_digit";
}

function isValid(country: string, check: string, number: string): boolean {
  return stdnum[country]?.[check]?.validate(number).isValid ?? false;
}

function noLeadingZero(number: string, found: Misfit | null): Misfit | null {
  return found === null && number.startsWith("0") ? "wrong_form" : found;
}

/** The sum of the digits, each times its weight. */
function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
}

/** ЕИК: also numbers that begin with 4 to 8, such as those of the register before 2008. */
function isBulgarianCompany(number: string): boolean {
  const first = weighted(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const rest = first === 10 ? weighted(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 : first;
  return rest % 10 === Number(number[8]);
}

/** The ЕИК of a branch: that of the company, and four digits with a check digit for all thirteen. */
function isBulgarianBranch(number: string): boolean {
  const branch = number.slice(8);
  const first = weighted(branch, [2, 7, 3, 5]) % 11;
  const rest = first === 10 ? weighted(branch, [4, 9, 5, 7]) % 11 : first;
  return isBulgarianCompany(number.slice(0, 9)) && rest % 10 === Number(number[12]);
}

/** A citizen (ЕГН), a foreigner (ЛНЧ), or another taxpayer. The library turns the last check round. */
function isBulgarianPerson(number: string): boolean {
  const other = (11 - (weighted(number, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (
    isValid("BG", "egn", number) || isValid("BG", "pnf", number) || other === Number(number[9])
  );
}

/** A person without a birth number, or a group: the check leaves the first digit out, which is a 6. */
function isCzechSpecial(number: string): boolean {
  const rest = weighted(number.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11;
  return (18 - ((10 - rest) % 11)) % 10 === Number(number[8]);
}

function isLatvianPerson(number: string): boolean {
  const sum = 1 + weighted(number, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
  return (sum % 11) % 10 === Number(number[10]);
}

/** A CNP whose county is none of the map: 70, or 80 to 83 for people from abroad. */
function isRomanianPerson(number: string): boolean {
  if (!/^[1-9]\d{6}(?:70|8[0-3])\d{4}$/.test(number)) return false;
  const rest = weighted(number, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (rest === 10 ? 1 : rest) === Number(number[12]) && isDate(number.slice(1, 7));
}

/** A day of the calendar, `YYMMDD`, in any century. */
function isDate(digits: string): boolean {
  const [year, month, day] = (digits.match(/../g) ?? []).map(Number);
  const date = new Date(Date.UTC(2000 + (year ?? 0), (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

/** The old number, `J40/1234/2005` with one or two digits for the county, or the new one of July 2024. */
function romanianRegister(typed: string): Misfit | null {
  const number = typed.replace(/[\s\\/-]+/g, "/").replace(/^([JFC])\//, "$1");
  const old = /^[JFC](\d{1,2})\/(\d{1,5})\/(?:\d{2}\.\d{2}\.)?(\d{4})$/.exec(number);
  if (old) {
    const [, county, , year] = old.map(Number);
    const isPossible = isCounty(county) && isBetween(year, 1990, 2024);
    return isPossible ? null : "wrong_form";
  }
  const recent = /^[JFC](\d{4})\d{6}(\d{2})(\d)$/.exec(number);
  if (!recent) return /^[JFC]\d+$/.test(number) ? "wrong_length" : "wrong_form";
  const [, year = 0, county = 0, digit] = recent.map(Number);
  // Since 26 July 2024 the number names no county.
  const isPossible =
    isBetween(year, 1990, 2099) && (county === 0 ? year >= 2024 : year <= 2024 && isCounty(county));
  if (!isPossible) return "wrong_form";
  const letter = (number.charCodeAt(0) % 10).toString();
  const sum = weighted(letter + number.slice(1), Array(13).fill(1));
  return checkDigit(sum % 10 === digit);
}

function isCounty(number = 0): boolean {
  return isBetween(number, 1, 40) || number === 51 || number === 52;
}

function isBetween(number = 0, first: number, last: number): boolean {
  return number >= first && number <= last;
}
