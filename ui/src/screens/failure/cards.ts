/**
 * For every failure: what its card says, whose turn it is, what can be done now and when again
 * (product: "Failure cards"). A code without a card does not compile.
 */

import type { Environment, Failure } from "../../bindings";
import type { Card } from "./card";
import { clockError } from "./clock-error";
import type { Operation } from "./details";
import {
  bringIn,
  copyDetails,
  correctNumber,
  newKey,
  offer,
  openNovaPost,
  tryAgain,
  writeLetter,
} from "./offers";

type FailureOf<C extends Failure["code"]> = Extract<Failure, { code: C }>;
type Make<F> = (failure: F, during: Operation, environment: Environment) => Card;
type Cards = { [C in Failure["code"]]: Make<FailureOf<C>> };

/** A key is wanted out of the keychain: it may be that the keychain has lost it. */
const OPENING: ReadonlySet<Operation> = new Set(["copy_key", "show_key", "get_token"]);

/** Seconds to wait where Nova Post has not said how long. */
const USUAL_WAIT = 60;

/**
 * The card of a failure that came while `during` was under way. `environment`: of the key that it
 * is about.
 */
export function cardOf(
  failure: Failure,
  during: Operation,
  environment: Environment = "sandbox",
): Card {
  // Each entry takes the failure of its own code; the compiler can't follow that through the index.
  const make = cards[failure.code] as Make<Failure>;
  return make(failure, during, environment);
}

const cards: Cards = {
  phone_invalid: () => ({
    drawing: "phone",
    turn: "you",
    title: "failure-phone-invalid-title",
    text: "failure-phone-invalid-text",
    offers: [correctNumber, openNovaPost],
  }),

  phone_ukraine: () => ({
    drawing: "phone",
    turn: "you",
    title: "failure-phone-ukraine-title",
    text: "failure-phone-ukraine-text",
    offers: [
      offer("failure-action-ukraine", { kind: "ukraine_guide" }),
      offer("failure-action-other-number", { kind: "correct_number" }),
    ],
  }),

  client_not_found: () => ({
    drawing: "account",
    turn: "you",
    title: "failure-client-not-found-title",
    text: "failure-client-not-found-text",
    offers: [openNovaPost, offer("failure-action-ask-again", { kind: "try_again" }), correctNumber],
  }),

  several_clients: () => ({
    drawing: "account",
    turn: "nova_post",
    title: "failure-several-clients-title",
    text: "failure-several-clients-text",
    offers: [writeLetter, offer("failure-action-other-number", { kind: "correct_number" })],
    letter: "several",
  }),

  daily_limit: ({ key }) => ({
    drawing: "calendar",
    turn: key === null ? "nova_post" : "you",
    title: "failure-daily-limit-title",
    text: key === null ? "failure-daily-limit-text-none" : "failure-daily-limit-text-key",
    offers:
      key === null
        ? [offer("failure-action-remind", { kind: "remind_tomorrow" })]
        : [
            offer("failure-action-open-key", { kind: "open_key", key }),
            offer("failure-action-remind", { kind: "remind_tomorrow" }),
          ],
    again: { kind: "tomorrow" },
  }),

  key_refused: (_, during, environment) => {
    if (during === "copy_token") {
      return {
        drawing: "keychain",
        turn: "you",
        title: "failure-token-over-title",
        text: "failure-token-over-text",
        offers: [offer("failure-action-new-token", { kind: "new_token" })],
      };
    }
    const isTestKey = environment === "sandbox";
    return {
      drawing: "keychain",
      turn: "you",
      title: "failure-key-refused-title",
      text: isTestKey ? "failure-key-refused-text" : "failure-key-refused-text-own",
      offers: isTestKey ? [newKey, openNovaPost] : [openNovaPost, bringIn],
    };
  },

  key_malformed: (_, during, environment) =>
    during === "bring_in"
      ? {
          drawing: "window",
          turn: "you",
          title: "failure-no-key-title",
          text: "failure-no-key-text",
          offers: [offer("failure-action-copy-again", { kind: "bring_in" })],
        }
      : {
          drawing: "keychain",
          turn: "you",
          title: "failure-key-malformed-title",
          text: "failure-key-malformed-text",
          offers:
            environment === "sandbox" ? [bringIn, newKey, copyDetails] : [bringIn, copyDetails],
        },

  access_forbidden: () => ({
    drawing: "account",
    turn: "nova_post",
    title: "failure-access-forbidden-title",
    text: "failure-access-forbidden-text",
    offers: [writeLetter, tryAgain],
    letter: "forbidden",
  }),

  too_many_tokens: ({ retryAfter }) => ({
    drawing: "clock",
    turn: "nova_post",
    title: "failure-too-many-tokens-title",
    text: "failure-too-many-tokens-text",
    offers: [tryAgain],
    again: { kind: "wait", seconds: retryAfter ?? USUAL_WAIT },
  }),

  service_unavailable: ({ retryAfter }, during) => ({
    drawing: "service",
    turn: "nova_post",
    title: "failure-service-unavailable-title",
    text: textOf("service-unavailable", during),
    offers: [tryAgain],
    again: { kind: "wait", seconds: retryAfter },
  }),

  service_error: (_, during) => ({
    drawing: "service",
    turn: "nova_post",
    title: "failure-service-error-title",
    text: textOf("service-error", during),
    offers: [tryAgain, copyDetails],
  }),

  answer_unreadable: (_, during) => ({
    drawing: "service",
    turn: "nova_post",
    title: "failure-answer-unreadable-title",
    text: textOf("answer-unreadable", during),
    offers: [tryAgain, copyDetails],
  }),

  redirect_refused: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-redirect-refused-title",
    text: "failure-redirect-refused-text",
    offers: [
      {
        label: "failure-action-check-network",
        action: { kind: "open_link", link: "my_nova_post" },
      },
      tryAgain,
    ],
  }),

  offline: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-offline-title",
    text: "failure-offline-text",
    offers: [tryAgain],
  }),

  unreachable: (_, during) => ({
    drawing: "network",
    turn: "network",
    title: "failure-unreachable-title",
    text: textOf("unreachable", during),
    offers: [tryAgain, copyDetails],
  }),

  tls_untrusted: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-tls-untrusted-title",
    text: "failure-tls-untrusted-text",
    offers: [copyDetails, tryAgain],
  }),

  proxy_needed: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-proxy-needed-title",
    text: "failure-proxy-needed-text",
    offers: [tryAgain, copyDetails],
  }),

  timed_out: (_, during) => ({
    drawing: "clock",
    turn: "you",
    title: "failure-timed-out-title",
    text: textOf("timed-out", during),
    offers: [offer("failure-action-ask-again", { kind: "try_again" }), copyDetails],
  }),

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
};

/** Whoever asks for a key wants to know besides whether asking again is safe. */
function textOf(name: string, during: Operation): string {
  return during === "request_test_key" ? `failure-${name}-text-request` : `failure-${name}-text`;
}
