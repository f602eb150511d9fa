const SECOND = 1_000;
const TICKS_PER_SECOND = 4;

/** Seconds left at `now` of `seconds` that started at `since`. `since` and `now` are milliseconds. */
export function remaining(seconds: number, since: number, now: number): number {
  return Math.max(0, seconds - (now - since) / SECOND);
}

/**
 * Counts down by `performance.now()`, which does not change with the computer's clock. It may stop
 * while the computer sleeps; a caller that can correct it calls `start` again.
 */
export class Countdown {
  #seconds = 0;
  #since = 0;
  #left = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Seconds left, with a fraction; 0 at the end. */
  get left(): number {
    return this.#left;
  }

  /** Whole seconds left, rounded up; 0 only at the end. */
  get wholeSeconds(): number {
    return Math.ceil(this.#left);
  }

  /** Starts or restarts the countdown. A component must `stop` it when it is destroyed. */
  start(seconds: number): void {
    this.stop();
    this.#seconds = seconds;
    this.#since = performance.now();
    this.#left = seconds;
    if (seconds > 0) this.#timer = setInterval(() => this.#tick(), SECOND / TICKS_PER_SECOND);
  }

  /** Stops counting. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    this.#left = remaining(this.#seconds, this.#since, performance.now());
    if (this.#left === 0) this.stop();
  }
}
