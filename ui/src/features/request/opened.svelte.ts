/** The request for a key that is open: from a file, dropped on the window, or pasted. */

import type { KeyRequestCheck } from "../../bindings";
import { call, isFailure } from "../../ipc";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";

class OpenedRequest {
  #check = $state.raw<KeyRequestCheck | null>(null);

  /** What was opened; `null` if nothing is. */
  get check(): KeyRequestCheck | null {
    return this.#check;
  }

  /** Shows another one, or what is known of the same one now. */
  show(check: KeyRequestCheck): void {
    this.#check = check;
  }

  /** Closes it. What is kept stays kept. */
  close(): void {
    this.#check = null;
  }

  /** Takes the request that waits in Rust, and opens its page. It waits until practice or live is chosen. */
  async collect(): Promise<void> {
    if (session.mode === null) return;
    try {
      const check = await call("opened_key_request", {});
      if (!check) return;
      this.show(check);
      router.go({ page: "request" });
    } catch (thrown) {
      // The request waits on. The page that the person sees shows why the service can't be opened.
      if (!isFailure(thrown)) throw thrown;
    }
  }
}

/** The window's single instance. */
export const openedRequest = new OpenedRequest();
