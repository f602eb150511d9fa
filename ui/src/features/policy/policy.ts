/** What the window says about the policy of the organization. */

import type { PolicyInfo, PolicyMember, PolicyProblem } from "../../bindings";
import { t } from "../../i18n/index.svelte";

/** The members that no other setting of the window stands for. */
const WITHOUT_CONTROL = ["updates", "updateAddress", "addresses", "proxy"] as const;

/** What is wrong with the policy, as a sentence. */
export function problemText(problem: PolicyProblem): string {
  switch (problem.kind) {
    case "unknown_member":
    case "value_not_allowed":
      return t(`policy-problem-${problem.kind}`, { name: problem.name });
    default:
      return t(`policy-problem-${problem.kind}`);
  }
}

/** What the policy decides apart from the settings that are shown anyway, as sentences. */
export function decisions(policy: PolicyInfo): string[] {
  const has = (member: PolicyMember) => policy.members.includes(member);
  const decided = WITHOUT_CONTROL.filter(has).map((member) => t(`policy-decides-${member}`));
  const values = has("handOverOfValues")
    ? [policy.valuesAllowed ? t("policy-values-allowed") : t("policy-values-forbidden")]
    : [];
  return [...decided, ...values];
}

/** When notifications are shown, as a sentence. `null` if the policy does not decide. */
export function notificationsText(policy: PolicyInfo): string | null {
  if (!policy.members.includes("notificationTimes")) return null;
  const times = policy.notificationTimes;
  return times ? t("policy-notifications", { ...times }) : t("policy-notifications-never");
}

/** One line per fact, untranslated, because an administrator reads it. */
export function detailsOfPolicy(policy: PolicyInfo, version: string, system: string): string {
  const problems = policy.problems.map((problem) =>
    "name" in problem ? `problem: ${problem.kind} ${problem.name}` : `problem: ${problem.kind}`,
  );
  return [`policy: ${policy.place}`, ...problems, `version: ${version}`, `system: ${system}`].join(
    "\n",
  );
}
