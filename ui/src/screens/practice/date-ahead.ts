/** A date that practice is to go to, as the person chose it. */

/** What is wrong with it. */
export type DateProblem = "missing" | "past" | "far";

/** How many years practice can be ahead of the computer. */
export const MOST_YEARS = 20;

/**
 * The moment on this day of the person's calendar (`2027-12-24`) at the time of day that practice
 * shows, or what is wrong with it. Time goes forward only: `shown` is practice's, `computer` the
 * computer's.
 */
export function momentOn(day: string, shown: Date, computer: Date): Date | DateProblem {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.trim()) ?? [];
  if (year === undefined || month === undefined || date === undefined) return "missing";
  const moment = new Date(shown);
  moment.setFullYear(Number(year), Number(month) - 1, Number(date));
  if (moment.getMonth() !== Number(month) - 1) return "missing";
  if (moment <= shown) return "past";
  return moment > yearsOn(computer, MOST_YEARS) ? "far" : moment;
}

/** The day after what practice shows, and the last day it can go to, for a field of dates. */
export function reach(shown: Date, computer: Date): { first: string; last: string } {
  const first = new Date(shown);
  first.setDate(first.getDate() + 1);
  const last = yearsOn(computer, MOST_YEARS);
  last.setDate(last.getDate() - 1);
  return { first: dayOf(first), last: dayOf(last) };
}

function yearsOn(from: Date, years: number): Date {
  const then = new Date(from);
  then.setFullYear(then.getFullYear() + years);
  return then;
}

function dayOf(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
