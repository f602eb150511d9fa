/** Adding a key: from the clipboard, the key entry window or the keychain into the list of keys. */

import type {
  ApiEnvironment,
  CheckedKey,
  ClipboardCheck,
  KeyCard,
  KeyId,
  ReplacementId,
  Step,
} from "../../bindings";
import { call, isFailure } from "../../ipc";
import { now } from "../../state/clock.svelte";
import { Mutation } from "../../state/mutation.svelte";
import type { Route } from "../../state/router.svelte";
import { NO_DATE, type TypedDate, typedDate } from "../keys/changes/expiry";
import { keyById } from "../keys/load-key";
import { type NotTaken, takeNewKey } from "../replace/new-key";
import {
  type FoundKey,
  type ImportFailure,
  isRefusal,
  type NoKey,
  type Refusal,
  type Stage,
} from "./check";
import { type Recorded, saidAbout, suggestions } from "./describe";

/** The state of the pages that add one key. The key itself stays in Rust. */
export class KeyImport {
  readonly run: number | null;
  /** The id of a key that is in the keychain but not in the list; `null`: it is copied or typed. */
  readonly unlisted: KeyId | null;
  /** The key of the list whose secret is added; `null` if none was named. */
  readonly record: KeyId | null;
  /** The replacement that gets the key; `null` if it is added for none. */
  readonly replacement: ReplacementId | null;
  readonly checking = new Mutation();
  #stage = $state<Stage>("copy");
  #clipboard = $state.raw<ClipboardCheck | null>(null);
  #steps = $state.raw<Step[]>([]);
  #key = $state.raw<KeyCard | null>(null);
  /** Whether the key was entered in the popup window. */
  isTyped = $state(false);
  #clipboardEmptied = $state<boolean | null>(null);
  #checked = $state.raw<CheckedKey | null>(null);
  #failed = $state.raw<ImportFailure | null>(null);
  #refused = $state.raw<Refusal | null>(null);
  #isUnusualAccepted = false;
  #notTaken = $state.raw<NotTaken | null>(null);

  /** The person's name for the key. */
  name = $state("");
  /** What the key gives access to; `null` until the person has chosen. */
  environment = $state<ApiEnvironment | null>(null);
  /** The organizations that the key was made for. */
  organizations = $state.raw<string[]>([]);
  /** The person in whose name the key was created. */
  holder = $state("");
  /** The last day on which the key works, as it was typed. */
  expires = $state<TypedDate>({ ...NO_DATE });
  /** The key of the list from whose description the person starts; `null` if there is none. */
  recorded = $state.raw<Recorded | null>(null);
  /** Suggestions: the organizations of the guides and of other keys. */
  known = $state.raw<string[]>([]);

