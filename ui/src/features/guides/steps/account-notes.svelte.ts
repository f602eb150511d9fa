/** The details of the person's account as they are noted: kept while they are typed. */

import type { Account, EmailVerdict, Failure, Region, Verdict } from "../../../bindings";
import { call } from "../../../ipc";
import { Autosave } from "../../../state/autosave.svelte";
import { Mutation } from "../../../state/mutation.svelte";
import { emailProblem } from "../../email-problem";
import { problemOf } from "../../test-key/verdict-message";

const NOTHING: Account = { fullName: "", phone: "", phoneCountry: null, email: "" };

export class AccountNotes {
  #noted: Account = $state.raw(NOTHING);
  #keeper: Autosave<Account> | null = $state.raw(null);
  #phone: Verdict | null = $state.raw(null);
  #email: EmailVerdict | null = $state.raw(null);
  readonly #reading = new Mutation();
  readonly #region: Region | null;

  /** Reads at once what was noted before. `region`: the first guess for the number's country. */
  constructor(region: Region | null) {
    this.#region = region;
    void this.read();
  }

  /** What stands in the fields. */
  get noted(): Account {
    return this.#noted;
  }

  /** Whether there is anything to type into yet. */
  get isRead(): boolean {
    return this.#keeper !== null;
  }

  /** Why it could not be read. */
  get notRead(): Failure | null {
    return this.#reading.failure;
  }

  /** Why it could not be kept. */
  get notKept(): Failure | null {
    return this.#keeper?.failure ?? null;
  }

  /** The one thing that is wrong with the number. A number of Ukraine is right for an account. */
  get phoneProblem(): string | null {
    const verdict = this.#phone?.verdict;
    if (!this.#phone || verdict === "empty" || verdict === "ukraine") return null;
    return problemOf(this.#phone);
  }

  /** The number as others read it, once it is known to be one: `+49 821 3437654`. */
  get phoneRead(): string | null {
    return this.#phone && "number" in this.#phone ? this.#phone.number.international : null;
  }

  /** The one thing that is wrong with the address. */
  get emailProblem(): string | null {
    return this.#email && emailProblem(this.#email);
  }

  /** Reads what was noted before. */
  async read(): Promise<void> {
    await this.#reading.run(async () => {
      const kept = await call("account", {});
      this.#noted = { ...kept, phoneCountry: kept.phoneCountry ?? this.#region };
      this.#keeper = new Autosave(this.#noted, (account) => call("save_account", { account }));
    });
  }

  /** Something was typed or chosen. What was wrong before is forgotten until the field is left. */
  note(changes: Partial<Account>): void {
    this.#noted = { ...this.#noted, ...changes };
    if ("phone" in changes || "phoneCountry" in changes) this.#phone = null;
    if ("email" in changes) this.#email = null;
    this.#keeper?.keep(this.#noted);
  }

  /** The number's field was left: it is judged. */
  async leavePhone(): Promise<void> {
    const { phone, phoneCountry } = this.#noted;
    const verdict = await call("check_phone", { input: phone, country: phoneCountry });
    if (phone === this.#noted.phone && phoneCountry === this.#noted.phoneCountry)
      this.#phone = verdict;
  }

  /** The address's field was left: it is judged. */
  async leaveEmail(): Promise<void> {
    const { email } = this.#noted;
    const verdict = await call("check_email", { input: email });
    if (email === this.#noted.email) this.#email = verdict;
  }

  /** Whether what stands there is kept; what could not be is tried once more. */
  async keep(): Promise<boolean> {
    return (await this.#keeper?.again()) ?? false;
  }
}
