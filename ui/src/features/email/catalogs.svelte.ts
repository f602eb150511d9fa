/** The catalogs of emails. Each is loaded when the first email in its language is written. */

import { type Voice, voiceOf } from "../../i18n/index.svelte";
import type { EmailLanguage } from "./languages";

const catalogs = import.meta.glob<string>("../../../locales/emails/*.ftl", {
  query: "?whole",
  import: "default",
});

/** Loads the messages of emails in one language. */
export async function loadVoice(language: EmailLanguage): Promise<Voice> {
  const load = catalogs[`../../../locales/emails/${language}.ftl`];
  return voiceOf(language, (await load?.()) ?? "");
}

/**
 * The messages in a language that may change, for a component. `current` is `null` at first, and
 * the language before while the next one is being loaded.
 */
export function followVoice(language: () => EmailLanguage): { readonly current: Voice | null } {
  let current = $state.raw<Voice | null>(null);
  $effect(() => {
    let isOutdated = false;
    void loadVoice(language()).then((voice) => {
      if (!isOutdated) current = voice;
    });
    return () => {
      isOutdated = true;
    };
  });
  return {
    get current() {
      return current;
    },
  };
}
