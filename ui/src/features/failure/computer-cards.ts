/** Failures of this computer and of the program: keychain, disk, clock, clipboard. */

import { inUnits } from "../../i18n/format.svelte";
import type { Variables } from "../../i18n/index.svelte";
import { session } from "../../state/session.svelte";
import {
  addKey,
  checkConnection,
  copyDetails,
  newKey,
  pageAction,
  restoreList,
  tryAgain,
  unlock,
} from "./actions";
import type { Cards } from "./card";

const MINUTES_PER_HOUR = 60;

export const computerCards = {
  keychain_locked: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-locked-title",
    text: "failure-keychain-locked-text",
    actions: [unlock],
  }),

  keychain_missing: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-missing-title",
    text: `failure-keychain-missing-text-${session.platform}`,
    actions: [tryAgain, copyDetails],
  }),

  keychain_slow: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-slow-title",
    text: "failure-keychain-slow-text",
    actions: [tryAgain, copyDetails],
  }),

  keychain_cancelled: () => ({
    drawing: "keychain",
    turn: "you",
    title: "failure-keychain-cancelled-title",
    text: "failure-keychain-cancelled-text",
    actions: [unlock],
  }),

  keychain_no_default: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-no-default-title",
    text: "failure-keychain-no-default-text",
    actions: [tryAgain, copyDetails],
  }),

  keychain_blocked_by_policy: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-blocked-by-policy-title",
    text: "failure-keychain-blocked-by-policy-text",
    actions: [copyDetails, tryAgain],
  }),

  forbidden_by_policy: ({ forbidden }) => ({
    drawing: "window",
    turn: "administrator",
    title: "failure-forbidden-by-policy-title",
    text: `failure-forbidden-by-policy-text-${forbidden}`,
    actions: [copyDetails, pageAction("failure-action-go-on", { kind: "dismiss" })],
  }),

  keychain_refused: () => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-keychain-refused-title",
    text: "failure-keychain-refused-text",
    actions: [tryAgain, copyDetails],
  }),

  secret_not_saved: ({ key, cause }) => ({
    drawing: "keychain",
    turn: "computer",
    title: "failure-secret-not-saved-title",
    text: `failure-secret-not-saved-${cause}`,
    actions: [
      pageAction("failure-action-save-again", { kind: "save_again", key }),
      pageAction("failure-action-use-in-session", { kind: "open_key", key }),
    ],
  }),

  store_unwritable: () => ({
    drawing: "drawer",
    turn: "computer",
    title: "failure-store-unwritable-title",
    text: "failure-store-unwritable-text",
    actions: [tryAgain, copyDetails],
  }),

  store_unreadable: () => ({
    drawing: "drawer",
    turn: "computer",
    title: "failure-store-unreadable-title",
    text: "failure-store-unreadable-text",
    actions: [restoreList, tryAgain, copyDetails],
  }),

  store_newer: () => ({
    drawing: "drawer",
    turn: "you",
    title: "failure-store-newer-title",
    text: "failure-store-newer-text",
    actions: [tryAgain, copyDetails],
  }),

  clock_wrong: ({ minutesBehind }) => ({
    drawing: "clock",
    turn: "computer",
    title: "failure-clock-wrong-title",
    text: "failure-clock-wrong-text",
    variables: clockError(minutesBehind),
    actions: [pageAction("failure-action-clock-set", { kind: "dismiss" }), checkConnection],
  }),

  not_found: (_, __, environment) =>
    environment === null
      ? {
          drawing: "drawer",
          turn: "you",
          title: "failure-not-found-title",
          text: "failure-not-found-text",
          actions: [tryAgain, copyDetails],
        }
      : {
          drawing: "keychain",
          turn: "you",
          title: "failure-not-found-title-key",
          // Only a test key can be requested again.
          ...(environment === "sandbox"
            ? { text: "failure-not-found-text-key-test", actions: [tryAgain, newKey, copyDetails] }
            : { text: "failure-not-found-text-key", actions: [tryAgain, addKey, copyDetails] }),
        },

  superseded: () => ({
    drawing: "window",
    turn: "you",
    title: "failure-superseded-title",
    text: "failure-superseded-text",
    actions: [pageAction("failure-action-start-again", { kind: "try_again" })],
  }),

  internal: () => ({
    drawing: "window",
    turn: "computer",
    title: "failure-internal-title",
    text: "failure-internal-text",
    actions: [tryAgain, copyDetails],
  }),

  clipboard_refused: () => ({
    drawing: "window",
    turn: "computer",
    title: "failure-clipboard-refused-title",
    text: "failure-clipboard-refused-text",
    actions: [tryAgain],
  }),

  // Trying again is of no use, and the details for support can't be copied either.
  clipboard_missing: () => ({
    drawing: "window",
    turn: "computer",
    title: "failure-clipboard-missing-title",
    text: "failure-clipboard-missing-text",
    actions: [pageAction("failure-action-go-on", { kind: "dismiss" })],
  }),

  already_running: () => ({
    drawing: "window",
    turn: "you",
    title: "failure-already-running-title",
    text: "failure-already-running-text",
    actions: [pageAction("failure-action-go-on", { kind: "dismiss" })],
  }),
} satisfies Partial<Cards>;

/** The variables of the clock card's title: how wrong the clock is, in hours from one hour on. */
function clockError(minutesBehind: number): Variables {
  const minutes = Math.abs(minutesBehind);
  return {
    direction: minutesBehind > 0 ? "behind" : "ahead",
    span:
      minutes >= MINUTES_PER_HOUR
        ? inUnits(Math.round(minutes / MINUTES_PER_HOUR), "hour")
        : inUnits(minutes, "minute"),
  };
}
