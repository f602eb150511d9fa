/** Finds the days and the distances from now whose text contains a word. */

import type { Period } from "../../bindings";
import { fold } from "../../i18n/fold";
import { relative } from "../../i18n/format.svelte";
import { currentLocale } from "../../i18n/index.svelte";

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
  const found = [];
  for (let year = first; year <= last; year += 1)
    found.push(...daysOf(year).filter(({ text }) => text.includes(word)));
  return joined(found);
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
  readonly days = new Map<number, DateText[]>();
  readonly distances = new Map<number, string>();
  readonly months = Array.from({ length: 12 }, (_, month) => textOfMonth(month));
}

let texts: Texts | undefined;

function textsOfLocale(): Texts {
  if (texts?.locale !== currentLocale()) texts = new Texts();
  return texts;
}

/** How each format writes a day of a month, with `{d}`, `{dd}` and `{y}` for the day and the year. */
function textOfMonth(month: number): string {
  const fifth = Date.UTC(2025, month, 5);
  const written = FORMATS.map((options) =>
    new Intl.DateTimeFormat(currentLocale(), { ...options, timeZone: "UTC" })
      .formatToParts(fifth)
      .map(({ type, value }) => {
        if (type === "day") return value.length === 1 ? "{d}" : "{dd}";
        return type === "year" ? "{y}" : value;
      })
      .join(""),
  );
  const iso = `{y}-${String(month + 1).padStart(2, "0")}-{dd}`;
  return fold([...written, iso].join("\n"));
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
  const made: DateText[] = [];
  for (const [unit, least, most] of [
    [DAY, DAY, Number.POSITIVE_INFINITY],
    [HOUR, HOUR, DAY],
    [MINUTE, MINUTE, HOUR],
  ] as const) {
    const first = Math.round(Math.max(earliest, -most) / unit);
    const last = Math.round(Math.min(latest, most) / unit);
    for (let count = first; count <= last; count += 1) {
      if (count === 0) continue;
      const [from, until] = [(count - 0.5) * unit, (count + 0.5) * unit];
      const text = textOfDistance(count * unit);
      made.push(
        count < 0
          ? { text, from: Math.max(from, -most), until: Math.min(until, -least) }
          : { text, from: Math.max(from, least), until: Math.min(until, most) },
      );
    }
  }
  return [...made, { text: textOfDistance(0), from: -MINUTE, until: MINUTE }];
}

function textOfDistance(milliseconds: number): string {
  const { distances } = textsOfLocale();
  const made =
    distances.get(milliseconds) ??
    fold(relative(new Date(milliseconds).toISOString(), new Date(0)));
  distances.set(milliseconds, made);
  return made;
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
