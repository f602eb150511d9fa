/** Takes the label off a number that was copied with it, such as `NIP: 856-734-62-15`. */

/** The words that stand before a number in any country. */
const COMMON = [
  "VAT",
  "VAT ID",
  "VAT UE",
  "VAT EU",
  "EU VAT",
  "VAT registration",
  "VAT Reg",
  "Tax",
  "Tax ID",
  "Tax code",
  "TIN",
  "EIN",
  "ID",
  "UID",
  "EUID",
  "Reg",
  "Registration",
  "Company",
  "Company registration",
  "Company ID",
  "Company code",
  "Identification",
];

/** The words after such a word. */
const FILLERS = [
  "no",
  "nr",
  "num",
  "number",
  "id",
  "code",
  "EU",
  "UE",
  "numer",
  "nummer",
  "numéro",
  "numero",
  "número",
  "číslo",
  "kod",
  "kód",
  "kods",
  "kodas",
  "kood",
  "cod",
  "код",
  "номер",
  "numurs",
  "numeris",
  "number",
];

/** The words of a country that its row of the table does not have as names. */
const BY_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  AT: ["UID", "Firmenbuch", "Steuernummer", "St.-Nr.", "Umsatzsteuer-Identifikationsnummer"],
  BE: [
    "BTW",
    "TVA",
    "BTW-nr",
    "KBO",
    "BCE",
    "Ondernemingsnummer",
    "Numéro d’entreprise",
    "RPR",
    "RPM",
  ],
  BG: [
    "БУЛСТАТ",
    "ЕГН",
    "Идентификационен номер по ДДС",
    "Идентификационен",
    "ЛНЧ",
    "ИН по ДДС",
    "ИН по ЗДДС",

    "Идент. номер",
    "EIK",
    "BULSTAT",
    "EGN",
  ],
  CY: ["ΑΦΜ", "ΑΡ. ΕΓΓΡΑΦΗΣ"],
  CZ: ["IČ", "DIČ DPH", "DPH", "Identifikační číslo", "Daňové identifikační číslo", "Sp. zn."],
  DE: [
    "USt-ID",
    "USt-Id-Nr",
    "UStID",
    "UID",
    "Umsatzsteuer-ID",
    "Umsatzsteuer-Identifikationsnummer",
    "VAT-ID",
    "W-IdNr",
    "Wirtschafts-IdNr",
    "Wirtschafts-Identifikationsnummer",
    "St.-Nr.",
    "StNr",
    "Steuer-Nr",
    "Handelsregister",
    "Registergericht",
    "Reg.-Nr.",
  ],
  DK: ["CVR", "SE", "Moms", "VAT"],
  EE: [
    "Äriregistri",
    "Reg. kood",
    "Registrinumber",
    "Rg-kood",
    "Käibemaksukohustuslase",
    "KMKR",
    "KM",
  ],
  ES: ["CIF", "NIE", "DNI", "IVA", "N.I.F. IVA", "NIF-IVA", "VAT"],
  FI: ["FO", "ALV", "LY", "VAT"],
  FR: [
    "N° TVA",
    "TVA intracommunautaire",
    "TVA intracom",
    "Numéro de TVA",
    "RCS",
    "N° SIREN",
    "N° SIRET",
  ],
  GB: [
    "VAT Reg",
    "VAT registration",
    "CRN",
    "Co.",
    "Company registration",
    "Registered in England",
    "EORI",
  ],
  GR: ["Α.Φ.Μ.", "AFM", "ΔΟΥ", "Γ.Ε.ΜΗ."],
  HR: ["MBS", "PDV ID", "PDV"],
  HU: [
    "Adóazonosító",
    "Közösségi adószám",
    "EU adószám",
    "Csoportos adószám",
    "Cégjegyzékszám",
    "Cg",
    "Statisztikai számjel",
  ],
  IE: ["CBL", "TRN", "PPS", "PPSN"],
  IT: [
    "Partita IVA",
    "P.I.",
    "P.IVA",
    "C.F.",
    "Cod. Fisc.",
    "C.F. e P. IVA",
    "IVA",
    "REA",
    "R.E.A.",
  ],
  LT: [
    "Įm. kodas",
    "Kodas",
    "Imones kodas",
    "Juridinio asmens kodas",
    "JAR kodas",
    "PVM mokėtojo",
    "PVM mok.",
  ],
  LU: ["No TVA", "N° TVA", "R.C.S.", "RCS Luxembourg", "Matricule"],
  LV: [
    "Reģ.",
    "Vienotais reģistrācijas",
    "Reg.",
    "PVN reģ.",
    "PVN reģistrācijas",
    "PVN maksātāja",
    "Personas",
  ],
  MD: ["IDNP", "Cod fiscal", "C.F.", "Cod TVA", "TVA", "CF"],
  NL: [
    "BTW",
    "BTW-nummer",
    "Btw-identificatienummer",
    "OB-nummer",
    "KvK",
    "RSIN",
    "Handelsregister",
  ],
  PL: ["NIP UE", "NIP-UE", "VAT UE", "Numer identyfikacji podatkowej", "PESEL"],
  PT: ["Contribuinte", "NPC", "IVA"],
  RO: [
    "C.U.I.",
    "C.I.F.",
    "Cod fiscal",
    "Cod unic de înregistrare",
    "Cod de înregistrare fiscală",
    "Cod TVA",
    "TVA",
    "RO TVA",
    "Nr. ord. reg. com.",
    "Nr. înreg. la Reg. Com.",
    "Reg. Comerțului",
    "Nr. înreg. Reg. Com.",
    "Registrul Comerțului",
    "Nr. ORC",
    "ORC",
    "ONRC",
    "ROONRC",
    "CNP",
    "Reg. Com.",
  ],
  SE: ["Org. nr.", "Organisationsnummer", "VAT", "Momsregistreringsnummer", "Moms"],
  SI: ["DDV", "ID za DDV", "ID št. za DDV", "Matična številka", "Mat. št.", "Davčna št."],
  SK: ["IČDPH", "IČ", "DPH", "Identifikačné číslo"],
  UA: [
    "Код ЄДРПОУ",
    "Код за ЄДРПОУ",
    "ЕДРПОУ",
    "Код ЕГРПОУ",
    "ЄДР",
    "EDRPOU",
    "ІПН",
    "ИНН",
    "ІНН",
    "IPN",
    "РНОКПП",
    "РНОКПП ФОП",
    "ФОП",
    "Код платника",
    "Податковий",
    "Ідентифікаційний",
    "Ідентифікаційний код",
    "Код",
    "Св. ПДВ",
    "ПДВ",
  ],
};

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
  const parts = text.split(/\s*[,;|\n]\s*|\s+\/\s+/).flatMap((part) => part.split(label));
  return parts.filter((part) => /\d{2}/.test(part));
}

/** Patterns for a label of the country with the words after it, and for such a word. */
function patternsOf(country: string, names: readonly string[]) {
  const known = names.flatMap((name) => name.split(" / "));
  const labels = [...COMMON, ...known, ...(BY_COUNTRY[country] ?? [])].map(pattern).filter(Boolean);
  // A longer label before a shorter one with which it begins.
  const label = labels.sort((a, b) => b.length - a.length).join("|");
  const filler = FILLERS.map(pattern).join("|");
  const word = String.raw`(?:${label})(?:${BETWEEN}*(?:${filler})(?!\p{L}))*(?!\p{L})`;
  return { word, filler };
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
