/** Where the person is on the way to a test key. Kept while they look at other pages. */

import type { Failure, KeyCard, KeyId, Outcome, Step } from "../../bindings";
import { call, isFailure, start } from "../../platform";
import { PhoneEntry } from "./phone-entry.svelte";

/** The pages, in their order. */
export const pages = ["before", "phone", "check", "result"] as const;

/** One of the four pages. */
export type Page = (typeof pages)[number];

/** A key that has arrived. */
export interface Arrived {
  /** The key. */
  key: KeyCard;
  /** What asking has brought; null where the key was found in the list instead. */
  outcome: Outcome | null;
  /** Something to know although all went well. */
  warning: Failure | null;
}

/** What is being done while the person waits. */
export type Work = "request" | "save";

/** How the request stands. */
export type Request =
  | { state: "not_sent" }
  | { state: "running"; work: Work; seen: Step[] }
  | { state: "failed"; failure: Failure }
  | { state: "done"; arrived: Arrived };

/** The state of the four pages. */
export class TestKeyFlow {
  #page = $state<Page>("before");
  #request = $state.raw<Request>({ state: "not_sent" });

  /** The number. */
  phone = $state.raw(new PhoneEntry(start().region));
  /** The person will be reminded tomorrow. */
  isReminded = $state(false);

  /** The page that is shown. */
  get page(): Page {
    return this.#page;
  }

  /** How the request stands. */
  get request(): Request {
    return this.#request;
  }

  /** Whether a page can be gone to from where the person is. */
  canGoTo(page: Page): boolean {
    if (this.#request.state === "running") return page === this.#page;
    if (page === "result") return this.#request.state === "done";
    if (this.#request.state === "done") return false;
    return page !== "check" || this.phone.isSendable;
  }

  /** Shows a page, if it can be gone to. */
  goTo(page: Page): void {
    if (this.canGoTo(page)) this.#page = page;
  }

  /** From the number to the check, if the number can be sent. */
  async settleNumber(): Promise<boolean> {
    const sendable = await this.phone.settle();
    if (sendable) {
      this.#request = { state: "not_sent" };
      this.isReminded = false;
      this.#page = "check";
    }
    return sendable;
  }

  /** Sends the request, and follows it until the key is safe. */
  async send(): Promise<void> {
    const { input, country, secondLook } = this.phone;
    await this.#follow("request", async (hear) => {
      const { key, outcome, warning } = await call(
        "request_test_key",
        { input, country, secondLook },
        hear,
      );
      return { key, outcome, warning };
    });
  }

  /** Tries the keychain once more for a key that is only in memory. */
  async saveAgain(key: KeyId): Promise<void> {
    const before = this.#request.state === "done" ? this.#request.arrived : null;
    await this.#follow("save", async (hear) => {
      const saved = await call("save_key_again", { key }, hear);
      return { key: saved, outcome: before?.outcome ?? null, warning: before?.warning ?? null };
    });
  }

  /** Shows a key that the desk has already. */
  async openKey(id: KeyId): Promise<void> {
    try {
      const key = (await call("keys", {})).find((card) => card.id === id);
      if (key) this.#arrive({ key, outcome: null, warning: null });
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Puts "ask again" on the Home page. */
  async remindTomorrow(): Promise<void> {
    try {
      await call("remind_tomorrow", { input: this.phone.input, country: this.phone.country });
      this.isReminded = true;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Comes in from another page: a way that was walked to its end begins anew. */
  enter(): void {
    if (this.#request.state === "done") this.restart();
  }

  /** Comes in with a number that was asked with before. */
  async enterWith(phone: string): Promise<void> {
    if (this.#request.state === "running") return;
    this.restart();
    this.phone.input = phone;
    this.#page = "phone";
    await this.settleNumber();
  }

  /** From the beginning, with nothing typed. */
  restart(): void {
    this.phone = new PhoneEntry(this.phone.country);
    this.#request = { state: "not_sent" };
    this.isReminded = false;
    this.#page = "before";
  }

  async #follow(
    work: Work,
    run: (hear: (step: Step) => void) => Promise<Arrived>,
  ): Promise<void> {
    if (this.#request.state === "running") return;
    this.isReminded = false;
    this.#request = { state: "running", work, seen: [] };
    try {
      this.#arrive(await run((step) => this.#hear(step)));
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #hear(step: Step): void {
    if (this.#request.state !== "running") return;
    this.#request = { ...this.#request, seen: [...this.#request.seen, step] };
  }

  #arrive(arrived: Arrived): void {
    this.#request = { state: "done", arrived };
    this.#page = "result";
  }

  #fail(thrown: unknown): void {
    if (!isFailure(thrown)) throw thrown;
    this.#request = { state: "failed", failure: thrown };
    if (this.#page === "result") this.#page = "check";
  }
}

/** The one way to a test key that this window knows. */
export const testKey = new TestKeyFlow();
