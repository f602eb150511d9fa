/** How far a key has come on its way from the clipboard into the keychain. */

import type {
  ApiEnvironment,
  ClipboardCheck,
  Failure,
  GuideName,
  KeyCard,
  KeyId,
  Step,
  Verification,
} from "../../bindings";
import { call, isFailure } from "../../ipc";
import { Mutation } from "../../state/mutation.svelte";
import type { Route } from "../../state/router.svelte";

/**
 * Where the person is: copying the key, or waiting until the keychain has given one that only it
 * knows; saying what it is, waiting until it is safe, done.
 */
export type Stage = "opening" | "copy" | "about" | "keeping" | "kept";

/** A key that Rust has read and that waits there. */
export type FoundKey = Extract<ClipboardCheck, { is: "key" }>;

/** What can go wrong on the last two pages, and with what. */
export interface Trouble {
  failure: Failure;
  during: "import_key" | "save_key_again" | "get_token" | "verify_token";
}

/** What guides lead to which kind of key. */
const leadsTo: Record<GuideName, ApiEnvironment> = {
  europe: "production",
  ukraine: "ukraine",
  method_1: "sandbox",
};

/** One key's way. The key itself stays in Rust: here are its last four characters. */
export class BringIn {
  readonly run: number | null;
  /** The key is in the keychain already, under this name; none: it is yet to be copied or typed. */
  readonly unlisted: KeyId | null;
  readonly looking = new Mutation();
  #stage = $state<Stage>("copy");
  #clipboard = $state.raw<ClipboardCheck | null>(null);
  #steps = $state.raw<Step[]>([]);
  #key = $state.raw<KeyCard | null>(null);
  #isTyped = false;
  #clipboardEmptied = $state<boolean | null>(null);
  #proof = $state.raw<Verification | null>(null);
  #trouble = $state.raw<Trouble | null>(null);

  /** What the person calls it. */
  name = $state("");
  /** What it opens; none until the person has said so. */
  environment = $state<ApiEnvironment | null>(null);
  /** The organizations that it was made for. */
  organizations = $state.raw<string[]>([]);
  /** What may be meant: organizations of the guides and of other keys. */
  known = $state.raw<string[]>([]);

  constructor({ run, organization, unlisted }: Omit<Extract<Route, { page: "bring-in" }>, "page">) {
    this.run = run ?? null;
    this.unlisted = unlisted ?? null;
    if (this.unlisted) this.#stage = "opening";
    if (organization) this.organizations = [organization];
  }

  /** Where the person is. */
  get stage(): Stage {
    return this.#stage;
  }

  /** What was found on the clipboard; none before the first look. */
  get clipboard(): ClipboardCheck | null {
    return this.#clipboard;
  }

  /** The key that waits. */
  get found(): FoundKey | null {
    return this.#clipboard?.is === "key" ? this.#clipboard : null;
  }

  /** The steps so far of what is under way. */
  get steps(): Step[] {
    return this.#steps;
  }

  /** The key in the register. */
  get key(): KeyCard | null {
    return this.#key;
  }

  /** Whether it is off the clipboard; none where nobody has tried, and where it never was there. */
  get clipboardEmptied(): boolean | null {
    return this.#clipboardEmptied;
  }

  /** How it was shown to work. */
  get proof(): Verification | null {
    return this.#proof;
  }

  /** What went wrong while it was kept or proven. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** Whether Key Desk is showing that it works. Keys for Ukraine make no tokens (seed). */
  get isProving(): boolean {
    return (
      this.#stage === "kept" &&
      this.#key?.environment !== "ukraine" &&
      this.#proof === null &&
      this.#trouble === null
    );
  }

