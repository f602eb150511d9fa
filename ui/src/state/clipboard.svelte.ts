/** Whether a secret lies on the clipboard, and for how long still. Rust says it; here it is counted. */

import type { ClipboardState, CopiedWhat } from "../bindings";
import { computerTime } from "./clock.svelte";

const SECOND = 1_000;
const EMPTIED_SHOWN_FOR = 3_000;

class Clipboard {
  #holds: CopiedWhat | null = $state(null);
  #secondsLeft = $state(0);
  #justEmptied = $state(false);
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** What lies there. */
  get holds(): CopiedWhat | null {
    return this.#holds;
  }

  /** Seconds until it is taken off. */
  get secondsLeft(): number {
    return this.#secondsLeft;
  }

  /** It was taken off a moment ago. */
  get justEmptied(): boolean {
    return this.#justEmptied;
  }

  /** Takes the news from Rust. */
  hear(news: ClipboardState): void {
    clearInterval(this.#timer);
    if (news.state === "holds") this.#hold(news.what, news.seconds);
    else this.#letGo();
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

  #letGo(): void {
    const held = this.#holds !== null;
    this.#holds = null;
    this.#justEmptied = held;
    this.#timer = setInterval(() => {
      clearInterval(this.#timer);
      this.#justEmptied = false;
    }, EMPTIED_SHOWN_FOR);
  }
}

/** The one clipboard. */
export const clipboard = new Clipboard();
