/** The answers about a key, and the words for them. */

import type {
  KeyAnswers,
  KeyId,
  KeyNeed,
  OrganizationsAnswer,
  PeopleAnswer,
  PortalAnswer,
  Review,
} from "../../bindings";
import { t } from "../../i18n/index.svelte";

export const NEEDS: readonly KeyNeed[] = ["needed", "not_needed", "unsure"];
export const PEOPLE: readonly PeopleAnswer[] = ["all_stay", "somebody_left", "unsure"];
export const ORGANIZATIONS: readonly OrganizationsAnswer[] = ["right", "wrong", "unsure"];

const NONE: KeyAnswers = { need: null, people: null, organizations: null, inPortal: null };

/** What was answered about a key so far. */
export function answersOf(review: Review, key: KeyId): KeyAnswers {
  return review.keys.find((reviewed) => reviewed.key === key)?.answers ?? NONE;
}

/** Options for a choice. An empty value is none of them: nothing is chosen yet. */
export function optionsOf<Value extends string>(
  question: "review-need" | "review-people" | "review-organizations",
  values: readonly Value[],
): { value: Value | ""; label: string }[] {
  return values.map((value) => ({ value, label: t(`${question}-${value}`) }));
}

/** Whether Nova Post’s list shows a key that is not here. */
export function portalText(answer: PortalAnswer): string {
  return answer === "others" ? t("review-portal-others-yes") : t("review-portal-no_others");
}
