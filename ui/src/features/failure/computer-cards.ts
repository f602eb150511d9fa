/** Failures of this computer: its keychain, its disk, its clock, its windows. */

import type { Cards } from "./card";
import { clockError } from "./clock-error";
import type { Operation } from "./details";
import { bringIn, copyDetails, newKey, offer, tryAgain } from "./offers";

/** A key is wanted out of the keychain: it may be that the keychain has lost it. */
const OPENING: ReadonlySet<Operation> = new Set(["copy_key", "show_key", "get_token"]);

export const computerCards = {
  keychain_locked: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-locked-title",
    text: "failure-keychain-locked-text",
    offers: [offer("failure-action-unlock", { kind: "try_again" })],
  }),

  keychain_missing: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-missing-title",
    text: "failure-keychain-missing-text",
    offers: [tryAgain, copyDetails],
  }),

  keychain_slow: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-slow-title",
    text: "failure-keychain-slow-text",
    offers: [tryAgain, copyDetails],
  }),

  keychain_refused: (_, during, environment) =>
    OPENING.has(during)
      ? {
          drawing: "keychain",
          turn: "computer",
          title: "failure-keychain-refused-title",
          text: "failure-keychain-refused-text-key",
          offers: [tryAgain, environment === "sandbox" ? newKey : bringIn, copyDetails],
        }
      : {
          drawing: "keychain",
          turn: "computer",
          title: "failure-keychain-refused-title",
          text: "failure-keychain-refused-text",
          offers: [tryAgain, copyDetails],
        },

  secret_not_saved: ({ key, cause }) => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-secret-not-saved-title",
    text: `failure-secret-not-saved-${cause}`,
    offers: [
      offer("failure-action-save-again", { kind: "save_again", key }),
      offer("failure-action-use-in-session", { kind: "open_key", key }),
    ],
  }),

  store_unwritable: () => ({
    drawing: "drawer",
    turn: "computer",
    title: "failure-store-unwritable-title",
    text: "failure-store-unwritable-text",
    offers: [tryAgain, copyDetails],
  }),

  store_unreadable: () => ({
    drawing: "drawer",
    turn: "computer",
    title: "failure-store-unreadable-title",
    text: "failure-store-unreadable-text",
    offers: [tryAgain, copyDetails],
  }),

  clock_wrong: ({ minutesBehind }) => ({
    drawing: "clock",
    turn: "computer",
    title: "failure-clock-wrong-title",
    text: "failure-clock-wrong-text",
    variables: clockError(minutesBehind),
    offers: [offer("failure-action-clock-set", { kind: "dismiss" })],
  }),

  clipboard_refused: () => ({
    drawing: "window",
    turn: "computer",
    title: "failure-clipboard-refused-title",
    text: "failure-clipboard-refused-text",
    offers: [tryAgain],
  }),

  already_running: () => ({
    drawing: "window",
    turn: "you",
    title: "failure-already-running-title",
    text: "failure-already-running-text",
    offers: [offer("failure-action-go-on", { kind: "dismiss" })],
  }),
} satisfies Partial<Cards>;
