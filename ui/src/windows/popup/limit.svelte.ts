/** The time after which a small window closes by itself, if the person doesn't ask it to stay. */

import { computerTime } from "../../state/clock.svelte";

const SECOND = 1_000;

/** When the end is near: time enough to hear of it and to press a button (WCAG 2.2, 2.2.1). */
const NEAR = 20;

/**
 * Counts by the computer's clock, which goes on while the computer sleeps: who wakes it sees no
 * secret that was left there.
 */
export class Limit {
  readonly #seconds: number;
  readonly #end: () => void;
  #left: number;
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `end` is called once, when `seconds` are over. */
  constructor(seconds: number, end: () => void) {
    this.#seconds = seconds;
    this.#left = $state(seconds);
    this.#end = end;
  }

  /** Whole seconds that are left. */
  get secondsLeft(): number {
    return this.#left;
  }

  /** Whether the end is near enough to be spoken of. */
  get isNear(): boolean {
    return this.#left <= NEAR;
  }

  /** Begins, or begins anew. Whoever starts it must `stop` it when leaving. */
  start(): void {
    this.stop();
    this.#endsAt = computerTime() + this.#seconds * SECOND;
    this.#left = this.#seconds;
    this.#timer = setInterval(() => this.#count(), SECOND / 4);
  }

  /** Counts no further. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #count(): void {
    this.#left = Math.max(0, Math.ceil((this.#endsAt - computerTime()) / SECOND));
    if (this.#left > 0) return;
    this.stop();
    this.#end();
  }
}
