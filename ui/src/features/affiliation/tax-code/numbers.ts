/**
 * The numbers of a company that people give as its "tax code", by country. A contract may name the VAT
 * number or the number in the commercial register: each of them is accepted.
 *
 * The checks come from `stdnum`. For the countries where Nova Post works, this table adds the usual
 * names of the numbers, numbers that the library lists under persons (a sole trader is an organization
 * too), and numbers without a check digit. For every other country the library's numbers are used.
 */

import { entityValidators, stdnum, type Validator } from "stdnum";

/** The kinds of number that a country has. */
export interface Numbers {
  /** Their names in that country, for the message about a wrong code. */
  names: string[];
  /** Their checks. A code is right if one of them succeeds. */
  checks: Validator[];
  /** The forms of numbers without a check digit, or with an unknown one. */
  forms?: RegExp[];
  /** Matches a longer number. Its first group is a number that can be checked. */
  begins?: RegExp;
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
    forms: [/^\d{10,11}$|^\d{13}$/, /^HR[AB]\d{1,6}$/i],
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
  // The domestic number: the eight digits of the EU number, and three digits of the tax office.
  HU: { names: ["adószám"], checks: ["HU.anum"], begins: /^(\d{8})-?\d-?\d{2}$/ },
  IE: { names: ["VAT", "CRO"], checks: ["IE.vat", "IE.pps"], forms: [/^\d{5,6}$/] },
  IT: { names: ["P. IVA", "Codice fiscale"], checks: ["IT.iva", "IT.codicefiscale"] },
  LT: { names: ["Įmonės kodas", "PVM"], checks: ["LT.pvm"], forms: [/^\d{9}$/] },
  LU: { names: ["TVA", "RCS"], checks: ["LU.tva"], forms: [/^[A-Z]\d{1,6}$/i] },
  LV: { names: ["Reģistrācijas numurs", "PVN"], checks: ["LV.pvn"] },
  MD: { names: ["IDNO"], checks: ["MD.idno"] },
  MT: { names: ["VAT"], checks: ["MT.vat"], forms: [/^C\d{1,6}$/i] },
  NL: { names: ["btw-id", "RSIN", "KVK"], checks: ["NL.btw", "NL.bsn"], forms: [/^\d{8}$/] },
  PL: { names: ["NIP", "REGON", "KRS"], checks: ["PL.nip", "PL.regon"], forms: [/^0000\d{6}$/] },
  PT: { names: ["NIPC", "NIF"], checks: ["PT.nif"] },
  RO: { names: ["CUI", "CIF", "Nr. Reg. Com."], checks: ["RO.cui", "RO.cif", "RO.onrc"] },
  SE: { names: ["Orgnr", "Momsnr"], checks: ["SE.orgnr", "SE.vat"] },
  SI: { names: ["Davčna številka"], checks: ["SI.ddv"], forms: [/^\d{7}(?:\d{3})?$/] },
  // The IČO of Slovakia has the same check digit as the Czech one.
  SK: { names: ["IČO", "DIČ", "IČ DPH"], checks: ["CZ.ico", "SK.dph"] },
  // Companies with VAT also have a number of twelve digits, which only the tax office can check.
  UA: { names: ["ЄДРПОУ", "РНОКПП"], checks: ["UA.edrpou", "UA.rntrc"], forms: [/^\d{12}$/] },
};

/** The numbers of a country (ISO 3166-1); `null` if neither table nor library has any. */
export function numbersOf(country: string): Numbers | null {
  const row = rows[country];
  if (row) return { ...row, checks: row.checks.flatMap(checkNamed) };
  const checks = entityValidators[country];
  if (!checks) return null;
  return { names: checks.map(({ abbreviation, localName }) => abbreviation ?? localName), checks };
}

function checkNamed(name: string): Validator[] {
  const [country = "", number = ""] = name.split(".");
  const check = stdnum[country]?.[number];
  return check ? [check] : [];
}
