/** Keeps what is typed while it is typed. */

import type { Affiliation, Failure } from "../../bindings";
import { call } from "../../platform";
import { Attempt } from "../../platform/attempt.svelte";

/**
 * Writes every change at once, but never two at a time: while one is being written, only the newest
 * waits. So nothing hangs on a timer that a closed window or a crash would take with it.
 */
export class Keeper {
  readonly #run: number;
  readonly #writing = new Attempt();
  #kept: string;
  #newest: Affiliation;

  /** `kept`: what is written already. */
  constructor(run: number, kept: Affiliation) {
    this.#run = run;
    this.#kept = JSON.stringify(kept);
    this.#newest = kept;
  }

  /** Why the last change could not be kept. */
  get failure(): Failure | null {
    return this.#writing.failure;
  }

  /** Something is different. */
  keep(form: Affiliation): void {
    this.#newest = form;
    if (!this.#writing.busy) void this.again();
  }

  /** Writes the newest, until nothing newer has come in the meantime. */
  async again(): Promise<void> {
    let wanted = JSON.stringify(this.#newest);
    while (wanted !== this.#kept) {
      const form = this.#newest;
      const isKept = await this.#writing.run(() =>
        call("keep_affiliation", { run: this.#run, form }),
      );
      if (!isKept) return;
      this.#kept = wanted;
      wanted = JSON.stringify(this.#newest);
    }
  }
}
