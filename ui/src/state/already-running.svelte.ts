class AlreadyRunning {
  #isShown = $state(false);

  /** Whether the window explains that a second copy of the app was started and has ended. */
  get isShown(): boolean {
    return this.#isShown;
  }

  show(): void {
    this.#isShown = true;
  }

  dismiss(): void {
    this.#isShown = false;
  }
}

/** The window's single instance. */
export const alreadyRunning = new AlreadyRunning();
