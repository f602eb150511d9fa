import { router } from "../state/router.svelte";

/** Opens the gallery on Ctrl+Shift+G, and when the address contains `#gallery`. */
export function listenForGallery(): void {
  window.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey && event.shiftKey && event.code === "KeyG")) return;
    event.preventDefault();
    open();
  });
  window.addEventListener("hashchange", openByAddress);
  openByAddress();
}

function openByAddress(): void {
  if (window.location.hash.startsWith("#gallery") && router.route.page !== "gallery") open();
}

function open(): void {
  router.start({ page: "gallery" });
}

/** Focuses the page's heading, after components below it took the focus when they appeared. */
export function focusHeading(): void {
  document.querySelector("h1")?.focus();
}
