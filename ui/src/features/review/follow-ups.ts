/** What follows from the answers of a review, for the keys that are still in use. */

import type { ApiEnvironment, KeyCard, ReviewAction, ReviewedKey } from "../../bindings";
import { t } from "../../i18n/index.svelte";

/** A key with something to do. */
export interface FollowUp {
  key: KeyCard;
  actions: ReviewAction[];
}

/** Leaves out keys that were deleted, deactivated or replaced since: that answers all of it. */
export function followUps(reviewed: readonly ReviewedKey[], keys: readonly KeyCard[]): FollowUp[] {
  return reviewed.flatMap(({ key: id, actions }) => {
    const key = keys.find((known) => known.id === id);
    const isOpen = key && key.status !== "deactivated" && key.status !== "replaced";
    return isOpen && actions.length > 0 ? [{ key, actions }] : [];
  });
}

/** Why and where to do it. Where a key is deactivated depends on its environment. */
export function doText(action: ReviewAction, environment: ApiEnvironment): string {
  if (action === "deactivate" || action === "replace") {
    return t(`review-do-${action}-${environment}`);
  }
  return t(`review-do-${action}`);
}
