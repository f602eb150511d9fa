/** The form of the affiliation email: its values, the checks of its fields, and their messages. */

import type { Account, Affiliation, EmailVerdict, Region, Verdict } from "../../bindings";
import { countryName, oneOf } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { Autosave } from "../../state/autosave.svelte";
import { emailProblem } from "../email-problem";
import { numberOf, problemOf } from "../test-key/verdict-message";
import { type Compared, differs } from "./account-match";
import type { TaxCodeVerdict } from "./tax-code/check";

/** The fields that can have an error, in the order of the page. */
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

/** The inputs of the form, so that an error can move the focus to its field. */
export type FieldInputs = { [F in Field]: HTMLInputElement | null };

/** May be empty: the email then goes to the service desk. */
const OPTIONAL: Field = "managerEmail";

/** The fields with a check, and the values that each check reads. */
type Checked = "phone" | "email" | "managerEmail" | "taxCode";
const inputsOf: Record<Checked, (keyof Affiliation)[]> = {
  phone: ["phone", "phoneCountry"],
  email: ["email"],
  managerEmail: ["managerEmail"],
  taxCode: ["taxCode", "country"],
};
const checkedFields = Object.keys(inputsOf) as Checked[];

interface Verdicts {
  phone: Verdict;
  email: EmailVerdict;
  managerEmail: EmailVerdict;
  taxCode: TaxCodeVerdict;
}

/** Checks a field when the person leaves it, not while they type the first characters. */
export class AffiliationForm {
  readonly account: Account;
  readonly autosave: Autosave<Affiliation>;
  #typed: Affiliation = $state.raw({} as Affiliation);
  #verdicts: Partial<Verdicts> = $state.raw({});
  #visited: ReadonlySet<string> = $state.raw(new Set());
  #accountPhone: Verdict | null = $state.raw(null);
  #isSubmitted = $state(false);

  /** `region` fills both countries if they were not saved yet. */
  constructor(run: number, saved: Affiliation, account: Account, region: Region | null) {
    this.account = account;
    this.autosave = new Autosave(saved, (form) => call("save_affiliation", { run, form }));
    this.#typed = {
      ...saved,
      country: saved.country ?? region,
      phoneCountry: saved.phoneCountry ?? region,
    };
    // The values of an earlier visit are checked at once.
    for (const field of fields) if (this.#typed[field]) void this.leave(field);
    void this.#checkAccountPhone();
  }

  /** The values of the fields. */
  get typed(): Affiliation {
    return this.#typed;
  }

  /** The number in international form, `+49 821 3437654`; as typed while it is not a valid number. */
  get phone(): string {
    const verdict = this.#verdicts.phone;
    return (verdict && numberOf(verdict)?.international) ?? this.#typed.phone;
  }

