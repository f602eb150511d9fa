/** The pages of a hand-over. */

import type { HandOver, KeyId } from "../../bindings";
import { type HandOverStep, type Route, router } from "../../state/router.svelte";

/** In their order. */
export const handOverSteps: readonly HandOverStep[] = ["who", "sheet", "key", "receipt"];

/** Opens a page of a hand-over. Back returns to the current page. */
export function openStep(handOver: HandOver, step: HandOverStep): void {
  router.go(routeTo(handOver, step));
}

/** The route to a page of a hand-over. */
export function routeTo(handOver: HandOver, step?: HandOverStep): Route {
  return { page: "hand-over", key: handOver.key, handOver: handOver.id, ...(step && { step }) };
}

/** Whether the flow was opened on the page of a replacement, to give somebody the new key. */
export function isForReplacement(): boolean {
  return router.origin?.page === "replace";
}

/**
 * Leaves the flow for the page of the replacement on which it was opened, or for the page of the key. Back then does not
 * lead into the flow again.
 */
export function leaveTo(key: KeyId): void {
  if (isForReplacement()) router.backToOrigin();
  else router.start({ page: "key", key });
}

/** The page with what is to do next. */
export function nextStep(handOver: HandOver | null): HandOverStep {
  if (!handOver) return "who";
  return handOver.method ? "receipt" : "sheet";
}
