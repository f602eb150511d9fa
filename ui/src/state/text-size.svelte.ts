/** The text size by keyboard and menu: a step larger, a step smaller, as usual. */

import type { Failure, TextSize } from "../bindings";
import { presenter } from "../features/presenter/presenter.svelte";
import { Attempt } from "./mutation.svelte";
import { session } from "./session.svelte";

/** The steps, in percent of the usual size. */
export const textSizes = [100, 125, 150, 175, 200, 300, 400] as const satisfies TextSize[];

/** The step above or below; at either end, the same. */
export function stepFrom(size: TextSize, direction: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(size) + direction] ?? size;
}

class TextSizeKeys {
  #attempt = new Attempt();
  #wanted: TextSize = textSizes[0];

  /** Why the last change could not be kept. */
  get failure(): Failure | null {
    return this.#attempt.failure;
  }

  /** A step larger or smaller. */
  step(direction: 1 | -1): void {
    this.#choose(stepFrom(this.#now, direction));
  }

  /** As large as usual. */
  reset(): void {
    this.#choose(textSizes[0]);
  }

  /** Tries once more what could not be kept. */
  again(): void {
    this.#choose(this.#wanted);
  }

  /** Presenter view has a size of its own, so that the person's stays what it is. */
  get #now(): TextSize {
    return presenter.on ? presenter.textSize : session.settings.textSize;
  }

  #choose(textSize: TextSize): void {
    this.#wanted = textSize;
    if (textSize === this.#now && !this.failure) return;
    if (presenter.on) void presenter.resize(textSize);
    else void this.#attempt.run(() => session.change({ textSize }));
  }
}

/** The one text size of the window, as the keys change it. */
export const textSize = new TextSizeKeys();
