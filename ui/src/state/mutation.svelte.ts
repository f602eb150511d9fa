import type { Failure } from "../bindings";
import { isFailure } from "../ipc";

/** A command that the person started: whether it is running, and why it failed. */
export class Mutation {
  #busy = $state(false);
  #failure: Failure | null = $state.raw(null);

  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last run failed; `null` if it did not. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Runs the work and resolves to whether it succeeded. Rethrows errors that are no `Failure`. */
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

  /** Stores the failure of work that ran elsewhere. Rethrows errors that are no `Failure`. */
  failWith(thrown: unknown): void {
    if (!isFailure(thrown)) throw thrown;
    this.#failure = thrown;
  }

  /** Removes the failure. */
  forget(): void {
    this.#failure = null;
  }
}
