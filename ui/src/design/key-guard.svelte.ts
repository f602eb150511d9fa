/** Keeps keys and tokens out of text fields: what is in a field is stored in plain text. */

import { t } from "../i18n/index.svelte";

/** Whether a text has a key or a token in it. Rust refuses to store such a text. */
export function looksLikeSecret(text: string): boolean {
  const visible = text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
  const hasKey = /[0-9a-f]{32}/i.test(visible);
  const hasToken = /eyJ[\w-]{8,}\.[\w-]+/.test(visible);
  return hasKey || hasToken || isBrokenKey(visible);
}

/** A key over several lines, or with spaces inside, also beside words. A text field would join the lines. */
function isBrokenKey(text: string): boolean {
  const runs = [""];
  for (const word of text.split(/\s+/)) {
    if (/^[0-9a-f]+$/i.test(word)) runs.push(`${runs.pop() ?? ""}${word}`);
    else runs.push("");
  }
  return runs.some((run) => /^(.{32}|.{40})$/.test(run) && /[a-f]/i.test(run) && /\d/.test(run));
}

/** The guard of one field. Text with a key is not pasted or dropped into it. */
export class KeyGuard {
  #isRefused = $state(false);

  /** What the field says; `null` while nothing was refused. */
  get problem(): string | null {
    return this.#isRefused ? t("field-looks-like-key") : null;
  }

  /** Watches an input: `{@attach guard.watch}`. */
  readonly watch = (input: HTMLElement): (() => void) => {
    const listeners = new AbortController();
    const { signal } = listeners;
    const refuse = (event: Event, data: DataTransfer | null) => {
      this.#isRefused = looksLikeSecret(data?.getData("text") ?? "");
      if (this.#isRefused) event.preventDefault();
    };
    input.addEventListener("paste", (event) => refuse(event, event.clipboardData), { signal });
    input.addEventListener("drop", (event) => refuse(event, event.dataTransfer), { signal });
    const check = () => {
      this.#isRefused = input instanceof HTMLInputElement && looksLikeSecret(input.value);
    };
    input.addEventListener("input", check, { signal });
    return () => listeners.abort();
  };
}
