/** Loads the runs of all guides and their keys, and saves changes of the runs. */

import type { Failure, GuideRun, KeyCard } from "../../bindings";
import { call } from "../../ipc";
import { Mutation } from "../../state/mutation.svelte";
import { Query } from "../../state/query.svelte";

interface Loaded {
  runs: GuideRun[];
  keys: KeyCard[];
}

/** A change of one step: it is completed or reopened, or its answer is saved. */
export interface StepChange {
  run: number;
  step: string;
  done: boolean;
  answer: string | null;
}

export class GuideRuns {
  readonly #query = new Query<Loaded>(async () => {
    const runs = await call("guide_runs", {});
    const ids = runs.flatMap(({ key }) => (key ? [key] : []));
    return { runs, keys: ids.length > 0 ? await call("keys_by_id", { keys: ids }) : [] };
  });
  readonly #saving = new Mutation();
  readonly #unsaved = new Map<string, StepChange>();
  #last: Promise<unknown> = Promise.resolve();

  /** The state of the query for runs and keys. */
  get state() {
    return this.#query.state;
  }

  /** Why the last change was not saved. */
  get failure(): Failure | null {
    return this.#saving.failure;
  }

  /** Loads runs and keys again. */
  again(): Promise<void> {
    return this.#query.again();
  }

  /** Saves a change after all earlier ones. Returns whether it was saved. */
  save(change: StepChange): Promise<boolean> {
    const saved = this.#last.then(() => this.#save(change));
    this.#last = saved;
    return saved;
  }

  /** Tries again to save the unsaved changes. Returns whether all were saved. */
  async saveAgain(): Promise<boolean> {
    let areSaved = true;
    for (const change of [...this.#unsaved.values()]) {
      areSaved = (await this.save(change)) && areSaved;
    }
    return areSaved;
  }

  async #save(change: StepChange): Promise<boolean> {
    const key = `${change.run} ${change.step}`;
    const isSaved = await this.#saving.run(() => call("set_guide_step", { ...change }));
    if (!isSaved) {
      this.#unsaved.set(key, change);
      return false;
    }
    this.#unsaved.delete(key);
    await this.again();
    return true;
  }
}
