/** The number as it is being typed, and what the desk says about it. */

import type { PhoneNumber, Region, Verdict } from "../../bindings";
import { call } from "../../ipc";
import { isTimeToSay, type Occasion } from "./verdict-message";

/** So long nothing was typed: the person rests. Milliseconds. */
export const PAUSE = 500;

const EMPTY: Verdict = { verdict: "empty" };

/**
 * Holds what was typed exactly as it was typed. Every change is judged at once, so that the digits
 * to be sent follow the hands; a problem is only said when it is time to.
 */
export class PhoneEntry {
  #input = $state("");
  #country = $state<Region | null>(null);
  #verdict = $state.raw<Verdict>(EMPTY);
  #said = $state(false);
  #asked = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** The person has looked at a number a second time that the numbering plan does not know. */
  secondLook = $state(false);

  constructor(country: Region | null) {
    this.#country = country;
  }

  /** What was typed, untouched. */
  get input(): string {
    return this.#input;
  }

  set input(typed: string) {
    if (typed === this.#input) return;
    this.#input = typed;
    this.#changed();
  }

  /** The chosen country. */
  get country(): Region | null {
    return this.#country;
  }

  set country(chosen: Region | null) {
    if (chosen === this.#country) return;
    this.#country = chosen;
    this.#changed();
  }

  /** The last judgement; never one of an earlier input. */
  get verdict(): Verdict {
    return this.#verdict;
  }

  /** Whether the problem, if there is one, is to be shown now. */
  get isProblemSaid(): boolean {
    return this.#said;
  }

  /** The number that would be sent, as far as there is one. */
  get number(): PhoneNumber | null {
    return "number" in this.#verdict ? this.#verdict.number : null;
  }

  /** Whether it may be sent: ready, or looked at a second time. */
  get isSendable(): boolean {
    const { verdict } = this.#verdict;
    return verdict === "ready" || (verdict === "unassigned" && this.secondLook);
  }

  /** The field was left: what is wrong with it can be said. */
  leave(): void {
    this.#say("leave");
  }

  /** Judges what stands there now and says what is wrong. True if it may be sent. */
  async settle(): Promise<boolean> {
    await this.#judge();
    this.#say("continue");
    return this.isSendable;
  }

  #changed(): void {
    this.#said = false;
    this.secondLook = false;
    clearTimeout(this.#pause);
    const judged = this.#judge();
    this.#pause = setTimeout(async () => {
      await judged;
      this.#say("pause");
    }, PAUSE);
  }

  #say(occasion: Occasion): void {
    clearTimeout(this.#pause);
    if (isTimeToSay(this.#verdict, this.#input, occasion)) this.#said = true;
  }

  async #judge(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const verdict = await call("check_phone", { input: this.#input, country: this.#country });
    // An answer to an earlier input says nothing about this one.
    if (asked === this.#asked) this.#verdict = verdict;
  }
}
