/** What a person writes about a key. */

import type { KeyCard, KeyDetails } from "../../../bindings";

/** What is written about a key now. */
export function detailsOf({ name, holder, notes, organizations, places }: KeyCard): KeyDetails {
  return { name, holder, notes, organizations, places };
}
