/** How far a review has come. */

import type { KeyCard, Review } from "../../bindings";

/** The pages after the keys. */
export type Stage = "portal" | "webhooks" | "sign";

/** The keys in use without an answer. */
export function keysLeft(review: Review, keys: readonly KeyCard[]): KeyCard[] {
  const isReviewed = (id: string) =>
    review.keys.some(({ key, answers }) => key === id && answers.need !== null);
  return keys.filter(({ id }) => !isReviewed(id));
}

/** The keys that Nova Post’s list at my.novapost.com has: those that were created there. */
export function portalKeys(keys: readonly KeyCard[]): KeyCard[] {
  return keys.filter(({ environment }) => environment === "production");
}

/** The keys with which the webhooks are asked for: one, and those that another person has created. */
export function webhookKeys(keys: readonly KeyCard[]): KeyCard[] {
  const usable = portalKeys(keys).filter(({ kept }) => kept === "keychain");
  return usable.filter(({ otherAccount }, index) => index === 0 || otherAccount !== null);
}

/** The pages that this review has. Without a key of Europe there is nothing to compare. */
export function stagesOf(keys: readonly KeyCard[]): Stage[] {
  return [
    ...(portalKeys(keys).length > 0 ? (["portal"] as const) : []),
    ...(webhookKeys(keys).length > 0 ? (["webhooks"] as const) : []),
    "sign",
  ];
}
