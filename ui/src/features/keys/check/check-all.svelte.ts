/** The check of all keys. It continues while other pages are open. */

import type { CheckedKeys, CheckProgress, Failure, KeyCard, KeyId } from "../../../bindings";
import { call, isFailure, onEvent } from "../../../ipc";
import { noteKeysChanged } from "../../../state/keys-changed.svelte";

/** The number of keys that are asked for at once. */
const PART = 500;

class CheckAll {
  /** Counts runs. What an earlier run tells is dropped. */
  #run = 0;
  #owner = "";
  #isRunning = $state(false);
  #isCancelled = $state(false);
  #progress = $state.raw<CheckProgress | null>(null);
  #current = $state.raw<KeyCard | null>(null);
  #checked = $state.raw<readonly KeyCard[]>([]);
  #result = $state.raw<CheckedKeys | null>(null);
  #otherAccounts = $state(0);
  #failure = $state.raw<Failure | null>(null);
  /** The keys of this run. */
  #keys = new Set<KeyId>();
  /** The keys whose cards are to be read. */
  #due = new Set<KeyId>();
  #isReading = false;

  constructor() {
    onEvent("check_progress", (told) => {
      if (!this.#isRunning) return;
      this.#progress = told;
      this.#keys.add(told.key);
      this.#due.add(told.key);
      void this.#read();
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

  /** The latest begin or end of one check; `null` before the first. */
  get progress(): CheckProgress | null {
    return this.#progress;
  }

  /** The key under check, or the one before until its card is read. */
  get current(): KeyCard | null {
    return this.#current;
  }

  /** The keys that were read last while it runs. Lists show them instead of what they have read before. */
  get checked(): readonly KeyCard[] {
    return this.#checked;
  }

  /** How it has ended; `null` while it runs. */
  get result(): CheckedKeys | null {
    return this.#result;
  }

  /** How many of its keys were made under another account than the others. */
  get otherAccounts(): number {
    return this.#otherAccounts;
  }

  /** Why it did not begin; `null` if it did. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Begins to show the keys of `owner`, which is the mode. Nothing of another one's keys is left. */
  enter(owner: string): void {
    if (owner === this.#owner) return;
    this.#owner = owner;
    this.#run += 1;
    this.#isRunning = false;
    this.dismiss();
  }

  /** Checks all keys, one after the other. Resolves when all are checked, or the check was stopped. */
  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.dismiss();
    this.#run += 1;
    const run = this.#run;
    this.#isRunning = true;
    this.#isCancelled = false;
    this.#keys.clear();
    try {
      const result = await call("check_all_keys", {});
      const otherAccounts = run === this.#run ? await countOtherAccounts([...this.#keys]) : 0;
      if (run !== this.#run) return;
      this.#otherAccounts = otherAccounts;
      this.#result = result;
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      if (run === this.#run) this.#failure = thrown;
    } finally {
      if (run === this.#run) {
        this.#isRunning = false;
        this.#progress = null;
        this.#current = null;
        // Not told to one page only: it may have been left and opened again.
        noteKeysChanged();
      }
    }
  }

  /** Ends the check that is running. */
  async cancel(): Promise<void> {
    this.#isCancelled = true;
    try {
      await call("cancel_check_of_all_keys", {});
    } catch (thrown) {
      // It fails only if the service is not open, and then nothing runs.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  /** Removes the result. */
  dismiss(): void {
    this.#progress = null;
    this.#current = null;
    this.#checked = [];
    this.#result = null;
    this.#otherAccounts = 0;
    this.#failure = null;
  }

  /** Reads the cards that are due, with one call at a time: events that come meanwhile share the next. */
  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#due.size > 0) {
        const run = this.#run;
        const keys = [...this.#due];
        this.#due.clear();
        const cards = await call("keys_by_id", { keys });
        if (run !== this.#run || !this.#isRunning) continue;
        this.#checked = cards;
        this.#current = cards.find(({ id }) => id === this.#progress?.key) ?? this.#current;
      }
    } catch (thrown) {
      // Only a name is missing. The list itself says that the store can't be read.
      if (!isFailure(thrown)) throw thrown;
    } finally {
      this.#isReading = false;
    }
  }
}

/** How many of these keys were made under another account. 0 if that can't be read. */
async function countOtherAccounts(keys: KeyId[]): Promise<number> {
  let found = 0;
  try {
    for (let begin = 0; begin < keys.length; begin += PART) {
      const cards = await call("keys_by_id", { keys: keys.slice(begin, begin + PART) });
      found += cards.filter(({ otherAccount }) => otherAccount !== null).length;
    }
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
  }
  return found;
}

/** The window's single instance. */
export const checkAll = new CheckAll();
