/** Saves what the person does in a case, and says why it was not saved. */

import type { Failure, Leak } from "../../bindings";
import { Mutation } from "../../state/mutation.svelte";
import type { Operation } from "../failure/details";

export class LeakWork {
  readonly #onchange: () => Promise<void>;
  readonly #saving = new Mutation();
  #last = $state.raw<{ during: Operation; work: () => Promise<Leak> } | null>(null);

  /** `onchange` loads the case again. */
  constructor(onchange: () => Promise<void>) {
    this.#onchange = onchange;
  }

  /** Whether something is being saved. */
  get busy(): boolean {
    return this.#saving.busy;
  }

  /** Why the last change was not saved, and the command. */
  get failed(): { failure: Failure; during: Operation } | null {
    const { failure } = this.#saving;
    return failure && this.#last ? { failure, during: this.#last.during } : null;
  }

  /** Saves a change. Resolves to whether it was saved. */
  async save(during: Operation, work: () => Promise<Leak>): Promise<boolean> {
    this.#last = { during, work };
    const isSaved = await this.#saving.run(async () => {
      await work();
    });
    if (isSaved) await this.#onchange();
    return isSaved;
  }

  /** After a failure: saves the change again, or loads the case if it is no longer open. */
  async again(): Promise<void> {
    if (this.#saving.failure?.code === "not_found" || !this.#last) {
      this.#saving.forget();
      await this.#onchange();
    } else {
      await this.save(this.#last.during, this.#last.work);
    }
  }
}
