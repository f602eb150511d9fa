import type { Failure, KeyCard, KeyId, Step, TokenCard } from "../../bindings";
import { call, isFailure } from "../../ipc";
import { Countdown } from "../../state/countdown.svelte";
import { keyById } from "../keys/load-key";

/** A command on a token. */
export type TokenWork = "get_token" | "verify_token" | "copy_token" | "token";

/** A failure, and the command that failed. */
export interface FailedWork {
  failure: Failure;
  during: TokenWork;
}

/** The token of one key. Commands continue while other pages are open. */
export class KeyToken {
  readonly #id: KeyId;
  readonly #countdown = new Countdown();
  #key = $state.raw<KeyCard | null>(null);
  #card = $state.raw<TokenCard | null>(null);
  #steps = $state.raw<Step[] | null>(null);
  #isVerifying = $state(false);
  #failed = $state.raw<FailedWork | null>(null);
  #warning = $state.raw<Failure | null>(null);
  #isNotGiven = $state(false);

  constructor(id: KeyId) {
    this.#id = id;
  }

  /** The key of the token; `null` until Rust has answered. */
  get key(): KeyCard | null {
    return this.#card?.key ?? this.#key;
  }

  /** The token, valid or expired; `null` if there is none. */
  get card(): TokenCard | null {
    return this.#card;
  }

  /** Seconds until it expires. */
  get secondsLeft(): number {
    return this.#countdown.left;
  }

  /** Whether it has expired. */
  get isOver(): boolean {
    return this.#card !== null && this.#countdown.left === 0;
  }

  /** The steps so far while a token is requested; `null` otherwise. */
  get steps(): Step[] | null {
    return this.#steps;
  }

  /** Whether it is being verified. */
  get isVerifying(): boolean {
    return this.#isVerifying;
  }

  /** The last failure; `null` if there is none or it was dismissed. */
  get failed(): FailedWork | null {
    return this.#failed;
  }

  /** A warning beside a success: the clock is wrong, or the store did not record it. */
  get warning(): Failure | null {
    return this.#warning;
  }

  /** Whether Nova Poshta has answered that it gives no token for this key, which is one of Ukraine. */
  get isNotGiven(): boolean {
    return this.#isNotGiven;
  }

  /** Asks Rust for the current state, because Rust counts during sleep and by the server's clock. */
  async refresh(): Promise<void> {
    try {
      this.#key ??= await keyById(this.#id);
      const before = this.#card;
      const card = await call("token", { key: this.#id });
      // A token that arrived in the meantime is newer than this answer.
      if (this.#steps || this.#card !== before) return;
      if (card) this.#store(card);
      else this.#countdown.start(0);
    } catch (thrown) {
      this.fail(thrown, "token");
    }
  }

  /** Requests a token. It replaces the current one. */
  async get(): Promise<void> {
    if (this.#steps) return;
    this.#failed = null;
    this.#isNotGiven = false;
    this.#steps = [];
    try {
      const card = await call("get_token", { key: this.#id }, (step) => {
        if (this.#steps) this.#steps = [...this.#steps, step];
      });
      if (card) this.#store(card);
      this.#isNotGiven = card === null;
      this.#warning = card?.warning ?? null;
    } catch (thrown) {
      this.fail(thrown, "get_token");
    } finally {
      this.#steps = null;
    }
  }

  /** Verifies the token with a harmless call to Nova Post. */
  async verify(): Promise<void> {
    if (this.#isVerifying) return;
    this.#failed = null;
    this.#isVerifying = true;
    try {
      const card = await call("verify_token", { key: this.#id });
      this.#store(card);
      // The warning about the clock came with the token, and may have been read.
      if (card.warning && card.warning.code !== "clock_wrong") this.#warning = card.warning;
    } catch (thrown) {
      this.fail(thrown, "verify_token");
    } finally {
      this.#isVerifying = false;
    }
  }

  /** Copies the token to the clipboard. Rejects with a `Failure`. */
  async copy(): Promise<void> {
    this.#failed = null;
    await call("copy_token", { key: this.#id });
  }

  /** Stores a failure. Rethrows errors that are no `Failure`. */
  fail(thrown: unknown, during: TokenWork): void {
    if (!isFailure(thrown)) throw thrown;
    this.#failed = { failure: thrown, during };
  }

  /** Removes the failure and the warning. */
  dismiss(): void {
    this.#failed = null;
    this.#warning = null;
  }

  /** Stops the countdown. `refresh` starts it again. */
  rest(): void {
    this.#countdown.stop();
  }

  #store(card: TokenCard): void {
    this.#card = card;
    this.#countdown.start(card.secondsLeft);
  }
}

const tokens = new Map<KeyId, KeyToken>();

/** The token of a key. Always the same object for the same key. */
export function tokenOf(id: KeyId): KeyToken {
  const known = tokens.get(id);
  if (known) return known;
  const made = new KeyToken(id);
  tokens.set(id, made);
  return made;
}
