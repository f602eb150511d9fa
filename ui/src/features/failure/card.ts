/** What a failure card consists of, as message ids and data. */

import type { ApiEnvironment, Failure } from "../../bindings";
import type { DrawingKind } from "../../design/Drawing.svelte";
import type { Variables } from "../../i18n/index.svelte";
import type { EmailName } from "../email/email";
import type { CardAction } from "./actions";
import type { Operation } from "./details";

/** Who can do something about the failure. */
export type Turn = "you" | "nova_post" | "nova_poshta" | "computer" | "network" | "administrator";

/** When trying again makes sense. */
export type Again =
  /** After this many seconds, which the card counts down. */
  | { kind: "wait"; seconds: number }
  /** On the next day. No hour is named, because it depends on Nova Post's time zone. */
  | { kind: "tomorrow" };

/** An email to Nova Post's service desk that is ready to send. */
export type SupportEmailName = Exclude<EmailName, "affiliation">;

/** A card. `title`, `text` and the labels of `actions` are message ids. */
export interface Card {
  drawing: DrawingKind;
  turn: Turn;
  title: string;
  text: string;
  variables?: Variables;
  /** One to three buttons, the most useful one first. */
  actions: [CardAction] | [CardAction, CardAction] | [CardAction, CardAction, CardAction];
  again?: Again;
  email?: SupportEmailName;
}

/** Whose turn it is if the service of a key has to act: Nova Poshta has its own service for Ukraine. */
export function serviceTurn(environment: ApiEnvironment | null): Turn {
  return environment === "ukraine" ? "nova_poshta" : "nova_post";
}

type FailureOf<C extends Failure["code"]> = Extract<Failure, { code: C }>;

/**
 * Makes the card of a failure. `during` only changes the wording. `environment` is that of the key
 * that the failure is about; `null` if it is about no key.
 */
export type Make<F> = (failure: F, during: Operation, environment: ApiEnvironment | null) => Card;

/** How the card of each failure code is made. */
export type Cards = { [C in Failure["code"]]: Make<FailureOf<C>> };
