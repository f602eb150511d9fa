/** Failures that concern the person's number, account, key or token. */

import type { ApiEnvironment } from "../../bindings";
import {
  addKey,
  copyDetails,
  correctNumber,
  newKey,
  openCabinet,
  openNovaPost,
  pageAction,
  tryAgain,
  writeEmail,
} from "./actions";
import { type Card, type Cards, serviceTurn } from "./card";

/** Seconds to wait if Nova Post has not said how long. */
const DEFAULT_WAIT = 60;

export const personCards = {
  phone_invalid: () => ({
    drawing: "phone",
    turn: "you",
    title: "failure-phone-invalid-title",
    text: "failure-phone-invalid-text",
    actions: [correctNumber, openNovaPost],
  }),

  phone_ukraine: () => ({
    drawing: "phone",
    turn: "you",
    title: "failure-phone-ukraine-title",
    text: "failure-phone-ukraine-text",
    actions: [
      pageAction("failure-action-ukraine", { kind: "ukraine_guide" }),
      pageAction("failure-action-other-number", { kind: "correct_number" }),
      writeEmail,
    ],
    email: "ukraine",
  }),

  client_not_found: () => ({
    drawing: "account",
    turn: "you",
    title: "failure-client-not-found-title",
    text: "failure-client-not-found-text",
    actions: [
      openNovaPost,
      pageAction("failure-action-ask-again", { kind: "try_again" }),
      correctNumber,
    ],
  }),

  several_clients: () => ({
    drawing: "account",
    turn: "nova_post",
    title: "failure-several-clients-title",
    text: "failure-several-clients-text",
    actions: [writeEmail, pageAction("failure-action-other-number", { kind: "correct_number" })],
    email: "several",
  }),

  daily_limit: ({ key }) => ({
    drawing: "calendar",
    turn: key === null ? "nova_post" : "you",
    title: "failure-daily-limit-title",
    text: key === null ? "failure-daily-limit-text-none" : "failure-daily-limit-text-key",
    actions:
      key === null
        ? [pageAction("failure-action-remind", { kind: "remind_tomorrow" })]
        : [
            pageAction("failure-action-open-key", { kind: "open_key", key }),
            pageAction("failure-action-remind", { kind: "remind_tomorrow" }),
          ],
    again: { kind: "tomorrow" },
  }),

  key_refused: (_, __, environment) => ({
    drawing: "keychain",
    turn: "you",
    title: "failure-key-refused-title",
    ...whereRefused(environment),
  }),

  key_expired: () => ({
    drawing: "calendar",
    turn: "you",
    title: "failure-key-expired-title",
    text: "failure-key-expired-text",
    actions: [openCabinet, addKey],
  }),

  wrong_environment: ({ acceptedBy }) => ({
    drawing: "keychain",
    turn: "you",
    title: "failure-wrong-environment-title",
    text:
      acceptedBy === "sandbox"
        ? "failure-wrong-environment-text-sandbox"
        : "failure-wrong-environment-text-production",
    actions: [
      pageAction(
        acceptedBy === "sandbox"
          ? "failure-action-move-key-sandbox"
          : "failure-action-move-key-production",
        { kind: "move_key", environment: acceptedBy },
      ),
    ],
  }),

  key_malformed: (_, __, environment) => ({
    drawing: "keychain",
    turn: "you",
    title: "failure-key-malformed-title",
    text: "failure-key-malformed-text",
    actions: environment === "sandbox" ? [addKey, newKey, copyDetails] : [addKey, copyDetails],
  }),

  nothing_pending: () => ({
    drawing: "window",
    turn: "you",
    title: "failure-no-key-title",
    text: "failure-no-key-text",
    actions: [pageAction("failure-action-copy-again", { kind: "add_key" })],
  }),

  key_form_unusual: ({ length }) => ({
    drawing: "keychain",
    turn: "you",
    title: "failure-key-form-unusual-title",
    text: "failure-key-form-unusual-text",
    variables: { length },
    actions: [addKey],
  }),

  looks_like_key: () => ({
    drawing: "keychain",
    turn: "you",
    title: "failure-looks-like-key-title",
    text: "failure-looks-like-key-text",
    actions: [pageAction("failure-action-go-on", { kind: "dismiss" })],
  }),

  token_expired: () => ({
    drawing: "keychain",
    turn: "you",
    title: "failure-token-over-title",
    text: "failure-token-over-text",
    actions: [pageAction("failure-action-new-token", { kind: "new_token" })],
  }),

  // The email is for Nova Post in Europe, and what 403 means in Ukraine is documented nowhere.
  access_forbidden: (_, __, environment) =>
    environment === "ukraine"
      ? {
          drawing: "account",
          turn: "nova_poshta",
          title: "failure-access-forbidden-title-ukraine",
          text: "failure-call-refused-text",
          actions: [tryAgain, copyDetails],
        }
      : {
          drawing: "account",
          turn: "nova_post",
          title: "failure-access-forbidden-title",
          text: "failure-access-forbidden-text",
          actions: [writeEmail, tryAgain],
          email: "forbidden",
        },

  too_many_tokens: ({ retryAfter }, _, environment) => ({
    drawing: "clock",
    turn: serviceTurn(environment),
    title: "failure-too-many-tokens-title",
    text: "failure-too-many-tokens-text",
    actions: [tryAgain],
    again: { kind: "wait", seconds: retryAfter ?? DEFAULT_WAIT },
  }),

  too_many_requests: ({ retryAfter }) => ({
    drawing: "clock",
    turn: "nova_poshta",
    title: "failure-too-many-requests-title",
    text: "failure-too-many-requests-text",
    actions: [tryAgain],
    again: { kind: "wait", seconds: retryAfter ?? DEFAULT_WAIT },
  }),

  call_refused: () => ({
    drawing: "account",
    turn: "nova_poshta",
    title: "failure-call-refused-title",
    text: "failure-call-refused-text",
    actions: [tryAgain, copyDetails],
  }),
} satisfies Partial<Cards>;

/** Where the status of a refused key is, and how to get a new one: where the key was made. */
function whereRefused(environment: ApiEnvironment | null): Pick<Card, "text" | "actions"> {
  switch (environment) {
    case "sandbox":
      return { text: "failure-key-refused-text", actions: [newKey, copyDetails] };
    case "ukraine":
      return { text: "failure-key-refused-text-ukraine", actions: [openCabinet, addKey] };
    default:
      return { text: "failure-key-refused-text-own", actions: [openNovaPost, addKey] };
  }
}
