/** Saves the facts that a system asks for. */

import type { Failure, KeyId, SenderFacts } from "../../bindings";
import { call } from "../../ipc";
import { Mutation } from "../../state/mutation.svelte";

export class FactsSaving {
  readonly #key: () => KeyId;
  readonly #onsaved: () => Promise<void>;
  readonly #saving = new Mutation();
  #tried: SenderFacts | null = null;

  /** `onsaved` loads the facts again. */
  constructor(key: () => KeyId, onsaved: () => Promise<void>) {
    this.#key = key;
    this.#onsaved = onsaved;
  }

  get busy(): boolean {
    return this.#saving.busy;
  }

  get failure(): Failure | null {
    return this.#saving.failure;
  }

  async save(facts: SenderFacts): Promise<void> {
    this.#tried = facts;
    const key = this.#key();
    if (await this.#saving.run(() => call("save_sender_facts", { key, facts })))
      await this.#onsaved();
  }

  /** Saves the last facts again, after a failure. */
  async again(): Promise<void> {
    if (this.#tried) await this.save(this.#tried);
  }
}
