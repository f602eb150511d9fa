/** Formats dates, numbers and names for the chosen language. */

import { now } from "../state/clock.svelte";
import { currentLocale } from "./index.svelte";

const DAY = 86_400;
const HOUR = 3_600;
const MINUTE = 60;

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

const MAX_DAYS = 60;
const MAX_MONTHS = 24;

/** `27 August 2025`, in this computer's time zone. `moment` is RFC 3339. */
export function date(moment: string): string {
  return written(new Intl.DateTimeFormat(currentLocale(), { dateStyle: "long" }), moment);
}

/** `27 Aug 2025`, for columns. */
export function shortDate(moment: string): string {
  return written(new Intl.DateTimeFormat(currentLocale(), { dateStyle: "medium" }), moment);
}

/** `November 2026`, from `2026-11`. */
export function month(text: string): string {
  const format = new Intl.DateTimeFormat(currentLocale(), {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return written(format, `${text}-01T00:00:00Z`);
}

/** `November`, from 11. */
export function monthName(number: number): string {
  const format = new Intl.DateTimeFormat(currentLocale(), { month: "long", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(2026, number - 1, 1)));
}

/** `08:03`. */
export function time(moment: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { timeStyle: "short" }).format(new Date(moment));
}

/** `27 August 2025 at 08:03`. */
export function dateTime(moment: string): string {
  return new Intl.DateTimeFormat(currentLocale(), {
    dateStyle: "long",
    timeStyle: "short",
  }).format(new Date(moment));
}

/** `in 12 days`, `yesterday`, `5 minutes ago`: in the largest unit that fits. */
export function relative(moment: string, since: Date = now()): string {
  const seconds = Math.round((Date.parse(moment) - since.getTime()) / 1000);
  const size = Math.abs(seconds);
  const format = relativeFormat(currentLocale());
  if (size >= DAY) return joined(format.format(Math.round(seconds / DAY), "day"));
  if (size >= HOUR) return joined(format.format(Math.round(seconds / HOUR), "hour"));
  if (size >= MINUTE) return joined(format.format(Math.round(seconds / MINUTE), "minute"));
  return format.format(0, "second");
}

/** `40 days`, `13 months`, `3 years`: the distance from one moment to a later one. */
export function span(from: Date, to: Date): string {
  const days = Math.round((to.getTime() - from.getTime()) / (DAY * 1000));
  const months = monthsBetween(from, to);
  if (days < MAX_DAYS) return inUnits(days, "day");
  return months < MAX_MONTHS ? inUnits(months, "month") : inUnits(Math.floor(months / 12), "year");
}

/** `1,250` or `1 250`. */
export function number(value: number): string {
  return new Intl.NumberFormat(currentLocale()).format(value);
}

/** `125%` or `125 %`. */
export function percent(value: number): string {
  const format = new Intl.NumberFormat(currentLocale(), { style: "percent" });
  return format.format(value / 100);
}

/** `59:03`: minutes and seconds of a countdown, the same in every language. */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / MINUTE)}:${String(whole % MINUTE).padStart(2, "0")}`;
}

/** A country's name by its ISO 3166-1 code; the code itself if the system has no name for it. */
export function countryName(region: string): string {
  try {
    return new Intl.DisplayNames(currentLocale(), { type: "region" }).of(region) ?? region;
  } catch {
    return region;
  }
}

/** `Hanse Textil, Nordlicht`: a list without "and". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(currentLocale(), { style: "short", type: "unit" }).format(names);
}

/** `NIP, REGON or KRS`: a list with "or". */
export function oneOf(names: readonly string[]): string {
  return new Intl.ListFormat(currentLocale(), { type: "disjunction" }).format(names);
}

/** `3.4 GB`, `120 kB`: the size of files. */
export function fileSize(bytes: number): string {
  const units = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(bytes + 1) / 3) - 1));
  const format = { style: "unit", unit: units[power], maximumSignificantDigits: 3 } as const;
  return joined(new Intl.NumberFormat(currentLocale(), format).format(bytes / 1000 ** (power + 1)));
}

/** Compares two texts by the language's alphabet, for `sort`. */
export function inOrder(left: string, right: string): number {
  return left.localeCompare(right, currentLocale());
}

/** `2 hours`, `40 days`. */
export function inUnits(count: number, unit: "minute" | "hour" | "day" | "month" | "year"): string {
  const format = { style: "unit", unit, unitDisplay: "long" } as const;
  return joined(new Intl.NumberFormat(currentLocale(), format).format(count));
}

/** A long list and its search write many distances, and making a format is slow. */
function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const format =
    relativeFormats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  relativeFormats.set(locale, format);
  return format;
}

/** Keeps a number and its unit on one line. */
function joined(text: string): string {
  return text.replace(/(\d) (?=\p{L})/gu, "$1\u00a0");
}

/** Whole calendar months. */
function monthsBetween(from: Date, to: Date): number {
  const years = to.getFullYear() - from.getFullYear();
  const months = years * 12 + to.getMonth() - from.getMonth();
  return to.getDate() < from.getDate() ? months - 1 : months;
}

// Ukrainian ends a date with an abbreviation (`2026 р.`). Its full stop would collide with the one of the
// sentence, so the abbreviation is removed. Other languages need what they end a date with.
function written(format: Intl.DateTimeFormat, moment: string): string {
  const parts = format.formatToParts(new Date(moment));
  if (currentLocale().startsWith("uk") && parts.at(-1)?.type === "literal") parts.pop();
  return parts.map(({ value }) => value).join("");
}
