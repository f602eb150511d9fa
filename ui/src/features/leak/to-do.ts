/** A case that is not closed, as something to do on Home. */

import type { KeyCard, Leak } from "../../bindings";
import { t } from "../../i18n/index.svelte";
import { nextStep, titleOf } from "./drills";

/** `key`: the one that others may have seen, if it is known. `name`: how the page calls it. */
export function leakToDo(leak: Leak, key: KeyCard | undefined, name: string) {
  const next = key && nextStep(leak, key);
  return {
    icon: "warning" as const,
    title: t("leak-to-do-title", { name }),
    text: next
      ? t("leak-next", { step: titleOf(next, key.environment, leak.cause) })
      : t("leak-all-done"),
    action: t("leak-entry-continue"),
    leadsTo: { page: "leak" as const, key: leak.key, leak: leak.id },
  };
}
