/** Failures of the network and of Nova Post's servers. */

import { checkConnection, checkNetwork, copyDetails, tryAgain } from "./actions";
import { type Cards, serviceTurn } from "./card";
import type { Operation } from "./details";

export const networkCards = {
  service_unavailable: ({ retryAfter }, during, environment) => ({
    drawing: "service",
    turn: serviceTurn(environment),
    title: "failure-service-unavailable-title",
    text: textOf("service-unavailable", during),
    actions: [tryAgain],
    again: { kind: "wait", seconds: retryAfter },
  }),

  // The service desk answers for Europe only.
  service_error: (_, during, environment) => ({
    drawing: "service",
    turn: serviceTurn(environment),
    title: "failure-service-error-title",
    text:
      environment === "ukraine"
        ? "failure-service-error-text-ukraine"
        : textOf("service-error", during),
    actions: [tryAgain, copyDetails],
  }),

  answer_unreadable: (_, during, environment) => ({
    drawing: "service",
    turn: serviceTurn(environment),
    title: "failure-answer-unreadable-title",
    text: textOf("answer-unreadable", during),
    actions: [tryAgain, copyDetails],
  }),

  network_page: (_, during) => ({
    drawing: "network",
    turn: "network",
    title: "failure-network-page-title",
    text: textOf("network-page", during),
    actions: [checkNetwork, tryAgain, checkConnection],
  }),

  redirect_refused: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-redirect-refused-title",
    text: "failure-redirect-refused-text",
    actions: [checkNetwork, tryAgain, checkConnection],
  }),

  offline: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-offline-title",
    text: "failure-offline-text",
    actions: [tryAgain, checkConnection],
  }),

  unreachable: (_, during) => ({
    drawing: "network",
    turn: "network",
    title: "failure-unreachable-title",
    text: textOf("unreachable", during),
    actions: [tryAgain, checkConnection, copyDetails],
  }),

  tls_untrusted: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-tls-untrusted-title",
    text: "failure-tls-untrusted-text",
    actions: [checkNetwork, tryAgain, checkConnection],
  }),

  // How a proxy is entered differs by system, so the texts know it.
  proxy_needed: ({ reason }) => ({
    drawing: "network",
    turn: "network",
    title: `failure-proxy-${reason}-title`,
    text: `failure-proxy-${reason}-text`,
    actions: [tryAgain, checkConnection, copyDetails],
  }),

  timed_out: (_, during) => ({
    drawing: "clock",
    turn: "you",
    title: "failure-timed-out-title",
    text: textOf("timed-out", during),
    actions: [tryAgain, checkConnection, copyDetails],
  }),
} satisfies Partial<Cards>;

/** During a key request the text also says whether asking again is safe. */
function textOf(name: string, during: Operation): string {
  return during === "request_test_key" ? `failure-${name}-text-request` : `failure-${name}-text`;
}
