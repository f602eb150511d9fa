/** How far the person is on the way to a test key. Kept while they look at other pages. */

import type { Failure, KeyCard, KeyId, Outcome, Region, Step } from "../../bindings";
import { call, isFailure } from "../../ipc";
import type { PhoneDraft, TestKeyStep } from "../../state/router.svelte";
import { PhoneEntry } from "./phone-entry.svelte";

/** The pages, in their order. */
export const steps: readonly TestKeyStep[] = ["before", "number", "check", "key"];

/** A key that has arrived. */
export interface Arrived {
  /** The key. */
  key: KeyCard;
  /** What asking has brought; null where the key was found in the register instead. */
  outcome: Outcome | null;
  /** Something to know although all went well. */
  warning: Failure | null;
}

/** What is done while the person waits. */
export type Work = "request_test_key" | "save_key_again";

/** How the request stands. */
export type Request =
  | { state: "not_sent" }
  | { state: "running"; work: Work; seen: Step[] }
  | { state: "failed"; work: Work; failure: Failure }
  | { state: "done"; arrived: Arrived };

const NOT_SENT: Request = { state: "not_sent" };

/** The state of the four pages. */
export class TestKeyFlow {
  #phone = $state.raw(new PhoneEntry(null));
  #request = $state.raw<Request>(NOT_SENT);
  #isReminded = $state(false);
  #chapter: string | null = null;
  #takenUp: PhoneDraft | null = null;
  #walk = 0;

  /** The number. */
  get phone(): PhoneEntry {
    return this.#phone;
  }

  /** How the request stands. */
  get request(): Request {
    return this.#request;
  }

  /** Whether the person will be reminded tomorrow. */
  get isReminded(): boolean {
    return this.#isReminded;
  }

  /**
   * Comes in from another page. What was begun is still there, unless it was walked to its end or
   * belongs to another `chapter`: the other mode, or practice before it was cleared. `region` is the
   * first guess for the country.
   */
  enter(chapter: string, step: TestKeyStep, region: Region | null): void {
    const isOver = this.#request.state === "done" && step !== "key";
    if (chapter === this.#chapter && !isOver) return;
    this.#chapter = chapter;
    this.restart(this.#phone.country ?? region);
  }

  /** Takes up a number from another page; once, so that coming back keeps what was typed since. */
  async takeUp(draft: PhoneDraft): Promise<void> {
    if (this.#request.state === "running" || draft === this.#takenUp) return;
    this.#takenUp = draft;
    this.restart(draft.country ?? this.#phone.country);
    this.#phone.input = draft.input;
    if (draft.input) await this.#phone.settle();
  }

  /** From the beginning, with nothing typed. */
  restart(country: Region | null = this.#phone.country): void {
    this.#walk += 1;
    this.#phone = new PhoneEntry(country);
    this.#request = NOT_SENT;
    this.#isReminded = false;
  }

  /** The page that can be shown when this one is asked for. */
  nearest(wanted: TestKeyStep): TestKeyStep {
    if (this.#request.state === "running") return "check";
    if (wanted === "key" && this.#request.state !== "done") return "before";
    if (wanted === "check" && !this.#phone.isSendable) return "number";
    return wanted;
  }

  /** Judges the number; true if it can be sent, and then nothing of an earlier request is left. */
  async settleNumber(): Promise<boolean> {
    const isSendable = await this.#phone.settle();
    if (isSendable) {
      this.#request = NOT_SENT;
      this.#isReminded = false;
    }
    return isSendable;
  }

  /** Sends the request and follows it until the key is safe; true if it is. */
  send(): Promise<boolean> {
    const { input, country, secondLook } = this.#phone;
    return this.#follow("request_test_key", (hear) =>
      call("request_test_key", { input, country, secondLook }, hear),
    );
  }

  /** Tries the keychain once more for a key that is only in memory; true if it took it. */
  saveAgain(id: KeyId): Promise<boolean> {
    const { outcome = null, warning = null } =
      this.#request.state === "done" ? this.#request.arrived : {};
    return this.#follow("save_key_again", async (hear) => ({
      key: await call("save_key_again", { key: id }, hear),
      outcome,
      warning,
    }));
  }

  /** Takes up a key that the desk has already; true if it is there. */
  async openKey(id: KeyId): Promise<boolean> {
    const key = (await call("keys", {})).find((card) => card.id === id);
    if (key) this.#request = { state: "done", arrived: { key, outcome: null, warning: null } };
    return key !== undefined;
  }

  /** Puts "ask again" on the Home page. */
  async remindTomorrow(): Promise<void> {
    await call("remind_tomorrow", { input: this.#phone.input, country: this.#phone.country });
    this.#isReminded = true;
  }

  async #follow(
    work: Work,
    run: (hear: (step: Step) => void) => Promise<Arrived>,
  ): Promise<boolean> {
    if (this.#request.state === "running") return false;
    const walk = this.#walk;
    const news = (request: Request) => {
      // What an abandoned walk still brings belongs to no page any more.
      if (walk === this.#walk) this.#request = request;
    };
    let seen: Step[] = [];
    news({ state: "running", work, seen });
    try {
      const arrived = await run((step) => {
        seen = [...seen, step];
        if (this.#request.state === "running") news({ state: "running", work, seen });
      });
      news({ state: "done", arrived });
      return walk === this.#walk;
    } catch (thrown) {
      news(NOT_SENT);
      if (!isFailure(thrown)) throw thrown;
      news({ state: "failed", work, failure: thrown });
      return false;
    }
  }
}

/** The one way to a test key that this window knows. */
export const testKey = new TestKeyFlow();
