/** The field for the developer's public key: what Rust recognizes in it. */

import type { Failure, RecipientKeyCheck } from "../../bindings";
import { call } from "../../ipc";
import { Mutation } from "../../state/mutation.svelte";

export class PublicKeyEntry {
  readonly #checking = new Mutation();
  #text = $state("");
  #check = $state.raw<RecipientKeyCheck | null>(null);
  #isComplete = $state(false);

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.#isComplete = false;
    void this.validate();
  }

  /** What the text is; `null` while it is being looked at, or nothing was entered. */
  get check(): RecipientKeyCheck | null {
    return this.#check;
  }

  /** Whether to say that nothing was entered: the person wanted to go on. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get failure(): Failure | null {
    return this.#checking.failure;
  }

  /** Looks at the text before it is used. Resolves to the public key; `null` if it can't be used. */
  async complete(): Promise<string | null> {
    this.#isComplete = true;
    await this.validate();
    return this.#check?.is === "usable" ? this.#check.publicKey : null;
  }

  /** Looks at the text. */
  async validate(): Promise<void> {
    const text = this.#text;
    await this.#checking.run(async () => {
      const check = await call("check_recipient_key", { text });
      // The answer to an older text is late.
      if (text === this.#text) this.#check = check;
    });
  }
}
