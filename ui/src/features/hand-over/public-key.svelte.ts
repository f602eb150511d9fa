/** The field for the developer's public key: what Rust recognizes in it. */

import type { Failure, RecipientKeyCheck } from "../../bindings";
import { call } from "../../ipc";
import { Mutation } from "../../state/mutation.svelte";

/** More than any public key has. Of a longer file only this much is read, which Rust then calls too long. */
const MOST_BYTES = 64 * 1024;

export class PublicKeyEntry {
  readonly #checking = new Mutation();
  #text = $state("");
  #check = $state.raw<RecipientKeyCheck | null>(null);
  #isComplete = $state(false);
  #isUnreadable = $state(false);

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.#isComplete = false;
    this.#isUnreadable = false;
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

  /** Whether the file that was chosen last can't be read. */
  get isUnreadable(): boolean {
    return this.#isUnreadable;
  }

  get failure(): Failure | null {
    return this.#checking.failure;
  }

  /** Takes the text of a file in place of what was entered. */
  async open(file: File): Promise<void> {
    try {
      this.text = (await file.slice(0, MOST_BYTES).text()).trim();
    } catch {
      // It was deleted or locked since it was chosen.
      this.#isUnreadable = true;
    }
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
