/** Runs before each test file: adds the browser features that jsdom lacks, and sets timeouts. */

import { configure } from "@testing-library/svelte";

// Milliseconds that a query waits for an element. It is only a limit for a test that fails: on a busy
// machine, loading a component can take several seconds.
configure({ asyncUtilTimeout: 60_000 });

// jsdom has `<dialog>`, but neither `showModal` nor `close`.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement): void {
  this.open = true;
};

HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement): void {
  this.open = false;
  this.dispatchEvent(new Event("close"));
};

// jsdom has no layout, so nothing ever comes into view.
globalThis.IntersectionObserver ??= class implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = "0px";
  readonly scrollMargin = "0px";
  readonly thresholds = [0];
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
};
