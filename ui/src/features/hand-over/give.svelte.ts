/** Gives a key: one command that takes the key out of the keychain. */

import type { Failure, SealedKey, Step } from "../../bindings";
import { call } from "../../ipc";
import { Mutation } from "../../state/mutation.svelte";
import type { Operation } from "../failure/details";

/** A command that is running or failed, and the wait for the keychain. */
export class KeychainWork {
  readonly #running = new Mutation();
  #isKeychainSlow = $state(false);
  #last: (() => Promise<unknown>) | null = null;

  /** The name of the command, for the failure card. */
  readonly during: Operation;

  constructor(during: Operation) {
    this.during = during;
  }

  get busy(): boolean {
    return this.#running.busy;
  }

  get failure(): Failure | null {
    return this.#running.failure;
  }

  /** Whether the keychain has not answered yet. It may be asking for a password. */
  get isKeychainSlow(): boolean {
    return this.#isKeychainSlow;
  }

  /** Runs the work and resolves to whether it succeeded. */
  async run(work: (onStep: (step: Step) => void) => Promise<unknown>): Promise<boolean> {
    this.#last = () => this.run(work);
    const note = ({ step }: Step) => {
      this.#isKeychainSlow = step === "keychain_slow";
    };
    const hasSucceeded = await this.#running.run(() => work(note));
    this.#isKeychainSlow = false;
    return hasSucceeded;
  }

  /** Runs the last work again. */
  async again(): Promise<void> {
    await this.#last?.();
  }

  /** Removes the failure. */
  forget(): void {
    this.#running.forget();
  }
}

/** Seals a key, and keeps the sealed text while the page is open. */
export class Sealing {
  readonly work: KeychainWork;
  #sealed = $state.raw<SealedKey | null>(null);

  constructor(during: "seal_key" | "seal_key_with_passphrase") {
    this.work = new KeychainWork(during);
  }

  /** The sealed key; `null` until it is sealed. */
  get sealed(): SealedKey | null {
    return this.#sealed;
  }

  /** To a public key. Resolves to whether it was sealed. */
  to(handOver: number, publicKey: string): Promise<boolean> {
    return this.#seal((onStep) => call("seal_key", { handOver, publicKey }, onStep));
  }

  /** With a passphrase, which a popup window shows. Resolves to whether it was sealed. */
  withPassphrase(handOver: number): Promise<boolean> {
    return this.#seal((onStep) => call("seal_key_with_passphrase", { handOver }, onStep));
  }

  /** Removes the sealed text: it is no longer the one that was asked for. */
  forget(): void {
    this.#sealed = null;
    this.work.forget();
  }

  #seal(work: (onStep: (step: Step) => void) => Promise<SealedKey>): Promise<boolean> {
    this.#sealed = null;
    return this.work.run(async (onStep) => {
      this.#sealed = await work(onStep);
    });
  }
}
