/** The keys that the person has just deleted: each can be brought back for ten seconds. */

import type { Failure, KeyId } from "../bindings";
import { call, ignoreSteps, isFailure } from "../ipc";
import { Countdown } from "./countdown.svelte";
import { noteKeysChanged } from "./keys-changed.svelte";
import { session } from "./session.svelte";

/** Seconds until a deletion is carried out. Rust hides the key for a minute longer. */
export const UNDO_SECONDS = 10;

/** A deletion that can be undone. */
export interface Deletion {
  key: KeyId;
  /** The name of the key, as the person knows it. */
  name: string;
  countdown: Countdown;
}

interface Failed {
  key: KeyId;
  name: string;
  failure: Failure;
}

class Deletions {
  #pending: readonly Deletion[] = $state.raw([]);
  #failed: Failed | null = $state.raw(null);
  readonly #timers = new Map<KeyId, ReturnType<typeof setTimeout>>();

  /** The deletions that can be undone, the oldest first. */
  get pending(): readonly Deletion[] {
    return this.#pending;
  }

  /** The last deletion that failed: its key is in the list again. */
  get failed(): Failed | null {
    return this.#failed;
  }

  /** Hides a key, and deletes it after ten seconds. Rejects with a `Failure` if it can't be hidden. */
  async begin(key: KeyId, name: string): Promise<void> {
    await call("delete_key", { key });
    this.#failed = null;
    const countdown = new Countdown();
    countdown.start(UNDO_SECONDS);
    this.#pending = [...this.#pending, { key, name, countdown }];
    const mode = session.mode;
    const timer = setTimeout(() => void this.#finish(key, name, mode), UNDO_SECONDS * 1_000);
    this.#timers.set(key, timer);
    noteKeysChanged();
  }

  /** Brings a key back. */
  async undo(key: KeyId): Promise<void> {
    this.#remove(key);
    try {
      await call("undo_key_deletion", { key });
    } catch (thrown) {
      // It fails only if the service does not open, and then nothing is deleted either.
      if (!isFailure(thrown)) throw thrown;
    }
    noteKeysChanged();
  }

  /** Deletes the key again whose deletion has failed. */
  async again(): Promise<void> {
    const failed = this.#failed;
    if (!failed) return;
    this.#failed = null;
    await this.begin(failed.key, failed.name);
  }

  /** Removes the failure. */
  forget(): void {
    this.#failed = null;
  }

  async #finish(key: KeyId, name: string, mode: typeof session.mode): Promise<void> {
    this.#remove(key);
    // The key belongs to the other mode, where it is in the list again after a while.
    if (session.mode !== mode) return;
    try {
      await call("finish_key_deletion", { key }, ignoreSteps);
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      this.#failed = { key, name, failure: thrown };
    }
    noteKeysChanged();
  }

  #remove(key: KeyId): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#pending.find((deletion) => deletion.key === key)?.countdown.stop();
    this.#pending = this.#pending.filter((deletion) => deletion.key !== key);
  }
}

/** The deletions of the window. */
export const deletions = new Deletions();
