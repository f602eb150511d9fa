/** What a failure card can offer. */

import type { KeyId, Link } from "../../bindings";

/** What the page around the card does when it is chosen: the card only says it. */
export type FailureAction =
  /** Do again what was under way. */
  | { kind: "try_again" }
  /** Go back to the number, with the focus in it. */
  | { kind: "correct_number" }
  /** Show how a key for Ukraine is made. */
  | { kind: "ukraine_guide" }
  /** Put "ask again" on the Home page. */
  | { kind: "remind_tomorrow" }
  /** Show a key that the desk has. */
  | { kind: "open_key"; key: KeyId }
  /** Try the keychain once more. */
  | { kind: "save_again"; key: KeyId }
  /** Start the way to a test key. */
  | { kind: "new_key" }
  /** Copy a key on Nova Post's page and bring it in. */
  | { kind: "add_key" }
  /** Get a token in place of this one. */
  | { kind: "new_token" }
  /** Put the card away: nothing is left to do here. */
  | { kind: "dismiss" };

/** What the card does by itself. */
export type CardAction =
  | { kind: "open_link"; link: Link }
  | { kind: "compose_email" }
  | { kind: "copy_details" };

/** A button of a card: what it says, as a message of the catalogs, and what it does. */
export interface Offer {
  label: string;
  action: FailureAction | CardAction;
}

/** Whether the card does it by itself. */
export function isCardAction(action: Offer["action"]): action is CardAction {
  return ["open_link", "compose_email", "copy_details"].includes(action.kind);
}
