/** The token of a key: how it is got, how long it lives, whether it was shown to work. */

import type { Failure, KeyCard, KeyId, Step, TokenCard } from "../../bindings";
import { call, isFailure } from "../../ipc";
import { Countdown } from "../../state/countdown.svelte";

/** What can be under way with a token. */
export type TokenWork = "get_token" | "verify_token" | "copy_token" | "token";

/** What went wrong, and with what. */
export interface Trouble {
  failure: Failure;
  during: TokenWork;
}

/** One key's token. Goes on with its work while the person looks at other pages. */
export class TokenInHand {
  readonly #id: KeyId;
  readonly #countdown = new Countdown();
  #key = $state.raw<KeyCard | null>(null);
  #card = $state.raw<TokenCard | null>(null);
  #steps = $state.raw<Step[] | null>(null);
  #isProving = $state(false);
  #trouble = $state.raw<Trouble | null>(null);
  #warning = $state.raw<Failure | null>(null);

  constructor(id: KeyId) {
    this.#id = id;
  }

  /** The key it belongs to; null until the desk has told. */
  get key(): KeyCard | null {
    return this.#card?.key ?? this.#key;
  }

  /** The token, alive or over; null until there is one. */
  get card(): TokenCard | null {
    return this.#card;
  }

  /** Seconds it still lives. */
  get secondsLeft(): number {
    return this.#countdown.left;
  }

  /** Whether it is over. */
  get isOver(): boolean {
    return this.#card !== null && this.#countdown.left === 0;
  }

  /** The steps so far, while a token is being got. */
  get steps(): Step[] | null {
    return this.#steps;
  }

  /** Whether it is being tried out. */
  get isProving(): boolean {
    return this.#isProving;
  }

  /** What went wrong last. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** Something to know although all went well. */
  get warning(): Failure | null {
    return this.#warning;
  }

  /** Asks the desk how it stands: it counts through sleep and against the server's clock. */
  async refresh(): Promise<void> {
    try {
      this.#key ??= (await call("keys", {})).find((key) => key.id === this.#id) ?? null;
      const before = this.#card;
      const held = await call("token", { key: this.#id });
      // A token that has come in the meantime is newer than this answer.
      if (this.#steps || this.#card !== before) return;
      if (held) this.#hold(held);
      else this.#countdown.start(0);
    } catch (thrown) {
      this.fail(thrown, "token");
    }
  }

  /** Gets a token, or a new one in its place. */
  async get(): Promise<void> {
    if (this.#steps) return;
    this.#trouble = null;
    this.#steps = [];
    try {
      const card = await call("get_token", { key: this.#id }, (step) => {
        if (this.#steps) this.#steps = [...this.#steps, step];
      });
      this.#hold(card);
      this.#warning = card.warning;
    } catch (thrown) {
      this.fail(thrown, "get_token");
    } finally {
      this.#steps = null;
    }
  }

  /** Shows with a harmless call that it works. */
  async prove(): Promise<void> {
    if (this.#isProving) return;
    this.#trouble = null;
    this.#isProving = true;
    try {
      this.#hold(await call("verify_token", { key: this.#id }));
    } catch (thrown) {
      this.fail(thrown, "verify_token");
    } finally {
      this.#isProving = false;
    }
  }

  /** Puts it on the clipboard. */
  async copy(): Promise<void> {
    this.#trouble = null;
    await call("copy_token", { key: this.#id });
  }

  /** Takes note of what went wrong. Rethrows what is no failure of a use case. */
  fail(thrown: unknown, during: TokenWork): void {
    if (!isFailure(thrown)) throw thrown;
    this.#trouble = { failure: thrown, during };
  }

  /** The person has read what went wrong. */
  dismiss(): void {
    this.#trouble = null;
    this.#warning = null;
  }

  /** Counts no further; `refresh` counts again. */
  rest(): void {
    this.#countdown.stop();
  }

  #hold(card: TokenCard): void {
    this.#card = card;
    this.#countdown.start(card.secondsLeft);
  }
}

const hands = new Map<KeyId, TokenInHand>();

/** The token of this key; always the same one. */
export function tokenOf(id: KeyId): TokenInHand {
  const known = hands.get(id);
  if (known) return known;
  const made = new TokenInHand(id);
  hands.set(id, made);
  return made;
}
