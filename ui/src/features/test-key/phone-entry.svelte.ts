/** A phone number while it is typed, and the result of its check. */

import type { PhoneNumber, Region, Verdict } from "../../bindings";
import { call } from "../../ipc";
import { type Occasion, shouldShowProblem } from "./verdict-message";

/** Milliseconds without typing until an error is shown. */
export const PAUSE = 500;

const EMPTY: Verdict = { verdict: "empty" };

/**
 * Keeps the input exactly as it was typed. Every change is checked at once, so that the page always
 * shows the digits that would be sent. An error is shown later: see `shouldShowProblem`.
 */
export class PhoneEntry {
  #input = $state("");
  #country = $state<Region | null>(null);
  /** The country was read from the number, so another number may change it. */
  #isCountryRead = true;
  #verdict = $state.raw<Verdict>(EMPTY);
  #isProblemShown = $state(false);
  #lastCheck = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** The person has confirmed a number that needs a second look. */
  secondLook = $state(false);

  constructor(country: Region | null) {
    this.#country = country;
    this.#isCountryRead = country === null;
  }

  /** The input as it was typed. */
  get input(): string {
    return this.#input;
  }

  set input(typed: string) {
    if (typed === this.#input) return;
    this.#input = typed;
    this.#changed();
  }

  /** The country of the field. A number with its code fills it in while the person has chosen none. */
  get country(): Region | null {
    return this.#country;
  }

  set country(chosen: Region | null) {
    if (chosen === this.#country) return;
    this.#country = chosen;
    this.#isCountryRead = chosen === null;
    this.#changed();
  }

  /** The result of the last check. */
  get verdict(): Verdict {
    return this.#verdict;
  }

  /** Whether the page shows the error now, if there is one. */
  get isProblemShown(): boolean {
    return this.#isProblemShown;
  }

  /** The number that would be sent; `null` while the input is not a number. */
  get number(): PhoneNumber | null {
    return "number" in this.#verdict ? this.#verdict.number : null;
  }

  /** Whether the person has to confirm it, or to answer a question about it. */
  get needsSecondLook(): boolean {
    const { verdict } = this.#verdict;
    return verdict !== "ready" && (this.number !== null || verdict === "maybe_ukraine");
  }

  /** Whether it can be sent: it is ready, or the person has confirmed it. */
  get isSendable(): boolean {
    if (this.number === null) return false;
    return this.#verdict.verdict === "ready" || this.secondLook;
  }

  /** Puts a number that the person has chosen into the field, and shows its error. */
  async choose(number: string): Promise<void> {
    this.input = number;
    await this.validate();
  }

  /** Sets the country that the person was asked for, and shows the error of the number. */
  async chooseCountry(region: Region): Promise<void> {
    this.country = region;
    await this.validate();
  }

  /** Called when the person leaves the field. */
  leave(): void {
    this.#show("leave");
  }

  /** Checks the input and shows its error. Returns true if it can be sent. */
  async validate(): Promise<boolean> {
    await this.#check();
    this.#show("continue");
    return this.isSendable;
  }

  #changed(): void {
    this.#isProblemShown = false;
    this.secondLook = false;
    clearTimeout(this.#pause);
    const checked = this.#check();
    this.#pause = setTimeout(async () => {
      await checked;
      this.#show("pause");
    }, PAUSE);
  }

  #show(occasion: Occasion): void {
    clearTimeout(this.#pause);
    if (shouldShowProblem(this.#verdict, this.#input, occasion)) this.#isProblemShown = true;
  }

  async #check(): Promise<void> {
    this.#lastCheck += 1;
    const check = this.#lastCheck;
    const verdict = await call("check_phone", { input: this.#input, country: this.#country });
    // The input may have changed while the check ran. Then its result is out of date.
    if (check !== this.#lastCheck) return;
    this.#verdict = verdict;
    const read = verdict.verdict === "ready" ? verdict.number.region : null;
    if (!this.#isCountryRead || read === null || read === this.#country) return;
    this.#country = read;
    // The request is checked with the country, so the digits shown must be too.
    await this.#check();
  }
}
