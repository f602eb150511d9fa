/** A date that practice is to go to, as the person chose it. */

/** A day of the calendar; the month counts from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** What is wrong with it. */
export type DateProblem = "none" | "past" | "far";

/** How many years practice can be ahead of the computer. */
export const MOST_YEARS = 20;

/**
 * The moment on this day at the time of day that practice shows, or what is wrong with it. Time goes
 * forward only: `shown` is practice's, `computer` the computer's.
 */
export function momentOn({ year, month, day }: Day, shown: Date, computer: Date) {
  const moment = new Date(shown);
  moment.setFullYear(year, month - 1, day);
  const exists = day > 0 && moment.getMonth() === month - 1 && moment.getDate() === day;
  if (!exists) return "none" satisfies DateProblem;
  if (moment <= shown) return "past" satisfies DateProblem;
  return moment > yearsOn(computer) ? ("far" satisfies DateProblem) : moment;
}

/** The first day that it can go to. */
export function firstDay(shown: Date): Day {
  const first = new Date(shown);
  first.setDate(first.getDate() + 1);
  return { year: first.getFullYear(), month: first.getMonth() + 1, day: first.getDate() };
}

/** The years that it can go to. */
export function yearsAhead(shown: Date, computer: Date): number[] {
  const first = firstDay(shown).year;
  const last = yearsOn(computer).getFullYear();
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function yearsOn(from: Date): Date {
  const then = new Date(from);
  then.setFullYear(then.getFullYear() + MOST_YEARS);
  return then;
}
