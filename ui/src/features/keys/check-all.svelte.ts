/** The check of all keys. It continues while other pages are open. */

import type { CheckedKeys, CheckProgress, Failure } from "../../bindings";
import { call, isFailure, onEvent } from "../../ipc";

let isRunning = $state(false);
let isCancelled = $state(false);
let progress = $state.raw<CheckProgress | null>(null);
let result = $state.raw<CheckedKeys | null>(null);
let failure = $state.raw<Failure | null>(null);

onEvent("check_progress", (told) => {
  if (isRunning) progress = told;
});

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
  /** How it has ended; `null` while it runs. */
  get result(): CheckedKeys | null {
    return result;
  },
  /** Why it did not begin; `null` if it did. */
  get failure(): Failure | null {
    return failure;
  },

  /** Checks all keys, one after the other. Resolves when all are checked, or the check was stopped. */
  async run(): Promise<void> {
    if (isRunning) return;
    this.dismiss();
    isRunning = true;
    isCancelled = false;
    try {
      result = await call("check_all_keys", {});
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      failure = thrown;
    } finally {
      isRunning = false;
      progress = null;
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
