/** The search of this computer for keys. It continues while other pages are open. Nothing of it is stored. */

import type {
  Failure,
  KeyCard,
  KeyId,
  KeySearchProgress,
  KeySearchResult,
  Step,
} from "../../bindings";
import { call, isFailure, onEvent } from "../../ipc";

class KeySearch {
  /** Counts searches. What an earlier one tells is dropped. */
  #run = 0;
  #owner = "";
  #folders: number[] = [];
  #isRunning = $state(false);
  #isCancelled = $state(false);
  #isKeychainSlow = $state(false);
  #progress = $state.raw<KeySearchProgress | null>(null);
  #result = $state.raw<KeySearchResult | null>(null);
  #cards = $state.raw<ReadonlyMap<KeyId, KeyCard>>(new Map());
  #failure = $state.raw<Failure | null>(null);

  constructor() {
    onEvent("key_search_progress", (told) => {
      if (this.#isRunning) this.#progress = told;
    });
  }

  /** Whether it runs. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Whether the person has cancelled it, and it has not ended yet. */
  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  /** Whether the keychain has not answered yet. */
  get isKeychainSlow(): boolean {
    return this.#isKeychainSlow;
  }

  /** How far it is; `null` before it has begun to read. */
  get progress(): KeySearchProgress | null {
    return this.#progress;
  }

  /** What it has found; `null` while it runs. */
  get result(): KeySearchResult | null {
    return this.#result;
  }

  /** The keys that were found. */
  get cards(): ReadonlyMap<KeyId, KeyCard> {
    return this.#cards;
  }

  /** Why it did not begin; `null` if it did. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Begins to be about the keys of `owner`, which is the mode. Nothing of another one's keys is left. */
  enter(owner: string): void {
    if (owner === this.#owner) return;
    this.#owner = owner;
    this.#run += 1;
    this.#isRunning = false;
    this.dismiss();
  }

  /** Searches the folders with these numbers. Resolves when it has ended. */
  async run(folders: number[]): Promise<void> {
    if (this.#isRunning) return;
    this.dismiss();
    this.#folders = folders;
    this.#run += 1;
    const run = this.#run;
    this.#isRunning = true;
    this.#isCancelled = false;
    try {
      const result = await call("search_for_keys", { folders }, (step) => this.#note(step));
      const cards = run === this.#run ? await cardsOf(result) : [];
      if (run !== this.#run) return;
      this.#cards = new Map(cards.map((card) => [card.id, card]));
      this.#result = result;
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      if (run === this.#run) this.#failure = thrown;
    } finally {
      if (run === this.#run) {
        this.#isRunning = false;
        this.#isKeychainSlow = false;
        this.#progress = null;
      }
    }
  }

  /** Searches the same folders again. */
  async again(): Promise<void> {
    await this.run(this.#folders);
  }

  /** Ends the search that is running. */
  async cancel(): Promise<void> {
    this.#isCancelled = true;
    try {
      await call("cancel_key_search", {});
    } catch (thrown) {
      // It fails only if the service is not open, and then nothing runs.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  /** Removes the result. */
  dismiss(): void {
    this.#progress = null;
    this.#result = null;
    this.#cards = new Map();
    this.#failure = null;
  }

  #note({ step }: Step): void {
    this.#isKeychainSlow = step === "keychain_slow";
  }
}

/** The cards of the keys that were found. Without them, their last four characters name them. */
async function cardsOf({ places }: KeySearchResult): Promise<KeyCard[]> {
  const keys = [...new Set(places.map(({ key }) => key))];
  if (keys.length === 0) return [];
  try {
    return await call("keys_by_id", { keys });
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return [];
  }
}

/** The window's single instance. */
export const keySearch = new KeySearch();
