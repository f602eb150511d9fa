/** A day of the calendar. The month counts from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** Why practice can't move to a day: it does not exist, is not in the future, or is too far away. */
export type DateProblem = "none" | "past" | "far";

/** How many years practice can be ahead of the computer. */
export const MAX_YEARS = 20;

/**
 * This day at practice's time of day, or the problem with it. `shown` is practice's time, `computer`
 * the computer's.
 */
export function momentOn({ year, month, day }: Day, shown: Date, computer: Date) {
  const moment = new Date(shown);
  moment.setFullYear(year, month - 1, day);
  const exists = day > 0 && moment.getMonth() === month - 1 && moment.getDate() === day;
  if (!exists) return "none" satisfies DateProblem;
  if (moment <= shown) return "past" satisfies DateProblem;
  return moment > maxDate(computer) ? ("far" satisfies DateProblem) : moment;
}

/** The first day that practice can move to. */
export function firstDay(shown: Date): Day {
  const first = new Date(shown);
  first.setDate(first.getDate() + 1);
  return { year: first.getFullYear(), month: first.getMonth() + 1, day: first.getDate() };
}

/** The years that practice can move to. */
export function yearsAhead(shown: Date, computer: Date): number[] {
  const first = firstDay(shown).year;
  const last = maxDate(computer).getFullYear();
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function maxDate(from: Date): Date {
  const then = new Date(from);
  then.setFullYear(then.getFullYear() + MAX_YEARS);
  return then;
}
