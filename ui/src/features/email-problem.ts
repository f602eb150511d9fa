import type { EmailVerdict } from "../bindings";
import { t } from "../i18n/index.svelte";

/** What is wrong with an email address, as text; `null` if it is valid or empty. */
export function emailProblem(found: EmailVerdict): string | null {
  if (found.verdict === "ready" || found.verdict === "empty") return null;
  if (found.verdict !== "mixed_alphabets") return t(`email-problem-${found.verdict}`);
  const { letter, alphabet, part } = found;
  return t("email-problem-mixed_alphabets", { letter, alphabet, part });
}
