/** A key on its way out of the keychain, because the person wants to copy or to see it. */

import type { Failure, KeyId } from "../../bindings";
import { call, isFailure } from "../../ipc";

/** What is done with the key. */
export type SecretWork = "copy_key" | "show_key";

/** What went wrong, and with what. */
export interface SecretTrouble {
  failure: Failure;
  during: SecretWork;
}

/** Copies and shows one key; the key itself never comes into the window. */
export class SecretOut {
  readonly #key: () => KeyId;
  #trouble = $state.raw<SecretTrouble | null>(null);
  #isKeychainSlow = $state(false);

  constructor(key: () => KeyId) {
    this.#key = key;
  }

  /** What went wrong last. */
  get trouble(): SecretTrouble | null {
    return this.#trouble;
  }

  /** Whether the keychain lets itself be waited for: it may be asking for a password. */
  get isKeychainSlow(): boolean {
    return this.#isKeychainSlow;
  }

  /** Does it; rejects with what went wrong. */
  async open(during: SecretWork): Promise<void> {
    this.#trouble = null;
    try {
      await call(during, { key: this.#key() }, ({ step }) => {
        this.#isKeychainSlow = step === "keychain_slow";
      });
    } finally {
      this.#isKeychainSlow = false;
    }
  }

  /** Does it; what goes wrong is shown, and can be tried again. */
  async tryTo(during: SecretWork): Promise<void> {
    try {
      await this.open(during);
    } catch (thrown) {
      this.fail(thrown, during);
    }
  }

  /** Takes note of what went wrong. Rethrows what is no failure of a use case. */
  fail(thrown: unknown, during: SecretWork): void {
    if (!isFailure(thrown)) throw thrown;
    this.#trouble = { failure: thrown, during };
  }

  /** The person has read what went wrong. */
  dismiss(): void {
    this.#trouble = null;
  }
}
