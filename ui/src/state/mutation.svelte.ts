/** Something that the person started and that may fail: it is under way, or has failed, or neither. */

import type { Failure } from "../bindings";
import { isFailure } from "../ipc";

export class Attempt {
  #busy = $state(false);
  #failure: Failure | null = $state.raw(null);

  /** It is under way. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last one did not succeed. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Does it. Says whether it succeeded; a mistake of ours is thrown on. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    this.#busy = true;
    this.#failure = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.failWith(thrown);
      return false;
    } finally {
      this.#busy = false;
    }
  }

  /** Takes the failure of something that was done elsewhere. */
  failWith(thrown: unknown): void {
    if (!isFailure(thrown)) throw thrown;
    this.#failure = thrown;
  }

  /** Puts the failure away. */
  forget(): void {
    this.#failure = null;
  }
}
