/**
 * For every failure: what its card says, whose turn it is, what can be done now and when again
 * (product: "Failure cards"). A code without a card does not compile.
 */

import type { ApiEnvironment, Failure } from "../../bindings";
import type { Card, Cards, Make } from "./card";
import { computerCards } from "./computer-cards";
import type { Operation } from "./details";
import { networkCards } from "./network-cards";
import { personCards } from "./person-cards";

const cards: Cards = { ...personCards, ...networkCards, ...computerCards };

/**
 * The card of a failure that came while `during` was under way. `environment`: of the key that it
 * is about.
 */
export function cardOf(
  failure: Failure,
  during: Operation,
  environment: ApiEnvironment = "sandbox",
): Card {
  // Each entry takes the failure of its own code; the compiler can't follow that through the index.
  const make = cards[failure.code] as Make<Failure>;
  return make(failure, during, environment);
}
