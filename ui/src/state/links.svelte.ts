/** The web pages that the app opens in the browser. */

import type { Link } from "../bindings";
import { call } from "../ipc";

class Links {
  #unopened = $state<string | null>(null);

  /** The address of the last page if no program opened it; `null` if one did or it was dismissed. */
  get unopened(): string | null {
    return this.#unopened;
  }

  /** Opens a page. If nothing opens it, its address is shown. */
  async open(link: Link): Promise<void> {
    this.#unopened = null;
    this.#unopened = await call("open_link", { link });
  }

  dismiss(): void {
    this.#unopened = null;
  }
}

/** The window's single instance. */
export const links = new Links();
