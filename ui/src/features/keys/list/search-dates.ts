/** Finds the days and the distances from now whose text contains a word. */

import type { Period } from "../../../bindings";
import { fold } from "../../../i18n/fold";
import { relative } from "../../../i18n/format.svelte";
import { currentLocale } from "../../../i18n/index.svelte";

/** Milliseconds: since 1970 for days, from now for distances. */
interface Span {
  from: number;
  until: number;
}

/** A folded text and when the list shows it. */
interface DateText extends Span {
  text: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Years around now in which dates are always found, also those of a key that was just added. */
const YEARS_AROUND = 3;

/** How the app writes days, and how people type them: `27 Aug 2025`, `27 August 2025`, `27/08/2025`, `August`. */
const FORMATS: Intl.DateTimeFormatOptions[] = [
  { dateStyle: "medium" },
  { dateStyle: "long" },
  { year: "numeric", month: "2-digit", day: "2-digit" },
  { month: "long" },
];

/** The days whose text in this language, or in ISO 8601, contains the folded word. `dates`: where to look. */
export function daysWith(word: string, dates: Period | null, now: Date): Period[] {
  const [first, last] = yearsOf(dates, now);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return joined(years.flatMap(daysOf).filter(({ text }) => text.includes(word)));
}

/**
 * The moments whose distance from now, as `relative` writes it, contains the folded word. `earliest` and
 * `latest`: where to look, in milliseconds from now.
 */
export function distancesWith(word: string, earliest: number, latest: number, now: Date): Period[] {
  const found = distances(earliest, latest).filter(({ text }) => text.includes(word));
  const moments = found.map(({ from, until }) => ({
    from: now.getTime() + Math.max(from, earliest),
    until: now.getTime() + Math.min(until, latest),
  }));
  return joined(moments.filter(({ from, until }) => from < until));
}

/** Milliseconds from now to the earliest date. */
export function earliestFrom(dates: Period | null, now: Date): number {
  const [first] = yearsOf(dates, now);
  return new Date(first, 0, 1).getTime() - now.getTime();
}

function yearsOf(dates: Period | null, now: Date): [number, number] {
  const around = [now.getFullYear() - YEARS_AROUND, now.getFullYear() + YEARS_AROUND];
  const known = dates ? [dates.from, dates.until].map((at) => new Date(at).getFullYear()) : [];
  return [Math.min(...around, ...known), Math.max(...around, ...known)];
}

/** The texts of one locale. They are made once, because a search begins with each letter that is typed. */
class Texts {
  readonly locale = currentLocale();
  readonly months = textsOfMonths();
  readonly days = new Map<number, DateText[]>();
  readonly distances = new Map<string, DateText[]>();
}

let texts: Texts | undefined;

function textsOfLocale(): Texts {
  if (texts?.locale !== currentLocale()) texts = new Texts();
  return texts;
}

/** How the formats write a day of each month, with `{d}`, `{dd}` and `{y}` for the day and the year. */
function textsOfMonths(): string[] {
  const formats = FORMATS.map(
    (options) => new Intl.DateTimeFormat(currentLocale(), { ...options, timeZone: "UTC" }),
  );
  return Array.from({ length: 12 }, (_, month) => {
    const written = formats.map((format) => pattern(format, Date.UTC(2025, month, 5)));
    const iso = `{y}-${String(month + 1).padStart(2, "0")}-{dd}`;
    return fold([...written, iso].join("\n"));
  });
}

function pattern(format: Intl.DateTimeFormat, fifth: number): string {
  const parts = format.formatToParts(fifth).map(({ type, value }) => {
    if (type === "day") return value.length === 1 ? "{d}" : "{dd}";
    return type === "year" ? "{y}" : value;
  });
  return parts.join("");
}

function daysOf(year: number): DateText[] {
  const { days, months } = textsOfLocale();
  let made = days.get(year);
  if (!made) {
    made = [];
    let day = new Date(year, 0, 1);
    while (day.getFullYear() === year) {
      const next = new Date(year, day.getMonth(), day.getDate() + 1);
      const text = (months[day.getMonth()] ?? "")
        .replaceAll("{d}", String(day.getDate()))
        .replaceAll("{dd}", String(day.getDate()).padStart(2, "0"))
        .replaceAll("{y}", String(year));
      made.push({ text, from: day.getTime(), until: next.getTime() });
      day = next;
    }
    days.set(year, made);
  }
  return made;
}

/** Each distance in whole days, hours and minutes, with the moments that round to it. */
function distances(earliest: number, latest: number): DateText[] {
  const [firstDay, lastDay] = [Math.floor(earliest / DAY), Math.ceil(latest / DAY)];
  const { distances } = textsOfLocale();
  const made = distances.get(`${firstDay} ${lastDay}`) ?? [
    ...inUnits(DAY, firstDay, lastDay, Number.POSITIVE_INFINITY),
    ...inUnits(HOUR, -24, 24, DAY),
    ...inUnits(MINUTE, -60, 60, HOUR),
    { text: distance(0), from: -MINUTE, until: MINUTE },
  ];
  distances.set(`${firstDay} ${lastDay}`, made);
  return made;
}

/** The distances from `first` to `last` units, without those of `most` milliseconds, which have a larger unit. */
function inUnits(unit: number, first: number, last: number, most: number): DateText[] {
  const counts = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return counts
    .filter((count) => count !== 0)
    .map((count) => {
      const [from, until] = [(count - 0.5) * unit, (count + 0.5) * unit];
      const text = distance(count * unit);
      return count < 0
        ? { text, from: Math.max(from, -most), until: Math.min(until, -unit) }
        : { text, from: Math.max(from, unit), until: Math.min(until, most) };
    });
}

function distance(milliseconds: number): string {
  return fold(relative(new Date(milliseconds).toISOString(), new Date(0)));
}

/** Periods without gaps between neighbours. */
function joined(found: readonly Span[]): Period[] {
  const periods: Span[] = [];
  for (const { from, until } of [...found].sort((left, right) => left.from - right.from)) {
    const last = periods.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else periods.push({ from, until });
  }
  return periods.map(({ from, until }) => ({
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
  }));
}
