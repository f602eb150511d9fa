import type { Failure, KeyId } from "../../../bindings";
import { call, isFailure } from "../../../ipc";

/** A command that takes a key out of the keychain. */
export type SecretWork = "copy_key" | "show_key";

/** A failure, and the command that failed. */
export interface FailedSecretWork {
  failure: Failure;
  during: SecretWork;
}

/** Copies and shows one key. The key itself never enters this window. */
export class SecretActions {
  readonly #key: () => KeyId;
  #failed = $state.raw<FailedSecretWork | null>(null);
  #isKeychainSlow = $state(false);

  constructor(key: () => KeyId) {
    this.#key = key;
  }

  /** The last failure; `null` if there is none or it was dismissed. */
  get failed(): FailedSecretWork | null {
    return this.#failed;
  }

  /** Whether the keychain has not answered yet. It may be asking for a password. */
  get isKeychainSlow(): boolean {
    return this.#isKeychainSlow;
  }

  /** Runs the command. Rejects with a `Failure`. */
  async open(during: SecretWork): Promise<void> {
    this.#failed = null;
    try {
      await call(during, { key: this.#key() }, ({ step }) => {
        this.#isKeychainSlow = step === "keychain_slow";
      });
    } finally {
      this.#isKeychainSlow = false;
    }
  }

  /** Runs the command and stores its failure, so that it is shown and can be tried again. */
  async tryTo(during: SecretWork): Promise<void> {
    try {
      await this.open(during);
    } catch (thrown) {
      this.fail(thrown, during);
    }
  }

  /** Stores a failure. Rethrows errors that are no `Failure`. */
  fail(thrown: unknown, during: SecretWork): void {
    if (!isFailure(thrown)) throw thrown;
    this.#failed = { failure: thrown, during };
  }

  /** Removes the failure. */
  dismiss(): void {
    this.#failed = null;
  }
}
