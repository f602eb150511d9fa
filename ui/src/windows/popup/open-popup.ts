import "../../design/tokens.css";
import "../../design/base.css";
import "../native.css";

import { keepNamesTogether, languageFor, speak } from "../../i18n/index.svelte";
import { showTheme } from "../../state/theme";
import { guard } from "../guards";

/** Seconds for which a key is shown if there is no start data. */
const DEFAULT_SHOW_SECONDS = 30;

/**
 * Loads language and theme, then mounts a popup window. A popup has no session and no router.
 * `showSeconds` is the time for which a key is shown.
 */
export async function openPopup(
  mountPopup: (target: HTMLElement, showSeconds: number) => void,
): Promise<void> {
  const start = window.__KEYDESK_START__;
  guard(start?.system ?? "");
  keepNamesTogether();
  showTheme(start?.settings.theme ?? "system");
  document.documentElement.dataset.mode = start?.mode ?? "none";
  const systemLanguages = start?.languages ?? navigator.languages;
  await speak(languageFor([start?.settings.language ?? null, ...systemLanguages]), systemLanguages);
  const target = document.getElementById("app") as HTMLElement;
  mountPopup(target, start?.settings.showSeconds ?? DEFAULT_SHOW_SECONDS);
}
