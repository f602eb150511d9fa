/** Keeps keys and tokens out of text fields: what is in a field is stored in plain text. */

import { t } from "../i18n/index.svelte";

/** Whether a text has a key or a token in it. Rust refuses to store such a text. */
export function looksLikeSecret(text: string): boolean {
  const visible = text.replace(/\p{Cf}/gu, "");
  const hasKey = /[0-9a-f]{32}/i.test(visible);
  const hasToken = /eyJ[\w-]{8,}\.[\w-]+/.test(visible);
  return hasKey || hasToken || isBrokenKey(visible);
}

/** A key over several lines, or with spaces inside. A text field would join the lines. */
function isBrokenKey(text: string): boolean {
  const joined = text.replace(/\s/g, "");
  return (
    /^([0-9a-f]{32}|[0-9a-f]{40})$/i.test(joined) && /[a-f]/i.test(joined) && /\d/.test(joined)
  );
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
