/** The runs of all guides and the keys of the register, as a page of the guides shows and changes them. */

import type { Failure, GuideRun, KeyCard } from "../../bindings";
import { call } from "../../ipc";
import { Mutation } from "../../state/mutation.svelte";
import { Query } from "../../state/query.svelte";

/** What a page of the guides knows. */
interface Known {
  runs: GuideRun[];
  keys: KeyCard[];
}

/** A step is ticked or opened again, or an answer in it is kept. */
export interface StepChange {
  run: number;
  step: string;
  done: boolean;
  answer: string | null;
}

export class Runs {
  readonly #asking = new Query<Known>(async () => {
    const [runs, keys] = await Promise.all([call("guide_runs", {}), call("keys", {})]);
    return { runs, keys };
  });
  readonly #keeping = new Mutation();
  readonly #notKept = new Map<string, StepChange>();
  #last: Promise<unknown> = Promise.resolve();

  /** What is known: on its way, there, or not to be read. */
  get state() {
    return this.#asking.state;
  }

  /** Why the last change could not be kept. */
  get failure(): Failure | null {
    return this.#keeping.failure;
  }

  /** Reads everything once more. */
  again(): Promise<void> {
    return this.#asking.again();
  }

  /** Keeps a change, one after the other, and says whether it was kept. */
  keep(change: StepChange): Promise<boolean> {
    const kept = this.#last.then(() => this.#keep(change));
    this.#last = kept;
    return kept;
  }

  /** Tries once more to keep what could not be kept. */
  async keepAgain(): Promise<boolean> {
    let areKept = true;
    for (const change of [...this.#notKept.values()]) {
      areKept = (await this.keep(change)) && areKept;
    }
    return areKept;
  }

  async #keep(change: StepChange): Promise<boolean> {
    const which = `${change.run} ${change.step}`;
    const kept = await this.#keeping.run(() => call("set_guide_step", { ...change }));
    if (!kept) {
      this.#notKept.set(which, change);
      return false;
    }
    this.#notKept.delete(which);
    await this.again();
    return true;
  }
}
