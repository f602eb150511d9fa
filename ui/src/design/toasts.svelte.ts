/** Short news in the corner. What matters stands on the page as well: a toast goes by itself. */

/** Milliseconds that a toast stays; it waits while it is pointed at or has the focus. */
export const STAYS_FOR = 8_000;

/** One thing to do about the news. */
export interface ToastAction {
  label: string;
  run: () => void;
}

/** A piece of news on show. */
export interface ToastNews {
  id: number;
  text: string;
  action?: ToastAction;
}

class Toasts {
  #list: readonly ToastNews[] = $state.raw([]);
  #lastId = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;

  /** What is on show, the oldest first. */
  get list(): readonly ToastNews[] {
    return this.#list;
  }

  /** Shows a sentence for a while. The same sentence again takes the place of the one before. */
  say(text: string, action?: ToastAction): void {
    this.#lastId += 1;
    const others = this.#list.filter((toast) => toast.text !== text);
    this.#list = [...others, { id: this.#lastId, text, action }];
    this.#count();
  }

  /** Takes one away. */
  dismiss(id: number): void {
    this.#list = this.#list.filter((toast) => toast.id !== id);
    if (this.#list.length === 0) this.#isHeld = false;
    this.#count();
  }

  /** Somebody reads: nothing goes now. */
  hold(): void {
    this.#isHeld = true;
    this.#count();
  }

  /** Nobody reads any more: the time begins anew. */
  letGo(): void {
    this.#isHeld = false;
    this.#count();
  }

  #count(): void {
    clearTimeout(this.#timer);
    const oldest = this.#list[0];
    if (!oldest || this.#isHeld) return;
    this.#timer = setTimeout(() => this.dismiss(oldest.id), STAYS_FOR);
  }
}

/** The one corner for news. */
export const toasts = new Toasts();
