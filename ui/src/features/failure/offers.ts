/** The buttons that several cards have. */

import type { FailureAction, Offer } from "./actions";

/** A button that the page around the card acts on. */
export function offer(label: string, action: FailureAction): Offer {
  return { label, action };
}

/** Do again what was under way. */
export const tryAgain = offer("failure-action-try-again", { kind: "try_again" });
/** Back to the number. */
export const correctNumber = offer("failure-action-correct-number", { kind: "correct_number" });
/** The way to a test key. */
export const newKey = offer("failure-action-new-key", { kind: "new_key" });
/** The way from Nova Post's page over the clipboard into the keychain. */
export const bringIn = offer("failure-action-bring-in", { kind: "add_key" });
/** The account at my.novapost.com, in the browser. */
export const openNovaPost: Offer = {
  label: "failure-action-open-nova-post",
  action: { kind: "open_link", link: "my_nova_post" },
};
/** The letter that the card has ready. */
export const writeLetter: Offer = {
  label: "failure-action-write",
  action: { kind: "compose_email" },
};
/** The details for support, to be given to somebody. */
export const copyDetails: Offer = {
  label: "failure-action-copy-details",
  action: { kind: "copy_details" },
};
