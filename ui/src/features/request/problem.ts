/** Why a text is no request, in words. */

import type { KeyRequestProblem } from "../../bindings";
import { t } from "../../i18n/index.svelte";

/** The sentence for a problem. */
export function problemText(problem: KeyRequestProblem): string {
  switch (problem.kind) {
    case "unknown_member":
      return t("request-problem-unknown_member", { name: problem.name });
    case "missing":
    case "wrong_type":
    case "member_too_long":
    case "unsafe_text":
    case "unknown_value":
      return t(`request-problem-${problem.kind}`, { member: problem.member });
    case "not_for_system": {
      const system = t(`hand-over-receiver-${problem.system}`);
      const environment = t(`key-kind-${problem.environment}`);
      return t("request-problem-not_for_system", { system, environment });
    }
    case "public_key":
      return publicKeyText(problem.problem);
    default:
      return t(`request-problem-${problem.kind}`);
  }
}

function publicKeyText(
  problem: Extract<KeyRequestProblem, { kind: "public_key" }>["problem"],
): string {
  switch (problem.kind) {
    case "other_kind":
      return t("hand-over-public-key-problem-other_kind", { name: problem.name });
    case "rsa_too_short":
      return t("hand-over-public-key-problem-rsa_too_short", { bits: String(problem.bits) });
    default:
      return t(`hand-over-public-key-problem-${problem.kind}`);
  }
}
