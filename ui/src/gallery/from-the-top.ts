/** Some parts take the focus when they appear; here they all appear at once. */

/** Begins at the page's heading again, after everything below it was drawn. */
export function readFromTheTop(): void {
  document.querySelector("h1")?.focus();
}