  /** Learns what the guide leads to, and which organizations there are. */
  async learn(): Promise<void> {
    try {
      const [runs, keys] = await Promise.all([call("guide_runs", {}), call("keys", {})]);
      const own = runs.find(({ id }) => id === this.run);
      if (own) this.environment ??= leadsTo[own.guide];
      const names = [
        ...runs.map(({ organization }) => organization),
        ...keys.flatMap(({ organizations }) => organizations),
      ];
      this.known = [...new Set(names.filter((name) => name))];
    } catch (thrown) {
      // Only hints are missing. Where the register can't be read, looking for the key says so.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  /** Has the keychain give the key that only it knows. What is known of it already is filled in. */
  async openUnlisted(): Promise<void> {
    const key = this.unlisted;
    if (!key) return;
    this.#steps = [];
    await this.looking.run(async () => {
      this.#judge(await call("check_unlisted_key", { key }, this.#hear));
    });
    this.renew();
  }

  /** Has the clipboard judged. A key that is not known yet leads on. */
  async look(): Promise<void> {
    if (this.looking.busy) return;
    this.#clipboard = null;
    this.#isTyped = false;
    await this.looking.run(async () => {
      this.#judge(await call("check_clipboard", {}));
    });
  }

  /** Opens the small window that the key is typed into: for who can't or won't copy it. */
  async type(): Promise<void> {
    this.#clipboard = null;
    await this.looking.run(() => call("open_key_entry", {}));
  }

  /** Takes note of a key that was typed there, as of one that was copied. */
  take(typed: ClipboardCheck): void {
    if (this.#stage !== "copy") return;
    this.#isTyped = true;
    this.#judge(typed);
  }

  /** Goes on with a key that is known already, beginning with what is said about it. */
  renew(): void {
    const known = this.found?.known;
    if (!known) return;
    this.name = known.name;
    this.environment = known.environment;
    this.organizations = [...new Set([...known.organizations, ...this.organizations])];
    this.#stage = "about";
  }

  /** Returns to the clipboard. The key that waits is forgotten. */
  startAgain(): void {
    this.#clipboard = null;
    this.#trouble = null;
    this.#stage = "copy";
    void this.withdraw();
  }

  /** Lets Rust forget the key that waits. */
  async withdraw(): Promise<void> {
    try {
      await call("cancel_import", {});
    } catch (thrown) {
      // Without an open desk nothing waits there.
      if (!isFailure(thrown)) throw thrown;
    }
  }

  /** Stores the key, then shows that it works. */
  async keep(): Promise<void> {
    const environment = this.environment;
    if (!environment) return;
    const organizations = environment === "sandbox" ? [] : this.organizations;
    const about = { name: this.name, environment, organizations, run: this.run };
    await this.#makeSafe("import_key", async (hear) => {
      const { key, clipboardEmptied } = await call("import_key", { about }, hear);
      const nothingToSay = this.unlisted || (this.#isTyped && clipboardEmptied);
      this.#clipboardEmptied = nothingToSay ? null : clipboardEmptied;
      return key;
    });
  }

  /** Tries the keychain once more for the key that it did not take. */
  async saveAgain(key: KeyId): Promise<void> {
    await this.#makeSafe("save_key_again", (hear) => call("save_key_again", { key }, hear));
  }

  /** Gets a token and has Nova Post take it. */
  async prove(): Promise<void> {
    const id = this.#key?.id;
    if (!id) return;
    this.#trouble = null;
    this.#steps = [];
    let during: Trouble["during"] = "get_token";
    try {
      await call("get_token", { key: id }, this.#hear);
      during = "verify_token";
      const token = await call("verify_token", { key: id });
      this.#proof = token.verification;
      this.#key = token.key;
    } catch (thrown) {
      this.#fail(thrown, during);
      await this.#readAgain(id);
    }
  }

  #judge(judged: ClipboardCheck): void {
    this.#clipboard = judged;
    if (this.found && !this.found.known) this.#stage = "about";
  }

  readonly #hear = (step: Step) => {
    this.#steps = [...this.#steps, step];
  };

  async #makeSafe(
    during: "import_key" | "save_key_again",
    work: (hear: (step: Step) => void) => Promise<KeyCard>,
  ): Promise<void> {
    this.#trouble = null;
    this.#steps = [];
    this.#stage = "keeping";
    try {
      this.#key = await work(this.#hear);
    } catch (thrown) {
      this.#fail(thrown, during);
      return;
    }
    this.#stage = "kept";
    if (this.#key.environment !== "ukraine") await this.prove();
  }

  #fail(thrown: unknown, during: Trouble["during"]): void {
    if (!isFailure(thrown)) throw thrown;
    this.#trouble = { failure: thrown, during };
  }

  /** What Nova Post said may have changed the key. */
  async #readAgain(id: KeyId): Promise<void> {
    try {
      this.#key = (await call("keys", {})).find((key) => key.id === id) ?? this.#key;
    } catch (thrown) {
      // The card of what went wrong stands there already.
      if (!isFailure(thrown)) throw thrown;
    }
  }
}
