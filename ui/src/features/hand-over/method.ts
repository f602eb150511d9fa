import type { HandOverMethod } from "../../bindings";
import { t } from "../../i18n/index.svelte";

/** How a key was given, as a sentence. */
export function methodText(method: HandOverMethod): string {
  switch (method.kind) {
    case "sealed":
      return t("hand-over-given-sealed", { fingerprint: method.to });
    case "file_with_value":
      return t("hand-over-given-file_with_value", { file: t(`hand-over-file-${method.file}`) });
    default:
      return t(`hand-over-given-${method.kind}`);
  }
}
