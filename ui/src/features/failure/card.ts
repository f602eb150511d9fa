/** What a failure card consists of, without its words. */

import type { ApiEnvironment, Failure } from "../../bindings";
import type { DrawingKind } from "../../design/Drawing.svelte";
import type { Variables } from "../../i18n/index.svelte";
import type { Offer } from "./actions";
import type { Operation } from "./details";

/** Who can do something about it. */
export type Turn = "you" | "nova_post" | "computer" | "network";

/** When trying again makes sense. */
export type Again =
  /** After so many seconds, counted on the card. */
  | { kind: "wait"; seconds: number }
  /** On the next day, whatever the time zone (product: never promise an hour). */
  | { kind: "tomorrow" };

/** A letter to Nova Post that the card has ready. */
export type LetterName = "several" | "forbidden";

/** A card: `title`, `text` and the labels are messages of the catalogs. */
export interface Card {
  drawing: DrawingKind;
  turn: Turn;
  title: string;
  text: string;
  variables?: Variables;
  /** One to three, the obvious one first. */
  offers: [Offer] | [Offer, Offer] | [Offer, Offer, Offer];
  again?: Again;
  letter?: LetterName;
}

type FailureOf<C extends Failure["code"]> = Extract<Failure, { code: C }>;

/** Makes the card of a failure that came during this, and is about a key of this environment. */
export type Make<F> = (failure: F, during: Operation, environment: ApiEnvironment) => Card;

/** How the card of each failure is made. */
export type Cards = { [C in Failure["code"]]: Make<FailureOf<C>> };
