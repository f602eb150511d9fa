/** A question to Rust that a page shows the answer of: on its way, answered, or failed. */

import type { Failure } from "../bindings";
import { isFailure } from "../ipc";

type State<T> =
  | { kind: "waiting" }
  | { kind: "answered"; value: T }
  | { kind: "failed"; failure: Failure };

export class Asking<T> {
  #state: State<T> = $state.raw({ kind: "waiting" });
  readonly #ask: () => Promise<T>;

  /** Asks at once. */
  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
    void this.#run();
  }

  /** How far it is. */
  get state(): State<T> {
    return this.#state;
  }

  /** Asks once more; the old answer stays until the new one is there. */
  async again(): Promise<void> {
    if (this.#state.kind === "failed") this.#state = { kind: "waiting" };
    await this.#run();
  }

  async #run(): Promise<void> {
    try {
      this.#state = { kind: "answered", value: await this.#ask() };
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      this.#state = { kind: "failed", failure: thrown };
    }
  }
}
