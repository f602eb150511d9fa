/** The texts of the yearly review on Home. */

import type { ToDo } from "../../bindings";
import { date } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import type { Described } from "./to-do";

/** A review that is due, or that was started and not signed. */
export function describeReview(item: Extract<ToDo, { kind: "review" }>): Described {
  const { openSince, lastSigned } = item;
  return {
    icon: "keys",
    title: openSince ? t("to-do-review-title-open") : t("to-do-review-title"),
    text: openSince
      ? t("to-do-review-text-open", { day: date(openSince) })
      : lastSigned
        ? t("to-do-review-text-last", { day: date(lastSigned) })
        : t("to-do-review-text"),
    action: openSince ? t("to-do-replacement-action") : t("to-do-review-action"),
    leadsTo: { page: "review" },
  };
}