  constructor(route: Omit<Extract<Route, { page: "add-key" }>, "page">) {
    const { run, organization, unlisted, record, environment, replacement } = route;
    this.run = run ?? null;
    this.replacement = replacement ?? null;
    this.environment = environment ?? null;
    this.unlisted = unlisted ?? null;
    this.record = record ?? null;
    if (this.unlisted) this.#stage = "opening";
    if (organization) this.organizations = [organization];
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** The result of the last check; `null` before the first one. */
  get clipboard(): ClipboardCheck | null {
    return this.#clipboard;
  }

  /** The pending key; `null` while there is none. */
  get found(): FoundKey | null {
    return this.#clipboard?.is === "key" ? this.#clipboard : null;
  }

  /** Why the last check found no key; `null` if it found one. */
  get problem(): NoKey | null {
    return this.#clipboard?.is === "problem" ? this.#clipboard : null;
  }

  /** What the person has to change or confirm on the page that describes the key. */
  get refused(): Refusal | null {
    return this.#refused;
  }

  /** The steps that the running command has reported. */
  get steps(): Step[] {
    return this.#steps;
  }

  /** The saved key. */
  get key(): KeyCard | null {
    return this.#key;
  }

  /** Whether Rust has cleared the clipboard; `null` if it did not try or the key was not there. */
  get clipboardEmptied(): boolean | null {
    return this.#clipboardEmptied;
  }

  /** What the check of the key has shown; `null` unless it works. */
  get checked(): CheckedKey | null {
    return this.#checked;
  }

  /** Why the key was not saved or not checked. */
  get failed(): ImportFailure | null {
    return this.#failed;
  }

  /** Why the saved key is not the new key of the replacement; `null` if it is, or is added for none. */
  get notTaken(): NotTaken | null {
    return this.#notTaken;
  }

  /** Whether the check is running. */
  get isChecking(): boolean {
    return this.#stage === "saved" && this.#checked === null && this.#failed === null;
  }

  /** Loads the suggestions: the guide's kind of key, and the names of organizations. */
  async loadSuggestions(): Promise<void> {
    try {
      const record = this.record && (await keyById(this.record));
      if (record) this.#describeAs(record);
      const { environment, names } = await suggestions(this.run);
      this.environment ??= environment;
      this.known = names;
    } catch (thrown) {
      // Only suggestions are missing. If the store is unreadable, checking the key reports it.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  /** Reads an unlisted key from the keychain, and fills in what is already known about it. */
  async openUnlisted(): Promise<void> {
    const key = this.unlisted;
    if (!key) return;
    this.#steps = [];
    await this.checking.run(async () => {
      this.#accept(await call("check_unlisted_key", { key }, this.#addStep));
    });
    this.editKnown();
  }

  /** Lets Rust check the clipboard. A new key opens the page that describes it. */
  async checkClipboard(): Promise<void> {
    if (this.checking.busy) return;
    this.#clipboard = null;
    this.isTyped = false;
    await this.checking.run(async () => {
      this.#accept(await call("check_clipboard", {}));
    });
  }

  /** Opens the popup window where the key is typed. */
  async openEntry(): Promise<void> {
    this.#clipboard = null;
    await this.checking.run(() => call("open_key_entry", {}));
  }

  /** Takes the check of a key that was typed in the popup window. Ignored after the first page. */
  acceptTyped(typed: ClipboardCheck): void {
    if (this.#stage !== "copy") return;
    this.isTyped = true;
    this.#accept(typed);
  }

  /** Describes a key that is already in the list, starting from its present description. */
  editKnown(): void {
    const known = this.found?.known;
    if (!known) return;
    this.#describeAs(known);
    this.#stage = "about";
  }

  /** The person adds a key of an unusual form, or one that was in pieces. */
  acceptUnusual(): void {
    if (!this.found) return;
    this.#isUnusualAccepted = this.found.question?.asks === "unusual_form";
    if (this.found.known) this.editKnown();
    else this.#stage = "about";
  }

  /** Chooses what the key gives access to. */
  chooseEnvironment(environment: ApiEnvironment): void {
    this.environment = environment;
    this.#refused = null;
  }

  /** Returns to the first page and cancels the pending import. */
  startAgain(): void {
    this.#clipboard = null;
    this.#refused = null;
    this.#failed = null;
    this.#stage = "copy";
    void this.cancel();
  }

  /** Cancels the pending import in Rust. */
  async cancel(): Promise<void> {
    try {
      await call("cancel_import", {});
    } catch (thrown) {
      // It fails only if the service is not open, and then nothing is pending.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  /**
   * Saves the pending key, then checks it. `secondLook`: the person was asked about a form that the
   * keys of this environment do not have.
   */
  async save(secondLook = this.#isUnusualAccepted): Promise<void> {
    const environment = this.environment;
    if (!environment) return;
    const { name, run, record } = this;
    const said = saidAbout(environment, this, this.recorded, now());
    const about = { name, environment, ...said, run, record, secondLook };
    await this.#saveWith("import_key", async (onStep) => {
      const { key, clipboardEmptied } = await call("import_key", { about }, onStep);
      const wasNeverThere = this.unlisted || (this.isTyped && clipboardEmptied);
      this.#clipboardEmptied = wasNeverThere ? null : clipboardEmptied;
      return key;
    });
  }

  /** Tries again to write an unsaved key to the keychain. */
  async saveAgain(key: KeyId): Promise<void> {
    await this.#saveWith("save_key_again", (onStep) => call("save_key_again", { key }, onStep));
  }

  /** Checks whether Nova Post accepts the key. */
  async check(): Promise<void> {
    const id = this.#key?.id;
    if (!id) return;
    this.#failed = null;
    this.#steps = [];
    try {
      this.#checked = await call("check_key", { key: id }, this.#addStep);
      this.#key = this.#checked.key;
    } catch (thrown) {
      this.#fail(thrown, "check_key");
      await this.#reloadKey(id);
    }
  }

  /** Starts the description from that of a key in the list. */
  #describeAs(key: KeyCard): void {
    this.name = key.name;
    this.environment = key.environment;
    this.organizations = [...new Set([...key.organizations, ...this.organizations])];
    this.holder = key.holder;
    this.expires = typedDate(key.validUntil);
    this.recorded = key;
  }

  #accept(check: ClipboardCheck): void {
    this.#clipboard = check;
    this.#isUnusualAccepted = false;
    this.#refused = null;
    if (!this.found || this.found.question) return;
    const { known } = this.found;
    if (!known) this.#stage = "about";
    // The list knows the key, and its secret is not here: it is added now.
    else if (known.kept === "never_here" || known.kept === "nowhere") this.editKnown();
  }

  readonly #addStep = (step: Step) => {
    this.#steps = [...this.#steps, step];
  };

  async #saveWith(
    during: "import_key" | "save_key_again",
    work: (onStep: (step: Step) => void) => Promise<KeyCard>,
  ): Promise<void> {
    this.#failed = null;
    this.#refused = null;
    this.#steps = [];
    this.#stage = "saving";
    try {
      this.#key = await work(this.#addStep);
    } catch (thrown) {
      if (isRefusal(thrown)) {
        this.#refused = thrown;
        this.#stage = "about";
      } else this.#fail(thrown, during);
      return;
    }
    if (this.replacement !== null) {
      this.#notTaken = await takeNewKey(this.replacement, this.#key.id);
    }
    this.#stage = "saved";
    await this.check();
  }

  #fail(thrown: unknown, during: ImportFailure["during"]): void {
    if (!isFailure(thrown)) throw thrown;
    this.#failed = { failure: thrown, during };
  }

  /** Nova Post's answer may have changed the status of the key. */
  async #reloadKey(id: KeyId): Promise<void> {
    try {
      this.#key = (await keyById(id)) ?? this.#key;
    } catch (thrown) {
      // The page already shows the failure of the check.
      if (!isFailure(thrown)) throw thrown;
    }
  }
}
