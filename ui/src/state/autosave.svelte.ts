import type { Failure } from "../bindings";
import { Mutation } from "./mutation.svelte";

/**
 * Saves a value on every change. Writes never overlap: while one is running, only the newest value
 * waits. There is no timer, so closing the window or a crash loses at most the write in progress.
 */
export class Autosave<T> {
  readonly #write: (value: T) => Promise<unknown>;
  readonly #writing = new Mutation();
  #running: Promise<boolean> | null = null;
  #saved: string;
  #newest: T;

  /** `saved` is the value that is already stored. */
  constructor(saved: T, write: (value: T) => Promise<unknown>) {
    this.#write = write;
    this.#saved = JSON.stringify(saved);
    this.#newest = saved;
  }

  /** Why the last write failed; `null` if it did not. */
  get failure(): Failure | null {
    return this.#writing.failure;
  }

  /** Saves a changed value. */
  keep(value: T): void {
    this.#newest = value;
    void this.again();
  }

  /**
   * Writes the newest value until it is stored, or repeats a failed write. Resolves to whether the
   * newest value is stored.
   */
  again(): Promise<boolean> {
    this.#running ??= Promise.resolve().then(() => this.#writeAll());
    return this.#running;
  }

  async #writeAll(): Promise<boolean> {
    let wanted = JSON.stringify(this.#newest);
    let isSaved = true;
    while (isSaved && wanted !== this.#saved) {
      const value = this.#newest;
      isSaved = await this.#writing.run(() => this.#write(value));
      if (isSaved) this.#saved = wanted;
      wanted = JSON.stringify(this.#newest);
    }
    this.#running = null;
    return isSaved;
  }
}
