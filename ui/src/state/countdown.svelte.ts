/** Seconds that run out before the person's eyes. */

const SECOND = 1_000;
const BEATS_A_SECOND = 4;

/** What is left of `seconds` that were counted from `since`, at `now` (both in milliseconds). */
export function remaining(seconds: number, since: number, now: number): number {
  return Math.max(0, seconds - (now - since) / SECOND);
}

/**
 * Counts down by the time since the page was loaded, which nobody can set. That time may stand
 * still while the computer sleeps: who knows better sets it anew.
 */
export class Countdown {
  #seconds = 0;
  #since = 0;
  #left = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Seconds left, with a fraction; 0 when it is over. */
  get left(): number {
    return this.#left;
  }

  /** Whole seconds left: 1 until it is over, then 0. */
  get wholeSeconds(): number {
    return Math.ceil(this.#left);
  }

  /** Counts from here. Ends by itself; whoever starts it must still `stop` it when leaving. */
  start(seconds: number): void {
    this.stop();
    this.#seconds = seconds;
    this.#since = performance.now();
    this.#left = seconds;
    if (seconds > 0) this.#timer = setInterval(() => this.#beat(), SECOND / BEATS_A_SECOND);
  }

  /** Counts no further. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    this.#left = remaining(this.#seconds, this.#since, performance.now());
    if (this.#left === 0) this.stop();
  }
}
