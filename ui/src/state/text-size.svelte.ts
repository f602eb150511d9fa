import type { Failure, TextSize } from "../bindings";
import { presenter } from "../features/presenter/presenter.svelte";
import { Mutation } from "./mutation.svelte";
import { session } from "./session.svelte";

/** The text sizes in percent. */
export const textSizes = [100, 125, 150, 175, 200, 300, 400] as const satisfies TextSize[];

/** The next larger or smaller size; the same size at either end. */
export function stepFrom(size: TextSize, direction: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(size) + direction] ?? size;
}

/** Changes the text size by keyboard and menu. */
class TextSizeControl {
  #saving = new Mutation();
  #wanted: TextSize = textSizes[0];

  /** Why the last change could not be saved; `null` if it was. */
  get failure(): Failure | null {
    return this.#saving.failure;
  }

  step(direction: 1 | -1): void {
    this.#choose(stepFrom(this.#current, direction));
  }

  /** Sets 100 %. */
  reset(): void {
    this.#choose(textSizes[0]);
  }

  /** Repeats a change that could not be saved. */
  again(): void {
    this.#choose(this.#wanted);
  }

  /** Presenter view has a separate size, so that the person's setting does not change. */
  get #current(): TextSize {
    return presenter.on ? presenter.textSize : session.settings.textSize;
  }

  #choose(textSize: TextSize): void {
    this.#wanted = textSize;
    if (textSize === this.#current && !this.failure) return;
    if (presenter.on) void presenter.resize(textSize);
    else void this.#saving.run(() => session.change({ textSize }));
  }
}

/** The window's single instance. */
export const textSize = new TextSizeControl();
