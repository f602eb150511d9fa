/** Adds to jsdom, for the tests, what it lacks of a browser. */

// jsdom has `<dialog>`, but neither `showModal` nor `close`.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement): void {
  this.open = true;
};

HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement): void {
  this.open = false;
  this.dispatchEvent(new Event("close"));
};
