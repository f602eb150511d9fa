import type { ApiEnvironment, CheckedKey, Failure, KeyId, Step } from "../../../bindings";
import { call, isFailure } from "../../../ipc";

/** A command of a check. */
export type CheckWork = "check_key" | "check_key_elsewhere" | "move_key" | "keep_company";

/** The check of the key: it runs, Nova Post has accepted the key, or it has failed. */
export type CheckState = "running" | "works" | "failed";

/**
 * The try in the other environment: it runs, that one refuses the key as well, or the key was moved
 * there, because it accepts the key.
 */
export type ElsewhereState = "running" | "refused" | "moved";

/** The check of one key. It continues while other pages are open. */
export class KeyCheck {
  readonly #id: KeyId;
  #state = $state.raw<CheckState | null>(null);
  #elsewhere = $state.raw<ElsewhereState | null>(null);
  #movedTo = $state.raw<ApiEnvironment | null>(null);
  /** Where the key was to be moved the last time. */
  #moving: ApiEnvironment | null = null;
  #checked = $state.raw<CheckedKey | null>(null);
  #isCompanyKept = $state<boolean | null>(null);
  #failed = $state.raw<{ failure: Failure; during: CheckWork } | null>(null);
  #steps = $state.raw<Step[]>([]);

  constructor(id: KeyId) {
    this.#id = id;
  }

  /** `null` if there was no check or its result was dismissed. */
  get state(): CheckState | null {
    return this.#state;
  }

  /** `null` if the key was not tried in the other environment since the last check. */
  get elsewhere(): ElsewhereState | null {
    return this.#elsewhere;
  }

  /** Where the key was moved; `null` if it was not. */
  get movedTo(): ApiEnvironment | null {
    return this.#movedTo;
  }

  /** What the check has shown; `null` unless the key works. */
  get checked(): CheckedKey | null {
    return this.#checked;
  }

  /** Whether the person wants the company kept; `null` until they have answered. */
  get isCompanyKept(): boolean | null {
    return this.#isCompanyKept;
  }

  /** The last failure; `null` if there is none or it was dismissed. */
  get failed(): { failure: Failure; during: CheckWork } | null {
    return this.#failed;
  }

  /** The steps so far of what is running. */
  get steps(): Step[] {
    return this.#steps;
  }

  /** Whether the key can be tried in the other environment: this one has just refused it. */
  get isRefused(): boolean {
    return this.#failed?.failure.code === "key_refused" && this.#failed.during === "check_key";
  }

  /** Checks whether Nova Post accepts the key. */
  async run(): Promise<void> {
    if (this.#state === "running" || this.#elsewhere === "running") return;
    this.dismiss();
    this.#state = "running";
    const checked = await this.#do("check_key", () =>
      call("check_key", { key: this.#id }, this.#addStep),
    );
    this.#checked = checked ?? null;
    this.#state = checked ? "works" : "failed";
  }

  /** Tries the refused key in the other environment. */
  async tryElsewhere(): Promise<void> {
    if (this.#elsewhere === "running") return;
    const refusal = this.#failed;
    this.#elsewhere = "running";
    const refused = await this.#do("check_key_elsewhere", async () => {
      await call("check_key_elsewhere", { key: this.#id }, this.#addStep);
      return true;
    });
    this.#elsewhere = refused ? "refused" : null;
    if (refused) this.#failed = refusal;
  }

  /** Moves the key to the environment that accepts it. */
  async move(environment: ApiEnvironment): Promise<void> {
    this.#moving = environment;
    const moved = await this.#do("move_key", () =>
      call("move_key", { key: this.#id, environment }),
    );
    if (!moved) return;
    this.#movedTo = environment;
    this.#elsewhere = "moved";
  }

  /** Moves the key after the move has failed. */
  async moveAgain(): Promise<void> {
    if (this.#moving) await this.move(this.#moving);
  }

  /** Keeps the company that the check has shown, or does not. */
  async keepCompany(isKept: boolean): Promise<void> {
    const company = this.#checked;
    if (!isKept) this.#isCompanyKept = false;
    else if (await this.#do("keep_company", () => call("keep_company", { key: this.#id }))) {
      this.#isCompanyKept = true;
    }
    this.#checked = company;
  }

  /** Removes the result. What is running goes on. */
  dismiss(): void {
    this.#failed = null;
    if (this.#state !== "running") this.#state = null;
    if (this.#elsewhere !== "running") this.#elsewhere = null;
    this.#checked = null;
    this.#isCompanyKept = null;
  }

  readonly #addStep = (step: Step) => {
    this.#steps = [...this.#steps, step];
  };

  /** The result of the work; `undefined` if it has failed. */
  async #do<T>(during: CheckWork, work: () => Promise<T>): Promise<T | undefined> {
    this.#failed = null;
    this.#steps = [];
    try {
      return await work();
    } catch (thrown) {
      if (!isFailure(thrown)) throw thrown;
      this.#failed = { failure: thrown, during };
      return undefined;
    }
  }
}

const checks = new Map<KeyId, KeyCheck>();

/** The check of a key. Always the same object for the same key. */
export function checkOf(id: KeyId): KeyCheck {
  const known = checks.get(id);
  if (known) return known;
  const made = new KeyCheck(id);
  checks.set(id, made);
  return made;
}
