/** Keeps what is typed while it is typed. */

import type { Failure } from "../bindings";
import { Attempt } from "./mutation.svelte";

/**
 * Writes every change at once, but never two at a time: while one is being written, only the newest
 * waits. So nothing hangs on a timer that a closed window or a crash would take with it.
 */
export class Keeper<T> {
  readonly #write: (value: T) => Promise<unknown>;
  readonly #writing = new Attempt();
  #under: Promise<boolean> | null = null;
  #kept: string;
  #newest: T;

  /** `kept`: what is written already. */
  constructor(kept: T, write: (value: T) => Promise<unknown>) {
    this.#write = write;
    this.#kept = JSON.stringify(kept);
    this.#newest = kept;
  }

  /** Why the last change could not be kept. */
  get failure(): Failure | null {
    return this.#writing.failure;
  }

  /** Something is different. */
  keep(value: T): void {
    this.#newest = value;
    void this.again();
  }

  /** Writes the newest, until nothing newer has come in the meantime. Says whether it is kept. */
  again(): Promise<boolean> {
    this.#under ??= Promise.resolve().then(() => this.#writeAll());
    return this.#under;
  }

  async #writeAll(): Promise<boolean> {
    let wanted = JSON.stringify(this.#newest);
    let isKept = true;
    while (isKept && wanted !== this.#kept) {
      const value = this.#newest;
      isKept = await this.#writing.run(() => this.#write(value));
      if (isKept) this.#kept = wanted;
      wanted = JSON.stringify(this.#newest);
    }
    this.#under = null;
    return isKept;
  }
}
