/** What a page says about an e-mail address that can't be used as it stands. */

import type { EmailVerdict } from "../bindings";
import { t } from "../i18n/index.svelte";

/** The one thing that is wrong, in words; null where nothing is, or nothing was typed yet. */
export function emailProblem({ verdict }: EmailVerdict): string | null {
  return verdict === "ready" || verdict === "empty" ? null : t(`email-problem-${verdict}`);
}
