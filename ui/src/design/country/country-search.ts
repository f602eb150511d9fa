/** Searches countries by their name in one of several languages, or by calling code. */

import type { Country, Region } from "../../bindings";
import { fold } from "../../i18n/fold";

/** A country with the names that the list shows and searches. */
export interface ListedCountry extends Country {
  /** The name in the window's language. */
  name: string;
  /** All its names, folded, with the one in the window's language first. */
  searchNames: string[];
}

/** How well a country matches the search. Lower is better. */
enum Match {
  Exactly,
  Begins,
  BeginsElsewhere,
  WordBegins,
  Contains,
  Not,
}

// The main country of each shared calling code.
const MAIN_OF_CODE: ReadonlySet<Region> = new Set(["AU", "FI", "GB", "IT", "MA", "NO", "RU", "US"]);

// Languages that are always searched, independent of the window's language.
const ALWAYS_SEARCHED = ["en", "uk", "de"];

// Languages of a country besides the likeliest one, which Intl knows.
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

/** Sorts the countries by name in `language` (BCP 47), with `first` at the top. */
export function listCountries(
  countries: readonly Country[],
  language: string,
  first: Region | null,
): ListedCountry[] {
  const collator = new Intl.Collator(language);
  const here = namesIn(language);
  const listed = countries.map((country) => {
    const name = here(country.region);
    const elsewhere = [...ALWAYS_SEARCHED, ...languagesOf(country.region)].map((spoken) =>
      namesIn(spoken)(country.region),
    );
    const short = namesIn("en", "short")(country.region);
    return { ...country, name, searchNames: [...new Set([name, ...elsewhere, short].map(fold))] };
  });
  const rank = (country: Country) => (country.region === first ? 0 : 1);
  return listed.sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name));
}

/** The countries that match the typed text, the best first; all of them if it is empty. */
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

function matchCode(country: ListedCountry, code: string): Match {
  const own = String(country.callingCode);
  if (own === code) return MAIN_OF_CODE.has(country.region) ? Match.Exactly : Match.Begins;
  return own.startsWith(code) ? Match.Contains : Match.Not;
}

function matchName(country: ListedCountry, wanted: string): Match {
  if (country.region.toLowerCase() === wanted) return Match.Exactly;
  const [here = "", ...elsewhere] = country.searchNames;
  if (here.startsWith(wanted)) return Match.Begins;
  if (elsewhere.some((name) => name.startsWith(wanted))) return Match.BeginsElsewhere;
  if (country.searchNames.some((name) => wordBegins(name, wanted))) return Match.WordBegins;
  return country.searchNames.some((name) => name.includes(wanted)) ? Match.Contains : Match.Not;
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
