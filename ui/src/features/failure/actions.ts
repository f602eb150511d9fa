/** What a failure card can offer, and the buttons that several cards share. */

import type { ApiEnvironment, KeyId, Link } from "../../bindings";

/** An action that the page around the card carries out. */
export type FailureAction =
  /** Repeat the operation that failed. */
  | { kind: "try_again" }
  /** Go back to the number, with the focus in its field. */
  | { kind: "correct_number" }
  /** Show how a key for Ukraine is made. */
  | { kind: "ukraine_guide" }
  /** Put "ask again" on the Home page. */
  | { kind: "remind_tomorrow" }
  /** Show a key of the list. */
  | { kind: "open_key"; key: KeyId }
  /** Try to save a key in the keychain again. */
  | { kind: "save_again"; key: KeyId }
  /** Request the test key. */
  | { kind: "new_key" }
  /** Copy a key on Nova Post's page and add it. */
  | { kind: "add_key" }
  /** Move the key to the environment that accepts it. */
  | { kind: "move_key"; environment: ApiEnvironment }
  /** Get a token that replaces the current one. */
  | { kind: "new_token" }
  /** Close the card: there is nothing left to do. */
  | { kind: "dismiss" };

/** An action that the card carries out itself. */
export type OwnAction =
  | { kind: "open_link"; link: Link }
  | { kind: "compose_email" }
  | { kind: "copy_details" }
  /** Show the last backup and restore it. The page repeats the operation then. */
  | { kind: "restore_list" }
  /** Open the page that checks the connection. */
  | { kind: "check_connection" };

/** A button of a card. `label` is a message id of the catalogs. */
export interface CardAction {
  label: string;
  action: FailureAction | OwnAction;
}

/** Whether the card carries the action out itself. */
export function isOwnAction(action: CardAction["action"]): action is OwnAction {
  return [
    "open_link",
    "compose_email",
    "copy_details",
    "restore_list",
    "check_connection",
  ].includes(action.kind);
}

/** A button whose action the page carries out. */
export function pageAction(label: string, action: FailureAction): CardAction {
  return { label, action };
}

export const tryAgain = pageAction("failure-action-try-again", { kind: "try_again" });
export const correctNumber = pageAction("failure-action-correct-number", {
  kind: "correct_number",
});
export const newKey = pageAction("failure-action-new-key", { kind: "new_key" });
export const addKey = pageAction("failure-action-add-key", { kind: "add_key" });
export const unlock = pageAction("failure-action-unlock", { kind: "try_again" });

/** Opens the person's account at my.novapost.com in the browser. */
export const openNovaPost: CardAction = {
  label: "failure-action-open-nova-post",
  action: { kind: "open_link", link: "my_nova_post" },
};
/** Opens the business account of Nova Poshta in Ukraine. */
export const openCabinet: CardAction = {
  label: "failure-action-open-cabinet",
  action: { kind: "open_link", link: "ukraine_cabinet" },
};
/** Opens a page in the browser, so that a network's sign-in page appears. */
export const checkNetwork: CardAction = {
  label: "failure-action-check-network",
  action: { kind: "open_link", link: "my_nova_post" },
};
/** Opens the page that checks the way to Nova Post and this computer. */
export const checkConnection: CardAction = {
  label: "connection-open",
  action: { kind: "check_connection" },
};
/** Opens the email that the card has prepared. */
export const writeEmail: CardAction = {
  label: "failure-action-write",
  action: { kind: "compose_email" },
};
export const copyDetails: CardAction = {
  label: "failure-action-copy-details",
  action: { kind: "copy_details" },
};
/** Opens the dialog that shows the last backup. */
export const restoreList: CardAction = {
  label: "failure-action-restore",
  action: { kind: "restore_list" },
};
