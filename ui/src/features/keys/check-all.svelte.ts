/** The check of all keys. It continues while other pages are open. */

import type { CheckedKeys, CheckProgress, Failure, KeyCard, Mode } from "../../bindings";
import { call, isFailure, onEvent } from "../../ipc";
import { noteKeysChanged } from "../../state/keys-changed.svelte";
import { session } from "../../state/session.svelte";
import { keyById } from "./key-search.svelte";

let isRunning = $state(false);
let isCancelled = $state(false);
let progress = $state.raw<CheckProgress | null>(null);
let result = $state.raw<CheckedKeys | null>(null);
let failure = $state.raw<Failure | null>(null);
let current = $state.raw<KeyCard | null>(null);
/** The mode of the keys that are checked. */
let mode = $state.raw<Mode | null>(null);

/** While it runs, lists of keys are read again after so many checks. */
const CHECKS_PER_READING = 5;

onEvent("check_progress", (told) => {
  if (!isRunning) return;
  progress = told;
  if (!told.end) void name(told.key);
  else if (told.number % CHECKS_PER_READING === 0) noteKeysChanged();
});

async function name(key: string): Promise<void> {
  try {
    const card = await keyById(key);
    if (progress?.key === key) current = card;
  } catch (thrown) {
    // Only the name is missing. The result tells what is wrong with the store.
    if (!isFailure(thrown)) throw thrown;
  }
}

export const checkAll = {
  /** Whether it runs. */
  get isRunning(): boolean {
    return isRunning;
  },
  /** Whether the person has cancelled it, and it has not ended yet. */
  get isCancelled(): boolean {
    return isCancelled;
  },
  /** The latest begin or end of one check; `null` before the first. */
  get progress(): CheckProgress | null {
    return progress;
  },
  /** The key that is being checked; `null` if it is not known. */
  get current(): KeyCard | null {
    return current;
  },
  /** How it has ended; `null` while it runs, and in another mode. */
  get result(): CheckedKeys | null {
    return mode === session.mode ? result : null;
  },
  /** Why it did not begin; `null` if it did, and in another mode. */
  get failure(): Failure | null {
    return mode === session.mode ? failure : null;
  },

  /** Checks all keys, one after the other. Resolves when all are checked, or the check was stopped. */
  async run(): Promise<void> {
    if (isRunning) return;
    this.dismiss();
    isRunning = true;
    isCancelled = false;
    mode = session.mode;
    try {
      result = await call("check_all_keys", {});
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      failure = thrown;
    } finally {
      isRunning = false;
      progress = null;
      current = null;
      noteKeysChanged();
    }
  },

  /** Ends the check that is running. */
  async cancel(): Promise<void> {
    isCancelled = true;
    try {
      await call("cancel_check_of_all_keys", {});
    } catch (thrown) {
      // It fails only if the service is not open, and then nothing runs.
      if (!isFailure(thrown)) throw thrown;
    }
  },

  /** Removes the result. */
  dismiss(): void {
    progress = null;
    result = null;
    failure = null;
  },
};
