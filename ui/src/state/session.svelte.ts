/** What holds for the whole window: practice or live, and what the person has set. */

import type { Mode, Settings, StartInfo } from "../bindings";
import { greet, type Language, languageFor, speak } from "../i18n/index.svelte";
import { call } from "../ipc";
import { UNSET } from "../ipc/default-start";
import { practice } from "./practice.svelte";
import { showTheme } from "./theme";

class Session {
  #info: StartInfo = $state.raw(UNSET);
  #kept: Promise<unknown> = Promise.resolve();

  /** Practice or live; none until Welcome was answered. */
  get mode(): Mode | null {
    return this.#info.mode;
  }

  /** Whether the Nova Post of this computer is played with. */
  get practice(): boolean {
    return this.#info.mode === "practice";
  }

  /** What the person has set. */
  get settings(): Settings {
    return this.#info.settings;
  }

  /** The app's version. */
  get version(): string {
    return this.#info.version;
  }

  /** `linux`, `macos` or `windows`. */
  get system(): string {
    return this.#info.system;
  }

  /** The system's region (ISO 3166-1 alpha-2), the first guess for a phone number's country. */
  get region(): string | null {
    return this.#info.region;
  }

  /** The language to speak: the chosen one, else the system's first that the app has. */
  get language(): Language {
    return languageFor([this.#info.settings.language, ...this.#info.languages]);
  }

  /** Takes over what Rust knew before the page loaded, and speaks and looks accordingly. */
  async begin(info: StartInfo): Promise<void> {
    this.#adopt(info);
    if (this.practice) void practice.followTime();
    // Welcome says little, and a first start waits for nothing else.
    const begin = info.mode === null ? greet : speak;
    await begin(this.language, this.#info.languages);
  }

  /** Chooses practice or live. What is on the pages then belongs to the other mode. */
  async chooseMode(mode: Mode): Promise<void> {
    await call("choose_mode", { mode });
    if (mode === "practice") await practice.followTime();
    else practice.leaveTime();
    this.#adopt({ ...this.#info, mode });
  }

  /**
   * Changes settings: seen at once, and kept, one change after the other. Where they can't be kept,
   * language and theme still hold until the app is closed; text size and the two times, which hold
   * outside this page, stay what they were.
   */
  async change(changes: Partial<Settings>): Promise<void> {
    const { textSize, clipboardSeconds, showSeconds } = this.#info.settings;
    const settings = { ...this.#info.settings, ...changes };
    this.#adopt({ ...this.#info, settings });
    const saved = this.#kept.then(() => call("save_settings", { settings }));
    this.#kept = saved.catch(() => undefined);
    try {
      await Promise.all([saved, speak(this.language, this.#info.languages)]);
    } catch (thrown) {
      const kept = { ...this.#info.settings, textSize, clipboardSeconds, showSeconds };
      this.#adopt({ ...this.#info, settings: kept });
      throw thrown;
    }
  }

  #adopt(info: StartInfo): void {
    this.#info = info;
    showTheme(info.settings.theme);
    document.documentElement.dataset.mode = info.mode ?? "none";
  }
}

/** The one session of the window. */
export const session = new Session();
