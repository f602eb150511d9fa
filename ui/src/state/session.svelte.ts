import type { Mode, OtherAddress, PolicyInfo, Settings, StartInfo } from "../bindings";
import { type Language, languageFor, speak, speakFirst } from "../i18n/index.svelte";
import { call } from "../ipc";
import { DEFAULT_START } from "../ipc/default-start";
import { practice } from "./practice.svelte";
import { showTheme } from "./theme";

/** The mode, the settings and other start data of the window. */
class Session {
  #info: StartInfo = $state.raw(DEFAULT_START);
  #saving: Promise<unknown> = Promise.resolve();

  /** `null` until the person has chosen on the Welcome page. */
  get mode(): Mode | null {
    return this.#info.mode;
  }

  /** Whether the mode is practice. */
  get practice(): boolean {
    return this.#info.mode === "practice";
  }

  get settings(): Settings {
    return this.#info.settings;
  }

  /** The addresses of live mode that are not Nova Post's. */
  get otherAddresses(): OtherAddress[] {
    return this.#info.otherAddresses;
  }

  /** The host of the address for updates, if an environment variable says it. */
  get otherUpdateAddress(): string | null {
    return this.#info.otherUpdateAddress ?? null;
  }

  /** The policy of the organization. */
  get policy(): PolicyInfo {
    return this.#info.policy;
  }

  get version(): string {
    return this.#info.version;
  }

  /** `linux`, `macos` or `windows`. */
  get system(): string {
    return this.#info.system;
  }

  /** The system whose messages are shown: that of Linux for every other Unix. */
  get platform(): "linux" | "macos" | "windows" {
    const { system } = this.#info;
    return system === "macos" || system === "windows" ? system : "linux";
  }

  /** Where the settings file lies that could not be read at this start; `null` if it was read. */
  get settingsKeptAside(): string | null {
    return this.#info.settingsKeptAside ?? null;
  }

  /** The system's region (ISO 3166-1 alpha-2), the first guess for a phone number's country. */
  get region(): string | null {
    return this.#info.region;
  }

  /** The chosen language, else the first of the system's languages that the app has. */
  get language(): Language {
    return languageFor([this.#info.settings.language, ...this.#info.languages]);
  }

  /** Takes over the start data, and loads the language and the theme. */
  async begin(info: StartInfo): Promise<void> {
    this.#adopt(info);
    if (this.practice) void practice.followTime();
    // The Welcome page needs only the first part of the catalog, so it appears sooner.
    const load = info.mode === null ? speakFirst : speak;
    await load(this.language, this.#info.languages);
  }

  /** Switches between practice and live. Open pages must then query their data again. */
  async chooseMode(mode: Mode): Promise<void> {
    await call("choose_mode", { mode });
    if (mode === "practice") await practice.followTime();
    else practice.leaveTime();
    this.#adopt({ ...this.#info, mode });
  }

  /**
   * Applies settings immediately and saves them, one change after the other. If saving fails,
   * language and theme stay applied until the app closes. Text size, the two times and the notifications are
   * reset, because Rust applies them and still uses the old values.
   */
  async change(changes: Partial<Settings>): Promise<void> {
    const { language: _language, theme: _theme, ...inRust } = this.#info.settings;
    const settings = { ...this.#info.settings, ...changes };
    this.#adopt({ ...this.#info, settings });
    const saved = this.#saving.then(() => call("save_settings", { settings }));
    this.#saving = saved.catch(() => undefined);
    try {
      await Promise.all([saved, speak(this.language, this.#info.languages)]);
    } catch (thrown) {
      const settings = { ...this.#info.settings, ...inRust };
      this.#adopt({ ...this.#info, settings });
      throw thrown;
    }
  }

  #adopt(info: StartInfo): void {
    this.#info = info;
    showTheme(info.settings.theme);
    document.documentElement.dataset.mode = info.mode ?? "none";
  }
}

/** The window's single instance. */
export const session = new Session();
