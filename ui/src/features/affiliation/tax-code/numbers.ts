/**
 * The numbers of a company that people give as its "tax code", by country. A contract may name the VAT
 * number or the number in the commercial register: each of them is accepted.
 *
 * The checks come from `stdnum`. For the countries where Nova Post works, this table adds the usual
 * names of the numbers, numbers that the library lists under persons (a sole trader is an organization
 * too), and numbers without a check digit. For every other country the library's numbers are used.
 */

import { entityValidators, stdnum, type Validator } from "stdnum";
import type { Misfit } from "./misfit";
import { corrections } from "./stdnum-corrections";

/** Why a number is not of this kind; `null` if it is. */
export type Check = (number: string) => Misfit | null;

/** The kinds of number that a country has. */
export interface Numbers {
  /** Their names in that country, for the message about a wrong code. */
  names: string[];
  /** Their checks. A code is right if one of them succeeds. */
  checks: Check[];
  /** The forms of numbers without a check digit, or with an unknown one. */
  forms?: RegExp[];
  /** Matches longer numbers. The first group of each is a number that can be checked. */
  begins?: RegExp[];
}

/** A row of the table: `checks` has the names of the checks in the library. */
interface Row extends Omit<Numbers, "checks"> {
  checks: string[];
}

export const rows: Readonly<Record<string, Row>> = {
  AT: { names: ["UID", "Firmenbuchnummer"], checks: ["AT.uid", "AT.businessid", "AT.tin"] },
  BE: { names: ["BTW / TVA"], checks: ["BE.vat"] },
  BG: { names: ["ЕИК", "ДДС"], checks: ["BG.vat"] },
  CY: { names: ["ΦΠΑ"], checks: ["CY.vat"], forms: [/^HE?\d{3,6}$/i] },
  CZ: { names: ["IČO", "DIČ"], checks: ["CZ.ico", "CZ.dic"] },
  // A Steuernummer has a different check for each tax office, so only its form is checked.
  DE: {
    names: ["USt-IdNr.", "Steuernummer"],
    checks: ["DE.vat", "DE.stnr"],
    // The letters after the number name the court, such as B for Berlin.
    forms: [/^\d{10,11}$|^\d{13}$/, /^(?:HR[AB]|GNR|PR|VR)\d{1,6}[A-Z]{0,3}$/],
    // The Wirtschafts-Identifikationsnummer: a number like the USt-IdNr., and five digits for the business.
    begins: [/^(DE[\s-]?\d{3}\s?\d{3}\s?\d{3})[\s-]{0,3}\d{5}$/i],
  },
  DK: { names: ["CVR"], checks: ["DK.cvr"] },
  EE: { names: ["Registrikood", "KMKR"], checks: ["EE.registrikood", "EE.kmkr"] },
  ES: { names: ["NIF"], checks: ["ES.nif", "ES.cif"] },
  FI: { names: ["Y-tunnus", "ALV"], checks: ["FI.ytunnus", "FI.alv"] },
  FR: { names: ["SIREN", "SIRET", "TVA"], checks: ["FR.siren", "FR.siret", "FR.tva"] },
  GB: {
    names: ["VAT", "UTR", "Company number"],
    checks: ["GB.vat", "GB.utr"],
    forms: [/^(?:\d{8}|[A-Z]{2}\d{6})$/i],
  },
  GR: { names: ["ΑΦΜ"], checks: ["GR.vat"] },
  HR: { names: ["OIB"], checks: ["HR.oib"] },
  HU: {
    names: ["adószám", "cégjegyzékszám"],
    checks: ["HU.anum"],
    forms: [/^\d{10}$/],
    // The domestic number: the eight digits of the EU number, and three digits of the tax office. The
    // statistical number begins with the same eight digits.
    begins: [/^(\d{8})[\s-]?\d[\s-]?\d{2}$/, /^(\d{8})[\s-]?\d{4}[\s-]?\d{3}[\s-]?\d{2}$/],
  },
  IE: { names: ["VAT", "CRO"], checks: ["IE.vat", "IE.pps"], forms: [/^\d{5,6}$/] },
  IT: {
    names: ["P. IVA", "Codice fiscale"],
    checks: ["IT.iva", "IT.codicefiscale"],
    // The number in the economic register, REA, begins with the letters of the province.
    forms: [/^[A-Z]{2}\d{5,7}$/],
  },
  LT: { names: ["Įmonės kodas", "PVM"], checks: ["LT.pvm"], forms: [/^\d{9}$/] },
  LU: { names: ["TVA", "RCS"], checks: ["LU.tva"], forms: [/^[A-Z]\d{1,6}$/i] },
  LV: { names: ["Reģistrācijas numurs", "PVN"], checks: ["LV.pvn"] },
  MD: { names: ["IDNO", "TVA"], checks: ["MD.idno"], forms: [/^(?:MD)?\d{7}$/] },
  MT: { names: ["VAT"], checks: ["MT.vat"], forms: [/^C\d{1,6}$/i] },
  NL: { names: ["btw-id", "RSIN", "KVK"], checks: ["NL.btw", "NL.bsn"], forms: [/^\d{8}$/] },
  PL: { names: ["NIP", "REGON", "KRS"], checks: ["PL.nip", "PL.regon"], forms: [/^000\d{7}$/] },
  PT: { names: ["NIPC", "NIF"], checks: ["PT.nif"] },
  RO: { names: ["CUI", "CIF", "Nr. Reg. Com."], checks: ["RO.cui", "RO.cif", "RO.onrc"] },
  SE: { names: ["Orgnr", "Momsnr"], checks: ["SE.orgnr", "SE.vat"] },
  SI: { names: ["Davčna številka"], checks: ["SI.ddv"], forms: [/^\d{7}(?:\d{3})?$/] },
  // The IČO of Slovakia has the same check digit as the Czech one.
  SK: { names: ["IČO", "DIČ", "IČ DPH"], checks: ["CZ.ico", "SK.dph"] },
  // Companies with VAT also have a number of twelve digits, which only the tax office can check.
  // People without a РНОКПП use their passport: two letters and six digits, or nine digits.
  UA: {
    names: ["ЄДРПОУ", "РНОКПП"],
    checks: ["UA.edrpou", "UA.rntrc"],
    forms: [/^(?:UA)?\d{12}$/, /^[А-ЯІЇЄҐ]{2}\d{6}$/, /^\d{9}$/],
  },
};

