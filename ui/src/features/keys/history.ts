/** The sentences of a key's history. */

import type { HistoryEntry } from "../../bindings";
import { date } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";

/** What happened, as a sentence. */
export function told({ event }: HistoryEntry): string {
  switch (event.event) {
    case "extended":
      return t("history-extended", change(event));
    case "expiry_changed":
      return t("history-expiry_changed", change(event));
    case "creation_changed":
      return t("history-creation_changed", change(event));
    case "checked":
      return t(`history-checked-${event.result}`);
    case "moved":
      return t("history-moved", {
        from: t(`key-kind-${event.from}`),
        to: t(`key-kind-${event.to}`),
      });
    case "replaced":
      return event.by
        ? t("history-replaced", { lastFour: event.by })
        : t("history-replaced-unnamed");
    case "received":
    case "added":
    case "copied":
    case "shown":
    case "details_changed":
    case "deactivated":
    case "reactivated":
    case "replacement_started":
    case "replacement_cancelled":
    case "deleted":
    case "imported":
    case "restored":
      return t(`history-${event.event}`);
  }
}

function change({ from, to }: { from: string | null; to: string | null }) {
  return { from: day(from), to: day(to) };
}

function day(moment: string | null): string {
  return moment ? date(moment) : t("key-not-known");
}