  /** Changes values and saves them. Their errors disappear until the fields are left again. */
  update(changes: Partial<Affiliation>): void {
    this.#typed = { ...this.#typed, ...changes };
    const stale = checkedFields.filter((field) =>
      inputsOf[field].some((input) => input in changes),
    );
    this.#verdicts = without(this.#verdicts, stale);
    this.#visited = new Set([...this.#visited].filter((field) => !(field in changes)));
    this.autosave.keep(this.#typed);
  }

  /** Checks a field that the person has left. Its error is shown from now on. */
  async leave(field: Field): Promise<void> {
    this.#visited = new Set([...this.#visited, field]);
    if (field === "country") await this.#check("taxCode");
    else if (isChecked(field)) await this.#check(field);
  }

  /** Checks all fields. Returns the fields with an error. */
  async validate(): Promise<Field[]> {
    await Promise.all(fields.map((field) => this.leave(field)));
    this.#isSubmitted = true;
    return fields.filter((field) => this.problem(field) !== null);
  }

  /** The message about a field; `null` if it has no error. */
  problem(field: Field): string | null {
    if (!this.#typed[field]?.trim()) {
      return this.#isSubmitted && field !== OPTIONAL ? t(`affiliation-missing-${field}`) : null;
    }
    const { phone, email, managerEmail } = this.#verdicts;
    if (field === "email") return email ? emailProblem(email) : null;
    if (field === "managerEmail") return managerEmail ? emailProblem(managerEmail) : null;
    // A number of Ukraine is valid for an account. Only test keys exclude it [NP-spec: POST /test-api-keys].
    if (field !== "phone" || !phone || phone.verdict === "ukraine") return null;
    return problemOf(phone);
  }

  /** Why the tax code looks wrong; `null` if it does not. The email can be sent anyway. */
  get taxCodeDoubt(): string | null {
    const verdict = this.#verdicts.taxCode;
    if (verdict?.verdict === "foreign_letter")
      return t("affiliation-tax-foreign_letter", { ...verdict.found });
    if (verdict?.verdict !== "misfit" || !this.#typed.country) return null;
    return t(`affiliation-tax-${verdict.why}`, {
      country: countryName(this.#typed.country),
      numbers: oneOf(verdict.names),
    });
  }

  /** That the tax code fits or could not be checked; `null` if there is a doubt or no code. */
  get taxCodeNote(): string | null {
    const verdict = this.#verdicts.taxCode?.verdict;
    if (!isNote(verdict) || !this.#typed.country) return null;
    return t(`affiliation-tax-${verdict}`, { country: countryName(this.#typed.country) });
  }

  /** Whether a value differs from the one in the person's account at Nova Post. */
  differsFromAccount(detail: Compared): boolean {
    if (!this.#visited.has(detail) || this.problem(detail)) return false;
    const phone = this.#verdicts.phone ?? null;
    const { account } = this;
    return differs(detail, {
      typed: this.#typed,
      account,
      phone,
      accountPhone: this.#accountPhone,
    });
  }

  /** Replaces a value by the one in the account. */
  takeFromAccount(detail: Compared): void {
    const { phone, phoneCountry } = this.account;
    this.update(
      detail === "phone"
        ? { phone, phoneCountry: phoneCountry ?? this.#typed.phoneCountry }
        : { [detail]: this.account[detail] },
    );
    void this.leave(detail);
  }

  async #checkAccountPhone(): Promise<void> {
    const { phone, phoneCountry } = this.account;
    if (phone) this.#accountPhone = await checkPhone(phone, phoneCountry);
  }

  async #check<F extends Checked>(field: F): Promise<void> {
    const checked = this.#typed;
    const verdict = await checks[field](checked);
    // The values may have changed while the check ran. Then its result is out of date.
    if (inputsOf[field].some((input) => checked[input] !== this.#typed[input])) return;
    this.#verdicts = { ...this.#verdicts, [field]: verdict };
    if ("address" in verdict && verdict.address !== checked[field]) {
      // Without the name, label or `mailto:` that was pasted with it.
      this.#typed = { ...this.#typed, [field]: verdict.address };
      this.autosave.keep(this.#typed);
    }
  }
}

const checks: { [F in Checked]: (typed: Affiliation) => Promise<Verdicts[F]> } = {
  phone: ({ phone, phoneCountry }) => checkPhone(phone, phoneCountry),
  email: ({ email }) => call("check_email", { input: email }),
  managerEmail: ({ managerEmail }) => call("check_email", { input: managerEmail }),
  taxCode: async ({ taxCode, country }) => {
    if (!country) return { verdict: "empty" };
    // The table of a hundred countries is large: it is loaded for the first check.
    const { checkTaxCode } = await import("./tax-code/check");
    return checkTaxCode(country, taxCode);
  },
};

function checkPhone(input: string, country: Region | null): Promise<Verdict> {
  return call("check_phone", { input, country });
}

function isNote(verdict = "empty"): verdict is "fits" | "form_fits" | "not_checked" {
  return ["fits", "form_fits", "not_checked"].includes(verdict);
}

function isChecked(field: Field): field is Checked & Field {
  return field in inputsOf;
}

function without(verdicts: Partial<Verdicts>, stale: readonly Checked[]): Partial<Verdicts> {
  return Object.fromEntries(
    Object.entries(verdicts).filter(([field]) => !stale.includes(field as Checked)),
  );
}
