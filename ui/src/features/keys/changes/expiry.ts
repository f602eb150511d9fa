/** Dates that the person reads beside a key at Nova Post and types here. */

/** Parts of a date as they were typed. The month is `1` to `12`, or empty. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

/** Why a typed date is not accepted: a part is missing, it does not exist, or it is a hundred years away. */
export type DateProblem = "incomplete" | "none" | "far";

/** Why the end of a key is not accepted. `early`: it is before the key's creation. */
export type ExpiryProblem = DateProblem | "early";

/** Nothing typed. */
export const NO_DATE: TypedDate = { day: "", month: "", year: "" };

const MAX_YEARS = 100;

/**
 * The last second of the typed day in this computer's time zone, as RFC 3339: the key works on that day. `null` if
 * nothing was typed, or the problem with it.
 */
export function endOf(typed: TypedDate, now: Date): { end: string | null } | DateProblem {
  const parts = [typed.day, typed.month, typed.year].map((part) => part.trim());
  if (parts.every((part) => part === "")) return { end: null };
  if (parts.some((part) => part === "")) return "incomplete";
  const [day, month, year] = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : 0)) as [
    number,
    number,
    number,
  ];
  const end = new Date(now);
  end.setFullYear(year, month - 1, day);
  end.setHours(23, 59, 59, 0);
  const exists = day > 0 && end.getMonth() === month - 1 && end.getDate() === day;
  if (!exists) return "none";
  if (Math.abs(year - now.getFullYear()) > MAX_YEARS) return "far";
  return { end: end.toISOString() };
}

/** The first moment of the typed day. `null` if nothing was typed, or the problem with it. */
export function startOf(typed: TypedDate, now: Date): { start: string | null } | DateProblem {
  const read = endOf(typed, now);
  if (typeof read === "string") return read;
  if (read.end === null) return { start: null };
  const start = new Date(read.end);
  start.setHours(0, 0, 0, 0);
  return { start: start.toISOString() };
}

/** Whether the person has left the date as it was. */
export function isUnchanged(typed: TypedDate, moment: string | null): boolean {
  const before = typedDate(moment);
  return typed.day === before.day && typed.month === before.month && typed.year === before.year;
}

/** The parts of a date that is known. */
export function typedDate(moment: string | null): TypedDate {
  if (moment === null) return { ...NO_DATE };
  const date = new Date(moment);
  return {
    day: String(date.getDate()),
    month: String(date.getMonth() + 1),
    year: String(date.getFullYear()),
  };
}

/** This day in a year. */
export function inOneYear(now: Date): TypedDate {
  const then = new Date(now);
  then.setFullYear(then.getFullYear() + 1);
  return typedDate(then.toISOString());
}
