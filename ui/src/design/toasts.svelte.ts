/** Toasts: short messages that disappear by themselves. The page shows important messages as well. */

/** Milliseconds until a toast disappears. The time stops while it has the pointer or the focus. */
export const TOAST_DURATION = 8_000;

/** The button of a toast. */
export interface ToastAction {
  label: string;
  run: () => void;
}

export interface ToastMessage {
  id: number;
  text: string;
  action?: ToastAction;
}

class Toasts {
  #list: readonly ToastMessage[] = $state.raw([]);
  #lastId = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPaused = false;

  /** The visible toasts, the oldest first. */
  get list(): readonly ToastMessage[] {
    return this.#list;
  }

  /** Shows a message for a while. The same message again replaces the earlier toast. */
  say(text: string, action?: ToastAction): void {
    this.#lastId += 1;
    const others = this.#list.filter((toast) => toast.text !== text);
    this.#list = [...others, { id: this.#lastId, text, action }];
    this.#restartTimer();
  }

  /** Removes a toast. */
  dismiss(id: number): void {
    this.#list = this.#list.filter((toast) => toast.id !== id);
    if (this.#list.length === 0) this.#isPaused = false;
    this.#restartTimer();
  }

  /** Stops the time until `resume`. */
  pause(): void {
    this.#isPaused = true;
    this.#restartTimer();
  }

  /** Restarts the time of the oldest toast. */
  resume(): void {
    this.#isPaused = false;
    this.#restartTimer();
  }

  #restartTimer(): void {
    clearTimeout(this.#timer);
    const oldest = this.#list[0];
    if (!oldest || this.#isPaused) return;
    this.#timer = setTimeout(() => this.dismiss(oldest.id), TOAST_DURATION);
  }
}

/** The toasts of the window. */
export const toasts = new Toasts();
