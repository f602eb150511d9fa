/** The ways into the gallery: Ctrl+Shift+G, or `#gallery` in the address. */

import { router } from "../state/router.svelte";

/** Opens the doors, and goes in at once where the address says so. */
export function openDoors(): void {
  window.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey && event.shiftKey && event.code === "KeyG")) return;
    event.preventDefault();
    enter();
  });
  window.addEventListener("hashchange", enterByAddress);
  enterByAddress();
}

function enterByAddress(): void {
  if (window.location.hash.startsWith("#gallery") && router.place.page !== "gallery") enter();
}

function enter(): void {
  router.start({ page: "gallery" });
}
