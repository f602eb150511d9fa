/** Takes the steps of a replacement, and says why one was not taken. */

import type { Failure, Replacement, ReplacementRefusal, ReplacementStep } from "../../bindings";
import { Mutation } from "../../state/mutation.svelte";
import type { Operation } from "../failure/details";

type Answer = ReplacementStep | Replacement | null | undefined;

export class ReplaceSteps {
  readonly #onchange: () => Promise<void>;
  readonly #saving = new Mutation();
  #refused = $state.raw<ReplacementRefusal | null>(null);
  #last = $state.raw<{ during: Operation; work: () => Promise<Answer> } | null>(null);

  /** `onchange` loads the replacement again. */
  constructor(onchange: () => Promise<void>) {
    this.#onchange = onchange;
  }

  /** Whether a step is being taken. */
  get busy(): boolean {
    return this.#saving.busy;
  }

  /** Why the last step is not possible now. */
  get refused(): ReplacementRefusal | null {
    return this.#refused;
  }

  /** Why the last step failed, and the command. */
  get failed(): { failure: Failure; during: Operation } | null {
    const { failure } = this.#saving;
    return failure && this.#last ? { failure, during: this.#last.during } : null;
  }

  /** Takes a step. Resolves to whether it was taken. */
  async take(during: Operation, work: () => Promise<Answer>): Promise<boolean> {
    this.#last = { during, work };
    this.#refused = null;
    let refused: ReplacementRefusal | null = null;
    const isAnswered = await this.#saving.run(async () => {
      const answer = await work();
      if (answer && "is" in answer && answer.is === "refused") refused = answer.why;
    });
    this.#refused = refused;
    // A refusal may come from a change that this page does not show yet.
    if (isAnswered) await this.#onchange();
    return isAnswered && refused === null;
  }

  /** After a failure: takes the last step again, or loads the replacement if it is no longer there. */
  async again(): Promise<void> {
    const failure = this.#saving.failure;
    if (failure?.code === "not_found" || !this.#last) {
      this.#saving.forget();
      await this.#onchange();
    } else {
      await this.take(this.#last.during, this.#last.work);
    }
  }
}
