/** The form of the affiliation e-mail: what is typed, and what is to be said about it. */

import type { Account, Affiliation, EmailVerdict, Region, Verdict } from "../../bindings";
import { countryName, oneOf } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { Autosave } from "../../state/autosave.svelte";
import { emailProblem } from "../email-problem";
import { problemOf } from "../test-key/verdict-message";
import { type Compared, differs } from "./same-person";
import type { TaxCodeVerdict } from "./tax-code/verdict";

/** The fields that can be wrong, in the order of the page. */
export const fields = [
  "organization",
  "country",
  "taxCode",
  "fullName",
  "phone",
  "email",
  "managerEmail",
] as const;

export type Field = (typeof fields)[number];

/** What the person may not know yet: the mail program asks for it. */
const OPTIONAL: Field = "managerEmail";

/** Who judges a field, and which answers to it make the judgement out of date. */
type Judged = "phone" | "email" | "managerEmail" | "taxCode";
const judgedWith: Record<Judged, (keyof Affiliation)[]> = {
  phone: ["phone", "phoneCountry"],
  email: ["email"],
  managerEmail: ["managerEmail"],
  taxCode: ["taxCode", "country"],
};
const judgedFields = Object.keys(judgedWith) as Judged[];

interface Verdicts {
  phone: Verdict;
  email: EmailVerdict;
  managerEmail: EmailVerdict;
  taxCode: TaxCodeVerdict;
}

/** Judged after a field was left, never while its first letters are typed. */
export class AffiliationForm {
  readonly account: Account;
  readonly keeper: Autosave<Affiliation>;
  #typed: Affiliation = $state.raw({} as Affiliation);
  #verdicts: Partial<Verdicts> = $state.raw({});
  #left: ReadonlySet<string> = $state.raw(new Set());
  #accountPhone: Verdict | null = $state.raw(null);
  #isAsked = $state(false);

  /** `region`: the first guess for both countries. `language`: for the letter's language. */
  constructor(
    run: number,
    kept: Affiliation,
    account: Account,
    first: { region: Region | null; language: string },
  ) {
    this.account = account;
    this.keeper = new Autosave(kept, (form) => call("save_affiliation", { run, form }));
    this.#typed = {
      ...kept,
      country: kept.country ?? first.region,
      phoneCountry: kept.phoneCountry ?? first.region,
      language: kept.language || first.language,
    };
    // What stands there from before was left before.
    for (const field of fields) if (this.#typed[field]) void this.leave(field);
    void this.#readAccount();
  }

  /** What stands in the fields. */
  get typed(): Affiliation {
    return this.#typed;
  }

  /** The number as others read it: `+49 821 3437654`; until it is known to be one, as typed. */
  get phone(): string {
    const verdict = this.#verdicts.phone;
    return verdict && "number" in verdict ? verdict.number.international : this.#typed.phone;
  }

  /** Something was typed or chosen. What was wrong with it is forgotten until it is left. */
  note(changes: Partial<Affiliation>): void {
    this.#typed = { ...this.#typed, ...changes };
    const stale = judgedFields.filter((field) => judgedWith[field].some((on) => on in changes));
    this.#verdicts = without(this.#verdicts, stale);
    this.#left = new Set([...this.#left].filter((field) => !(field in changes)));
    this.keeper.keep(this.#typed);
  }

  /** A field was left: what is wrong with it can be said. */
  async leave(field: Field): Promise<void> {
    this.#left = new Set([...this.#left, field]);
    if (field === "country") await this.#judge("taxCode");
    else if (isJudged(field)) await this.#judge(field);
  }

  /** Judges everything. Gives the fields that keep the letter from being written. */
  async settle(): Promise<Field[]> {
    await Promise.all(fields.map((field) => this.leave(field)));
    this.#isAsked = true;
    return fields.filter((field) => this.problem(field) !== null);
  }

  /** The one thing that is wrong with a field. */
  problem(field: Field): string | null {
    if (!this.#typed[field]?.trim()) {
      return this.#isAsked && field !== OPTIONAL ? t(`affiliation-missing-${field}`) : null;
    }
    const { phone, email, managerEmail } = this.#verdicts;
    if (field === "email") return email ? emailProblem(email) : null;
    if (field === "managerEmail") return managerEmail ? emailProblem(managerEmail) : null;
    // An account may have a number of Ukraine; only test keys are not made for it (seed).
    if (field !== "phone" || !phone || phone.verdict === "ukraine") return null;
    return problemOf(phone);
  }

  /** What is strange about the tax code. It can be sent all the same. */
  get taxCodeDoubt(): string | null {
    const verdict = this.#verdicts.taxCode;
    if (verdict?.verdict !== "misfit" || !this.#typed.country) return null;
    return t(`affiliation-tax-${verdict.why}`, {
      country: countryName(this.#typed.country),
      numbers: oneOf(verdict.names),
    });
  }

  /** What else is to be said about the tax code: that it fits, or that nobody has checked it. */
  get taxCodeNote(): string | null {
    const verdict = this.#verdicts.taxCode?.verdict;
    if (!verdict || verdict === "misfit" || verdict === "empty" || !this.#typed.country)
      return null;
    return t(`affiliation-tax-${verdict}`, { country: countryName(this.#typed.country) });
  }

  /** Whether a detail of the person is another one in their account. */
  differsFromAccount(detail: Compared): boolean {
    if (!this.#left.has(detail) || this.problem(detail)) return false;
    const phone = this.#verdicts.phone ?? null;
    const { account } = this;
    return differs(detail, {
      typed: this.#typed,
      account,
      phone,
      accountPhone: this.#accountPhone,
    });
  }

  /** Takes a detail as the account has it. */
  takeFromAccount(detail: Compared): void {
    const { phone, phoneCountry } = this.account;
    this.note(
      detail === "phone"
        ? { phone, phoneCountry: phoneCountry ?? this.#typed.phoneCountry }
        : { [detail]: this.account[detail] },
    );
    void this.leave(detail);
  }

  async #readAccount(): Promise<void> {
    const { phone, phoneCountry } = this.account;
    if (phone) this.#accountPhone = await check(phone, phoneCountry);
  }

  async #judge<F extends Judged>(field: F): Promise<void> {
    const judged = this.#typed;
    const verdict = await judges[field](judged);
    // A judgement about what stood there before says nothing about this.
    if (judgedWith[field].some((on) => judged[on] !== this.#typed[on])) return;
    this.#verdicts = { ...this.#verdicts, [field]: verdict };
  }
}

const judges: { [F in Judged]: (typed: Affiliation) => Promise<Verdicts[F]> } = {
  phone: ({ phone, phoneCountry }) => check(phone, phoneCountry),
  email: ({ email }) => call("check_email", { input: email }),
  managerEmail: ({ managerEmail }) => call("check_email", { input: managerEmail }),
  taxCode: async ({ taxCode, country }) => {
    if (!country) return { verdict: "empty" };
    // The numbers of a hundred countries: fetched when the first is to be judged.
    const { checkTaxCode } = await import("./tax-code/check");
    return checkTaxCode(country, taxCode);
  },
};

function check(input: string, country: Region | null): Promise<Verdict> {
  return call("check_phone", { input, country });
}

function isJudged(field: Field): field is Judged & Field {
  return field in judgedWith;
}

function without(verdicts: Partial<Verdicts>, stale: readonly Judged[]): Partial<Verdicts> {
  return Object.fromEntries(
    Object.entries(verdicts).filter(([field]) => !stale.includes(field as Judged)),
  );
}
