/** Failures of looking for, downloading and installing a new version. The running version goes on in all of them. */

import { copyDetails, pageAction, tryAgain } from "./actions";
import type { Cards } from "./card";

const goOn = pageAction("failure-action-go-on", { kind: "dismiss" });

export const updateCards = {
  update_address_insecure: () => ({
    drawing: "network",
    turn: "you",
    title: "failure-update-address-insecure-title",
    text: "failure-update-address-insecure-text",
    actions: [copyDetails, goOn],
  }),

  update_unreachable: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-update-unreachable-title",
    text: "failure-update-unreachable-text",
    actions: [tryAgain, goOn, copyDetails],
  }),

  update_untrusted: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-update-untrusted-title",
    text: "failure-update-untrusted-text",
    actions: [tryAgain, goOn, copyDetails],
  }),

  update_answer_unreadable: () => ({
    drawing: "service",
    turn: "you",
    title: "failure-update-answer-unreadable-title",
    text: "failure-update-answer-unreadable-text",
    actions: [tryAgain, goOn, copyDetails],
  }),

  update_no_package: () => ({
    drawing: "service",
    turn: "you",
    title: "failure-update-no-package-title",
    text: "failure-update-no-package-text",
    actions: [goOn, copyDetails],
  }),

  update_older: ({ version }) => ({
    drawing: "service",
    turn: "you",
    title: "failure-update-older-title",
    text: "failure-update-older-text",
    variables: { version },
    actions: [goOn, copyDetails],
  }),

  update_incomplete: () => ({
    drawing: "network",
    turn: "network",
    title: "failure-update-incomplete-title",
    text: "failure-update-incomplete-text",
    actions: [tryAgain, goOn, copyDetails],
  }),

  // Trying again would bring the same file, and a person should not learn to press until it works.
  update_signature_wrong: () => ({
    drawing: "service",
    turn: "you",
    title: "failure-update-signature-wrong-title",
    text: "failure-update-signature-wrong-text",
    actions: [copyDetails, goOn],
  }),

  update_not_now: () => ({
    drawing: "clock",
    turn: "you",
    title: "failure-update-not-now-title",
    text: "failure-update-not-now-text",
    actions: [tryAgain, goOn],
  }),

  update_not_allowed: () => ({
    drawing: "window",
    turn: "you",
    title: "failure-update-not-allowed-title",
    text: "failure-update-not-allowed-text",
    actions: [tryAgain, goOn],
  }),

  update_not_installed: () => ({
    drawing: "window",
    turn: "computer",
    title: "failure-update-not-installed-title",
    text: "failure-update-not-installed-text",
    actions: [tryAgain, goOn, copyDetails],
  }),
} satisfies Partial<Cards>;
