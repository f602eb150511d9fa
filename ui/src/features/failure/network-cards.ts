/** Failures on the way to Nova Post, and of what answers there. */

import type { Cards } from "./card";
import type { Operation } from "./details";
import { copyDetails, offer, tryAgain } from "./offers";

export const networkCards = {
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
} satisfies Partial<Cards>;

/** Whoever asks for a key wants to know besides whether asking again is safe. */
function textOf(name: string, during: Operation): string {
  return during === "request_test_key" ? `failure-${name}-text-request` : `failure-${name}-text`;
}