const misfits: Record<string, Misfit> = {
  InvalidChecksum: "check_digit",
  InvalidComponent: "wrong_form",
  InvalidFormat: "wrong_sign",
  InvalidLength: "wrong_length",
};

/** The numbers of a country (ISO 3166-1); `null` if neither table nor library has any. */
export function numbersOf(country: string): Numbers | null {
  const row = rows[country];
  if (row) return { ...row, checks: row.checks.flatMap(checkNamed) };
  const validators = entityValidators[country];
  if (!validators) return null;
  const names = validators.map(({ abbreviation, localName }) => abbreviation ?? localName);
  return { names, checks: validators.map(checkOf) };
}

/** The names that people use for the numbers of a country (ISO 3166-1); empty if the table has none. */
export function usualNames(country: string): readonly string[] {
  return rows[country]?.names ?? [];
}

function checkNamed(name: string): Check[] {
  const [country = "", number = ""] = name.split(".");
  const validator = stdnum[country]?.[number];
  if (!validator) return [];
  const check = checkOf(validator);
  const correction = corrections[name];
  if (!correction) return [check];
  const prefix = new RegExp(`^${country}`);
  const bare = (text: string) =>
    text
      .toUpperCase()
      .replace(/[\s./-]/g, "")
      .replace(prefix, "");
  return [(text) => correction(bare(text), check(text), text.toUpperCase())];
}

function checkOf(validator: Validator): Check {
  return (text) => {
    const { isValid, error } = validator.validate(text);
    return isValid ? null : (misfits[error?.name ?? ""] ?? "wrong_form");
  };
}
