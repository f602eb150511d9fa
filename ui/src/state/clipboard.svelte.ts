import type { ClipboardState, CopiedWhat } from "../bindings";
import { computerTime } from "./clock.svelte";

const SECOND = 1_000;
const CLEARED_SHOWN_FOR = 3_000;

/** The secret on the clipboard. Rust sends its state; the seconds are counted down here. */
class Clipboard {
  #holds: CopiedWhat | null = $state(null);
  #secondsLeft = $state(0);
  #justEmptied = $state(false);
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** What was copied; `null` if no secret is on the clipboard. */
  get holds(): CopiedWhat | null {
    return this.#holds;
  }

  /** Whole seconds until Rust clears the clipboard. */
  get secondsLeft(): number {
    return this.#secondsLeft;
  }

  /** Whether the clipboard was cleared within the last three seconds. */
  get justEmptied(): boolean {
    return this.#justEmptied;
  }

  /** Takes over the state that Rust has sent. */
  update(state: ClipboardState): void {
    clearInterval(this.#timer);
    if (state.state === "holds") this.#hold(state.what, state.seconds);
    else this.#clear();
  }

  #hold(what: CopiedWhat, seconds: number): void {
    this.#holds = what;
    this.#justEmptied = false;
    this.#endsAt = computerTime() + seconds * SECOND;
    this.#secondsLeft = seconds;
    this.#timer = setInterval(() => this.#count(), SECOND / 4);
  }

  #count(): void {
    this.#secondsLeft = Math.max(0, Math.ceil((this.#endsAt - computerTime()) / SECOND));
  }

  #clear(): void {
    const held = this.#holds !== null;
    this.#holds = null;
    this.#justEmptied = held;
    this.#timer = setInterval(() => {
      clearInterval(this.#timer);
      this.#justEmptied = false;
    }, CLEARED_SHOWN_FOR);
  }
}

/** The window's single instance. */
export const clipboard = new Clipboard();
