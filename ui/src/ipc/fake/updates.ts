/** Updates of the fake: a new version is found when the person looks for it, and its download never ends. */

import type { UpdateState } from "../../bindings";
import type { Args, Command, Result } from "..";
import type { Emit } from "./keys";

type UpdateCommand =
  | "update_state"
  | "check_for_update"
  | "install_update"
  | "cancel_update"
  | "postpone_update"
  | "dismiss_update_result";
type Commands = { [C in UpdateCommand & Command]: (args: Args<C>) => Result<C> };

/** Nothing was looked for yet. */
export const NO_UPDATE: UpdateState = {
  availability: "ready",
  phase: { phase: "idle" },
  offer: null,
  isPostponed: false,
  lastCheck: null,
  checkFailure: null,
  installFailure: null,
  installed: null,
};

export function makeUpdates(emit: Emit): Commands {
  let state = NO_UPDATE;
  const change = (changes: Partial<UpdateState>) => {
    state = { ...state, ...changes };
    emit("update_changed", state);
    return state;
  };

  return {
    update_state: () => state,
    check_for_update: () =>
      change({
        lastCheck: new Date().toISOString(),
        offer: { version: "0.2.0", notes: "Starts faster.\nThe list of keys can be sorted." },
        isPostponed: false,
        checkFailure: null,
      }),
    install_update: () => {
      change({ phase: { phase: "downloading", percent: 42 }, installFailure: null });
    },
    cancel_update: () => {
      change({ phase: { phase: "idle" } });
    },
    postpone_update: () => change({ isPostponed: true }),
    dismiss_update_result: () => change({ installed: null, installFailure: null }),
  };
}
