/** Finding a country the way people look for one: by name in one of several languages, or by code. */

import type { Country, Region } from "../../bindings";

/** A country as the list shows and finds it. */
export interface ListedCountry extends Country {
  /** In the window's language. */
  name: string;
  /** What it is found by: its names, folded, the one in the window's language first. */
  foundBy: string[];
}

/** How well a country answers to what was typed; the lower, the better. */
enum Match {
  Exactly,
  Begins,
  BeginsElsewhere,
  WordBegins,
  Contains,
  Not,
}

// Countries that share a calling code with smaller neighbours, and that people mean by it.
const MEANT_BY_CODE: ReadonlySet<Region> = new Set([
  "AU",
  "FI",
  "GB",
  "IT",
  "MA",
  "NO",
  "RU",
  "US",
]);

// Whoever uses the app speaks one of these, whatever the window speaks.
const EVERYBODY_SPEAKS = ["en", "uk", "de"];

// Languages of a country besides the one that Intl knows as its likeliest.
const ALSO_SPOKEN: Readonly<Record<Region, readonly string[]>> = {
  BE: ["fr", "de"],
  CA: ["fr"],
  CH: ["fr", "it"],
  CY: ["tr"],
  ES: ["ca", "eu", "gl"],
  FI: ["sv"],
  IE: ["ga"],
  LU: ["fr", "de"],
  MD: ["ru"],
  MT: ["en"],
};

// Letters that Unicode does not take apart into a plain letter and a mark.
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ı: "i",
  ł: "l",
  ø: "o",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "’": "'",
  ʼ: "'",
};

/**
 * All countries in the alphabet of `language` (BCP 47), but `first` (the system's region) before
 * all others.
 */
export function listCountries(
  countries: readonly Country[],
  language: string,
  first: Region | null,
): ListedCountry[] {
  const alphabet = new Intl.Collator(language);
  const here = namesIn(language);
  const listed = countries.map((country) => {
    const name = here(country.region);
    const elsewhere = [...EVERYBODY_SPEAKS, ...languagesOf(country.region)].map((spoken) =>
      namesIn(spoken)(country.region),
    );
    const short = namesIn("en", "short")(country.region);
    return { ...country, name, foundBy: [...new Set([name, ...elsewhere, short].map(fold))] };
  });
  const rank = (country: Country) => (country.region === first ? 0 : 1);
  return listed.sort((a, b) => rank(a) - rank(b) || alphabet.compare(a.name, b.name));
}

/** The countries that answer to what was typed, the best first; all of them while it is empty. */
export function findCountries(listed: readonly ListedCountry[], typed: string): ListedCountry[] {
  const wanted = fold(typed);
  if (!wanted) return [...listed];
  const code = /^(?:\+|00)?\s*(\d{1,4})$/.exec(wanted)?.[1];
  const match = code
    ? (country: ListedCountry) => matchCode(country, code)
    : (country: ListedCountry) => matchName(country, wanted);
  return listed
    .map((country) => ({ country, match: match(country) }))
    .filter((found) => found.match !== Match.Not)
    .sort((a, b) => a.match - b.match)
    .map((found) => found.country);
}

/** Small letters without marks: `Österreich` and `osterreich` are the same to a search. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[đðıłøßæœ’ʼ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

function matchCode(country: ListedCountry, code: string): Match {
  const own = String(country.callingCode);
  if (own === code) return MEANT_BY_CODE.has(country.region) ? Match.Exactly : Match.Begins;
  return own.startsWith(code) ? Match.Contains : Match.Not;
}

function matchName(country: ListedCountry, wanted: string): Match {
  if (country.region.toLowerCase() === wanted) return Match.Exactly;
  const [here = "", ...elsewhere] = country.foundBy;
  if (here.startsWith(wanted)) return Match.Begins;
  if (elsewhere.some((name) => name.startsWith(wanted))) return Match.BeginsElsewhere;
  if (country.foundBy.some((name) => wordBegins(name, wanted))) return Match.WordBegins;
  return country.foundBy.some((name) => name.includes(wanted)) ? Match.Contains : Match.Not;
}

function wordBegins(name: string, wanted: string): boolean {
  return name.split(/[\s\-('&]+/).some((word) => word.startsWith(wanted));
}

function languagesOf(region: Region): string[] {
  const likeliest = new Intl.Locale(`und-${region}`).maximize().language;
  return [likeliest, ...(ALSO_SPOKEN[region] ?? [])];
}

const namers = new Map<string, Intl.DisplayNames>();

function namesIn(language: string, style: "long" | "short" = "long"): (region: Region) => string {
  const key = `${language} ${style}`;
  const namer = namers.get(key) ?? new Intl.DisplayNames(language, { type: "region", style });
  namers.set(key, namer);
  return (region) => namer.of(region) ?? region;
}
