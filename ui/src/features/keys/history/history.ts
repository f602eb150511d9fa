/** The sentences of a key's history. */

import type { HistoryEntry } from "../../../bindings";
import { date, listed } from "../../../i18n/format.svelte";
import { t } from "../../../i18n/index.svelte";

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
    case "tried_elsewhere": {
      const result = event.result === "works" ? "works" : "refused";
      const kind = t(`key-kind-${event.environment}`);
      return t(`history-tried_elsewhere-${result}`, { kind });
    }
    case "details_changed": {
      const fields = listed(event.fields.map((field) => t(`history-field-${field}`)));
      return fields
        ? t("history-details_changed", { fields })
        : t("history-details_changed-unnamed");
    }
    case "replacement_key_chosen":
      return t("history-replacement_key_chosen", { lastFour: event.by });
    case "place_ticked":
    case "place_unticked":
      return event.place
        ? t(`history-${event.event}`, { place: event.place })
        : t(`history-${event.event}-unnamed`);
    case "handed_over": {
      const how = t(`history-handed_over-${event.how.kind}`);
      return event.recipient
        ? t("history-handed_over", { person: event.recipient, how })
        : t("history-handed_over-unnamed", { how });
    }
    case "token_given":
    case "token_refused":
      return event.program
        ? t(`history-${event.event}`, { program: event.program })
        : t(`history-${event.event}-unnamed`);
    case "receipt_checked":
      return event.result.kind === "other_key"
        ? t("history-receipt_checked-other_key", { lastFour: event.result.lastFour })
        : t(`history-receipt_checked-${event.result.kind}`);
    case "leak_reported":
      return t("leak-history-reported", { cause: t(`leak-cause-${event.cause}`) });
    case "leak_closed":
      return t("leak-history-closed");
    case "file_saved":
      return t("history-file_saved", { file: t(`history-file-${event.file}`) });
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
    case "token_received":
    case "token_copied":
    case "copied":
    case "shown":
    case "deactivated":
    case "reactivated":
    case "replacement_started":
    case "replacement_cancelled":
    case "deleted":
    case "imported":
    case "restored":
    case "review_signed":
    case "unknown":
      return t(`history-${event.event}`);
  }
}

function change({ from, to }: { from: string | null; to: string | null }) {
  return { from: day(from), to: day(to) };
}

function day(moment: string | null): string {
  return moment ? date(moment) : t("key-not-known");
}
