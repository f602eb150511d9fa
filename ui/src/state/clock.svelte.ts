/**
 * What time it is. In practice that can be another time than the computer's, so everybody asks here;
 * a test finds who asks the computer itself.
 */

let ahead = $state(0);

/** What time it is for the window. Whatever is shown by it is shown anew when the time is moved. */
export function now(): Date {
  return new Date(Date.now() + ahead);
}

/** Milliseconds that the window's time is ahead of the computer's; 0 in live, always. */
export function timeAhead(): number {
  return ahead;
}

/** Moves the window's time so far ahead of the computer's. Rust has said so. */
export function setTimeAhead(milliseconds: number): void {
  ahead = milliseconds;
}

/**
 * The computer's own time, in milliseconds, for what runs out before the person's eyes: however far
 * practice moves, half a minute stays half a minute.
 */
export function computerTime(): number {
  return Date.now();
}
