/**
 * The window's clock. In practice it can differ from the computer's, so all code reads the time
 * here. A test finds code that reads the computer's clock directly.
 */

let ahead = $state(0);

/** The window's time. Components that read it update when the time is moved. */
export function now(): Date {
  return new Date(Date.now() + ahead);
}

/** Milliseconds by which the window's time is ahead of the computer's. Always 0 in live mode. */
export function timeAhead(): number {
  return ahead;
}

/** Sets the distance that Rust reports, in milliseconds. */
export function setTimeAhead(milliseconds: number): void {
  ahead = milliseconds;
}

/**
 * The computer's time in milliseconds. Countdowns use it, because moving practice's time must not
 * change them.
 */
export function computerTime(): number {
  return Date.now();
}
