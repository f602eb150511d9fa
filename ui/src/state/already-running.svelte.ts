/** What happened outside the pages and is said above them. */

class News {
  #alreadyRunning = $state(false);

  /** A second copy of the app was started, and this window came to the front instead. */
  get alreadyRunning(): boolean {
    return this.#alreadyRunning;
  }

  /** Rust says that a second copy was started. */
  secondCopyStarted(): void {
    this.#alreadyRunning = true;
  }

  /** The person has read it. */
  dismiss(): void {
    this.#alreadyRunning = false;
  }
}

/** The one news of the window. */
export const news = new News();
