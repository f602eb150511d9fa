/** Failures that are about the person's number, account or key. */

import type { Cards } from "./card";
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

/** Seconds to wait where Nova Post has not said how long. */
const USUAL_WAIT = 60;

export const personCards = {
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
    during === "import_key"
      ? {
          drawing: "window",
          turn: "you",
          title: "failure-no-key-title",
          text: "failure-no-key-text",
          offers: [offer("failure-action-copy-again", { kind: "add_key" })],
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
} satisfies Partial<Cards>;
