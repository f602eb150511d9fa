/** The card of every failure code. A code without a card does not compile. */

import type { ApiEnvironment, Failure } from "../../bindings";
import type { Card, Cards, Make } from "./card";
import { computerCards } from "./computer-cards";
import type { Operation } from "./details";
import { networkCards } from "./network-cards";
import { personCards } from "./person-cards";
import { updateCards } from "./update-cards";

const cards: Cards = { ...personCards, ...networkCards, ...computerCards, ...updateCards };

/**
 * The card of a failure that came while `during` was running. `environment` is that of the key that
 * the failure is about, if there is one.
 */
export function cardOf(
  failure: Failure,
  during: Operation,
  environment: ApiEnvironment | null = null,
): Card {
  // Each entry takes the failure with that code, which TypeScript can't infer from the index.
  const make = cards[failure.code] as Make<Failure>;
  return make(failure, during, environment);
}
