/** The language in which business is mostly done, by country. English everywhere else. */

import type { EmailLanguage } from "./languages";

/** ISO 3166-1 codes by language. A country is in one list at most. */
export const countriesOf: Record<Exclude<EmailLanguage, "en">, string> = {
  cs: "CZ",
  de: "AT CH DE LI",
  es: "AD AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE",
  et: "EE",
  fr: "BF BJ BL CD CF CG CI DJ FR GA GF GN GP HT LU MC MF MG ML MQ NC NE PF PM RE SN TG WF YT",
  hu: "HU",
  it: "IT SM VA",
  lt: "LT",
  lv: "LV",
  nl: "AW BE BQ CW NL SR SX",
  pl: "PL",
  ro: "MD RO",
  sk: "SK",
  uk: "UA",
};
