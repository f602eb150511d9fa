/**
 * Which numbers of a company people give as its "tax code", country by country. Contracts and
 * registers name now the VAT number, now the number of the commercial register: any of them will do.
 *
 * The checks are those of `stdnum`. This table adds, where Nova Post works, the names by which people
 * know the numbers, numbers that the library keeps under persons (sole traders are organizations
 * too), and numbers of which nothing but their form can be checked. Every other country has what the
 * library has for it.
 */

import { entityValidators, stdnum, type Validator } from "stdnum";

/** The numbers of a country. */
export interface Numbers {
  /** As they are called there, for a sentence about what was expected. */
  names: string[];
  /** Their checks: one that succeeds is enough. */
  checks: Validator[];
  /** Forms without a check digit, or whose check is not known. */
  forms?: RegExp[];
  /** A longer number that begins with one that can be checked. */
  begins?: RegExp;
}

/** A row of the table: the checks by their names in the library. */
interface Row extends Omit<Numbers, "checks"> {
  checks: string[];
}

export const rows: Readonly<Record<string, Row>> = {
  AT: { names: ["UID", "Firmenbuchnummer"], checks: ["AT.uid", "AT.businessid", "AT.tin"] },
  BE: { names: ["BTW / TVA"], checks: ["BE.vat"] },
  BG: { names: ["ЕИК", "ДДС"], checks: ["BG.vat"] },
  CY: { names: ["ΦΠΑ"], checks: ["CY.vat"], forms: [/^HE?\d{3,6}$/i] },
  CZ: { names: ["IČO", "DIČ"], checks: ["CZ.ico", "CZ.dic"] },
  // Of a Steuernummer only the form can be checked: each tax office has its own.
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
  // The number for use at home: the eight digits of the one for abroad, and three of the office.
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
  // The IČO of both countries goes back to one register and has one check digit.
  SK: { names: ["IČO", "DIČ", "IČ DPH"], checks: ["CZ.ico", "SK.dph"] },
  // Companies with VAT also have a number of twelve digits that only the tax office can check.
  UA: { names: ["ЄДРПОУ", "РНОКПП"], checks: ["UA.edrpou", "UA.rntrc"], forms: [/^\d{12}$/] },
};

/** The numbers of a country (ISO 3166-1); none where nothing is known of them. */
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
