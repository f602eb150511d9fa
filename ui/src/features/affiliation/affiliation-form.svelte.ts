/** The form of the affiliation email: its values, the checks of its fields, and their messages. */

import type {
  Affiliation,
  EmailForm,
  EmailVerdict,
  PhoneNumber,
  Region,
  Verdict,
} from "../../bindings";
import { countryName, oneOf } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { Autosave } from "../../state/autosave.svelte";
import { emailProblem } from "../email-problem";
import { numberOf, problemOf } from "../test-key/verdict-message";
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

/** Where a value comes from that the person has not typed: the guide, their last email, the system. */
type Origin = "guide" | "email" | "system";

/** What fills the form before the person has typed anything. */
interface Initial {
  /** The region of the system, for both countries. */
  region: Region | null;
  /** The number of the newest test key, which the person can take. */
  phoneOfKey: string | null;
}

interface Verdicts {
  phone: Verdict;
  email: EmailVerdict;
  managerEmail: EmailVerdict;
  taxCode: TaxCodeVerdict;
}

/** Checks a field when the person leaves it, not while they type the first characters. */
export class AffiliationForm {
  readonly autosave: Autosave<Affiliation>;
  /** Whether the values were typed on an earlier visit. */
  readonly isFromEarlier: boolean;
  readonly #initial: Affiliation;
  readonly #saved: EmailForm;
  readonly #phoneOfKey: string | null;
  #typed: Affiliation = $state.raw({} as Affiliation);
  #verdicts: Partial<Verdicts> = $state.raw({});
  #isSubmitted = $state(false);

  constructor(run: number, saved: EmailForm, initial: Initial) {
    const { typed, isSaved } = saved;
    this.autosave = new Autosave(typed, (form) => call("save_affiliation", { run, form }));
    this.isFromEarlier = isSaved;
    this.#initial = {
      ...typed,
      country: typed.country ?? initial.region,
      phoneCountry: typed.phoneCountry ?? initial.region,
    };
    this.#saved = saved;
    this.#phoneOfKey = initial.phoneOfKey;
    this.#typed = this.#initial;
    // The values of an earlier visit are checked at once.
    for (const field of fields) if (this.#typed[field]) void this.leave(field);
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
    this.autosave.keep(this.#typed);
  }

  /** Checks a field that the person has left. Its error is shown from now on. */
  async leave(field: Field): Promise<void> {
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

  /** Where the value comes from, while it is the one that was filled in; otherwise `undefined`. */
  originOf(field: keyof Affiliation): string | undefined {
    const value = this.#typed[field];
    const origin = value && value === this.#initial[field] && originAtFirst(field, this.#saved);
    return origin ? t(`affiliation-from-${origin}`) : undefined;
  }

  /** The number of the newest test key, while the field is empty. */
  get suggestedPhone(): string | null {
    return this.#typed.phone.trim() ? null : this.#phoneOfKey;
  }

  /** Why the number needs a country: what it is without one; `null` if it does not need any. */
  get withoutCountry(): { abroad: PhoneNumber | null } | null {
    const verdict = this.#verdicts.phone;
    return verdict?.verdict === "no_country" ? verdict : null;
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

/** Where a value comes from at first. A saved form is explained as a whole, not field by field. */
function originAtFirst(field: keyof Affiliation, { typed, isSaved }: EmailForm): Origin | null {
  // Nobody typed it, so it is the system's region or still empty.
  if (!typed[field]) return "system";
  if (isSaved) return null;
  return field === "organization" ? "guide" : "email";
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
