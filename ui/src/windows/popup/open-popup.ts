import "../../design/tokens.css";
import "../../design/base.css";
import "../native.css";

import { languageFor, speak } from "../../i18n/index.svelte";
import { showTheme } from "../../state/theme";
import { guard } from "../guards";

/** Seconds for which a key is shown where the settings don't say. */
const SHOWN_FOR = 30;

/**
 * Prepares a small window, then has it drawn. It shares nothing with the main one but look and words:
 * no session, no router. `draw` is told for how many seconds a key is shown.
 */
export async function beginSmall(
  draw: (target: HTMLElement, showSeconds: number) => void,
): Promise<void> {
  const start = window.__KEYDESK_START__;
  guard(start?.system ?? "");
  showTheme(start?.settings.theme ?? "system");
  document.documentElement.dataset.mode = start?.mode ?? "none";
  const wishes = start?.languages ?? navigator.languages;
  await speak(languageFor([start?.settings.language ?? null, ...wishes]), wishes);
  const target = document.getElementById("app") as HTMLElement;
  draw(target, start?.settings.showSeconds ?? SHOWN_FOR);
}
