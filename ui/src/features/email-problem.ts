import type { EmailVerdict } from "../bindings";
import { t } from "../i18n/index.svelte";

/** What is wrong with an email address, as text; `null` if it is valid or empty. */
export function emailProblem({ verdict }: EmailVerdict): string | null {
  return verdict === "ready" || verdict === "empty" ? null : t(`email-problem-${verdict}`);
}
