/** The texts of a request for a key on Home. */

import type { ToDo } from "../../bindings";
import { t } from "../../i18n/index.svelte";
import type { Described } from "../home/to-do";

/** A request that waits for its key. */
export function describeRequest(item: Extract<ToDo, { kind: "key_request" }>): Described {
  return {
    icon: "handover",
    title: t("to-do-request-title", { name: item.name }),
    text: t(`to-do-request-text-${item.hasKey ? "key" : "no-key"}`, {
      kind: t(`key-kind-${item.environment}`),
    }),
    action: t("to-do-request-action"),
    leadsTo: { page: "request", kept: item.request },
    secondAction: "dismiss",
  };
}
