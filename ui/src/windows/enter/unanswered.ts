/** Why what was typed or pasted could not be judged. */

import type { Failure } from "../../bindings";
import { t } from "../../i18n/index.svelte";

/** In a sentence, for the field. The main window has a whole card for it. */
export function sayUnanswered({ code }: Partial<Failure>): string {
  switch (code) {
    case "keychain_locked":
    case "keychain_missing":
    case "keychain_slow":
    case "keychain_refused":
      return t("enter-unanswered-keychain");
    case "clipboard_refused":
      return t("enter-unanswered-clipboard");
    case "store_unreadable":
    case "store_unwritable":
      return t("enter-unanswered-store");
    default:
      return t("enter-unanswered");
  }
}
