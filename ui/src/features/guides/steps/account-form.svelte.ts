/** The form with the details of the person's account. Changes are saved while they are typed. */

import type {
  Account,
  EmailVerdict,
  Failure,
  PhoneNumber,
  Region,
  Verdict,
} from "../../../bindings";
import { t } from "../../../i18n/index.svelte";
import { call } from "../../../ipc";
import { Autosave } from "../../../state/autosave.svelte";
import { Mutation } from "../../../state/mutation.svelte";
import { emailProblem } from "../../email-problem";
import { numberOf, problemOf } from "../../test-key/verdict-message";

const EMPTY: Account = { fullName: "", phone: "", phoneCountry: null, email: "" };

/** The fields that the step needs, in the order of the page. */
export const accountFields = ["fullName", "phone", "email"] as const;

export type AccountField = (typeof accountFields)[number];

export class AccountForm {
  #typed: Account = $state.raw(EMPTY);
  #autosave: Autosave<Account> | null = $state.raw(null);
  #phone: Verdict | null = $state.raw(null);
  #email: EmailVerdict | null = $state.raw(null);
  #phoneOfKey = $state<string | null>(null);
  #isSubmitted = $state(false);
  readonly #loading = new Mutation();
  readonly #region: Region | null;

  /** Loads the saved details. `region`: the country that is chosen at first. */
  constructor(region: Region | null) {
    this.#region = region;
    void this.read();
  }

  /** The values of the fields. */
  get typed(): Account {
    return this.#typed;
  }

  /** Whether the saved details are loaded. Before that, the fields are disabled. */
  get isRead(): boolean {
    return this.#autosave !== null;
  }

  /** Why the details could not be loaded. */
  get readFailure(): Failure | null {
    return this.#loading.failure;
  }

  /** Why the last change could not be saved. */
  get saveFailure(): Failure | null {
    return this.#autosave?.failure ?? null;
  }

  /** The message about the number; `null` if it is valid. An account may have a number of Ukraine. */
  get phoneProblem(): string | null {
    if (this.#isMissing("phone")) return t("guides-account-missing-phone");
    const verdict = this.#phone?.verdict;
    if (!this.#phone || verdict === "empty" || verdict === "ukraine") return null;
    return problemOf(this.#phone);
  }

  /** Why the number needs a country: what it is without one; `null` if it does not need any. */
  get withoutCountry(): { abroad: PhoneNumber | null } | null {
    return this.#phone?.verdict === "no_country" ? this.#phone : null;
  }

  /** The number in international form, `+49 821 3437654`; `null` while it is not checked or invalid. */
  get phoneRead(): string | null {
    return (this.#phone && numberOf(this.#phone)?.international) ?? null;
  }

  /** The message about the name; `null` if there is one. */
  get nameProblem(): string | null {
    return this.#isMissing("fullName") ? t("guides-account-missing-fullName") : null;
  }

  /** The number of the newest test key, while the field is empty: the person can take it. */
  get suggestedPhone(): string | null {
    return this.isRead && !this.#typed.phone.trim() ? this.#phoneOfKey : null;
  }

  /** The message about the address; `null` if it is valid. */
  get emailProblem(): string | null {
    if (this.#isMissing("email")) return t("guides-account-missing-email");
    return this.#email && emailProblem(this.#email);
  }

  /** Loads the saved details. */
  async read(): Promise<void> {
    await this.#loading.run(async () => {
      const [saved, keys] = await Promise.all([call("account", {}), call("keys", {})]);
      this.#phoneOfKey = keys.find(({ phone }) => phone !== null)?.phone ?? null;
      this.#typed = { ...saved, phoneCountry: saved.phoneCountry ?? this.#region };
      this.#autosave = new Autosave(this.#typed, (account) => call("save_account", { account }));
    });
  }

  /** Changes values and saves them. Their errors disappear until the fields are left again. */
  update(changes: Partial<Account>): void {
    this.#typed = { ...this.#typed, ...changes };
    if ("phone" in changes || "phoneCountry" in changes) this.#phone = null;
    if ("email" in changes) this.#email = null;
    this.#autosave?.keep(this.#typed);
  }

  /** Checks the number, when the person leaves its field. */
  async leavePhone(): Promise<void> {
    const { phone, phoneCountry } = this.#typed;
    const verdict = await call("check_phone", { input: phone, country: phoneCountry });
    if (phone !== this.#typed.phone || phoneCountry !== this.#typed.phoneCountry) return;
    const read = verdict.verdict === "ready" ? verdict.number.region : null;
    if (read && phoneCountry === null) this.update({ phoneCountry: read });
    this.#phone = verdict;
  }

  /** Checks the address, when the person leaves its field. */
  async leaveEmail(): Promise<void> {
    const { email } = this.#typed;
    const verdict = await call("check_email", { input: email });
    if (email !== this.#typed.email) return;
    // Without the name, label or `mailto:` that was pasted with it.
    if (verdict.verdict === "ready" && verdict.address !== email)
      this.update({ email: verdict.address });
    this.#email = verdict;
  }

  /** Checks all fields. Returns the first one that is empty or wrong; `null` if all are right. */
  async validate(): Promise<AccountField | null> {
    await Promise.all([this.leavePhone(), this.leaveEmail()]);
    this.#isSubmitted = true;
    const problems = {
      fullName: this.nameProblem,
      phone: this.phoneProblem,
      email: this.emailProblem,
    };
    return accountFields.find((field) => problems[field] !== null) ?? null;
  }

  #isMissing(field: AccountField): boolean {
    return this.#isSubmitted && !this.#typed[field].trim();
  }

  /** Saves the last change if it is not saved yet. Returns whether it is. */
  async save(): Promise<boolean> {
    return (await this.#autosave?.again()) ?? false;
  }
}
