import { computerTime } from "../../state/clock.svelte";

const SECOND = 1_000;

/** Seconds before the end at which the person is warned (WCAG 2.2, success criterion 2.2.1). */
const WARNING_SECONDS = 20;

/**
 * Closes a popup after some seconds, unless the person asks it to stay open. It uses the computer's
 * clock, which continues while the computer sleeps, so no secret is visible after waking up.
 */
export class PopupTimeout {
  readonly #seconds: number;
  readonly #end: () => void;
  #left: number;
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Calls `end` once, `seconds` after the last `start`. */
  constructor(seconds: number, end: () => void) {
    this.#seconds = seconds;
    this.#left = $state(seconds);
    this.#end = end;
  }

  /** Whole seconds left. */
  get secondsLeft(): number {
    return this.#left;
  }

  /** Whether the person should be warned that the popup closes soon. */
  get isNear(): boolean {
    return this.#left <= WARNING_SECONDS;
  }

  /** Starts or restarts the timeout. A component must `stop` it when it is destroyed. */
  start(): void {
    this.stop();
    this.#endsAt = computerTime() + this.#seconds * SECOND;
    this.#left = this.#seconds;
    this.#timer = setInterval(() => this.#count(), SECOND / 4);
  }

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
