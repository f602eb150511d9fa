/** The state of the pages that request a test key. It is kept while other pages are shown. */

import type { Failure, KeyCard, KeyId, Outcome, Region, Step } from "../../bindings";
import { call, isFailure } from "../../ipc";
import type { PhoneDraft, TestKeyStep } from "../../state/router.svelte";
import { PhoneEntry } from "./phone-entry.svelte";

/** The pages, in order. */
export const steps: readonly TestKeyStep[] = ["before", "number", "check", "key"];

/** The key that the last page shows. */
export interface ReceivedKey {
  key: KeyCard;
  /** The outcome of the request; `null` if no request was sent for the key. */
  outcome: Outcome | null;
  /** Another key of the same number that this one has replaced. */
  replaced: KeyCard | null;
  /** A problem that did not stop the request. */
  warning: Failure | null;
}

/** The commands that show progress. */
export type RequestCommand = "request_test_key" | "save_key_again";

/** The state of the request. */
export type Request =
  | { state: "not_sent" }
  | { state: "running"; command: RequestCommand; seen: Step[] }
  | { state: "failed"; command: RequestCommand; failure: Failure }
  | { state: "done"; received: ReceivedKey };

const NOT_SENT: Request = { state: "not_sent" };

export class TestKeyFlow {
  #phone = $state.raw(new PhoneEntry(null));
  #request = $state.raw<Request>(NOT_SENT);
  #isReminded = $state(false);
  #chapter: string | null = null;
  #usedDraft: PhoneDraft | null = null;
  #generation = 0;

  get phone(): PhoneEntry {
    return this.#phone;
  }

  get request(): Request {
    return this.#request;
  }

  /** Whether a reminder for tomorrow was saved. */
  get isReminded(): boolean {
    return this.#isReminded;
  }

  /**
   * Called when one of the pages opens. Keeps the state, unless the request is finished or the state
   * belongs to another `chapter`: the other mode, or practice mode before it was cleared. `region` is
   * the country that is chosen at first.
   */
  enter(chapter: string, step: TestKeyStep, region: Region | null): void {
    const isOver = this.#request.state === "done" && step !== "key";
    if (chapter === this.#chapter && !isOver) return;
    this.#chapter = chapter;
    this.restart(this.#phone.country ?? region);
  }

  /** Fills in a number from another page. Each draft counts once: later changes are kept. */
  async useDraft(draft: PhoneDraft): Promise<void> {
    if (this.#request.state === "running" || draft === this.#usedDraft) return;
    this.#usedDraft = draft;
    this.restart(draft.country ?? this.#phone.country);
    this.#phone.input = draft.input;
    if (draft.input) await this.#phone.validate();
  }

  /** Resets the state. A running request no longer changes it. */
  restart(country: Region | null = this.#phone.country): void {
    this.#generation += 1;
    this.#phone = new PhoneEntry(country);
    this.#request = NOT_SENT;
    this.#isReminded = false;
  }

  /** The page to show when `wanted` is opened: an earlier one if its input is missing. */
  pageFor(wanted: TestKeyStep): TestKeyStep {
    if (this.#request.state === "running") return "check";
    if (wanted === "key" && this.#request.state !== "done") return "before";
    if (wanted === "check" && !this.#phone.isSendable) return "number";
    return wanted;
  }

  /** Checks the number. Returns true if it can be sent, and resets the request then. */
  async validateNumber(): Promise<boolean> {
    const isSendable = await this.#phone.validate();
    if (isSendable) {
      this.#request = NOT_SENT;
      this.#isReminded = false;
    }
    return isSendable;
  }

  /** Sends the request. Returns true when the key is saved. */
  send(): Promise<boolean> {
    const { input, country, secondLook } = this.#phone;
    return this.#run("request_test_key", (onStep) =>
      call("request_test_key", { input, country, secondLook }, onStep),
    );
  }

  /** Tries again to write an unsaved key to the keychain. Returns true when it is saved. */
  saveAgain(id: KeyId): Promise<boolean> {
    const {
      outcome = null,
      replaced = null,
      warning = null,
    } = this.#request.state === "done" ? this.#request.received : {};
    return this.#run("save_key_again", async (onStep) => ({
      key: await call("save_key_again", { key: id }, onStep),
      outcome,
      replaced,
      warning,
    }));
  }

  /** Shows a key that is in the list already. Returns false if it is not there. */
  async openKey(id: KeyId): Promise<boolean> {
    const key = (await call("keys", {})).find((card) => card.id === id);
    if (key)
      this.#request = {
        state: "done",
        received: { key, outcome: null, replaced: null, warning: null },
      };
    return key !== undefined;
  }

  /** Puts a reminder for tomorrow on the Home page. */
  async remindTomorrow(): Promise<void> {
    await call("remind_tomorrow", { input: this.#phone.input, country: this.#phone.country });
    this.#isReminded = true;
  }

  async #run(
    command: RequestCommand,
    work: (onStep: (step: Step) => void) => Promise<ReceivedKey>,
  ): Promise<boolean> {
    if (this.#request.state === "running") return false;
    const generation = this.#generation;
    const update = (request: Request) => {
      // After a reset, the result of the old request is dropped.
      if (generation === this.#generation) this.#request = request;
    };
    let seen: Step[] = [];
    update({ state: "running", command, seen });
    try {
      const received = await work((step) => {
        seen = [...seen, step];
        if (this.#request.state === "running") update({ state: "running", command, seen });
      });
      update({ state: "done", received });
      return generation === this.#generation;
    } catch (thrown) {
      update(NOT_SENT);
      if (!isFailure(thrown)) throw thrown;
      update({ state: "failed", command, failure: thrown });
      return false;
    }
  }
}

/** The state that all pages of the window share. */
export const testKey = new TestKeyFlow();
