/** The actions of shortcuts and menu items. */

import { toasts } from "../../design/toasts.svelte";
import { presenter } from "../../features/presenter/presenter.svelte";
import { alreadyRunning } from "../../state/already-running.svelte";
import { type Route, router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { type ShortcutId, shortcutOf } from "../../state/shortcuts";
import { textSize } from "../../state/text-size.svelte";

const routes: Partial<Record<ShortcutId, Route>> = {
  home: { page: "home" },
  keys: { page: "keys" },
  guides: { page: "guides" },
  help: { page: "help" },
  practice: { page: "practice" },
  settings: { page: "settings" },
  "new-test-key": { page: "test-key", step: "before" },
  "add-key": { page: "add-key" },
};

/** Runs the action if it is available now. Returns whether the key press was used. */
export function run(id: ShortcutId): boolean {
  if (id === "close") return closeNotice();
  if (id === "text-larger") textSize.step(1);
  else if (id === "text-smaller") textSize.step(-1);
  else if (id === "text-usual") textSize.reset();
  else if (id === "presenter") toggleScript();
  else if (mayLeave()) openRoute(id);
  return true;
}

/** Runs the shortcut that was pressed, unless the focused element has handled the keys. */
export function runKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const id = shortcutOf(event, session.system);
  if (id && run(id)) event.preventDefault();
}

/** Runs the action of a menu item. */
export function runMenu(id: string): void {
  run(id as ShortcutId);
}

function openRoute(id: ShortcutId): void {
  const route = routes[id];
  if (id === "back") router.back();
  else if (route && (id !== "practice" || session.practice)) router.start(route);
}

function toggleScript(): void {
  if (session.practice) presenter.toggle();
}

/** Whether the person can leave the page: Welcome and an open dialog come first. */
function mayLeave(): boolean {
  return session.mode !== null && !isDialogOpen();
}

function isDialogOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** Closes the newest toast or notice. An open dialog handles Escape itself. */
function closeNotice(): boolean {
  if (isDialogOpen()) return false;
  const toast = toasts.list.at(-1);
  const isOpen = alreadyRunning.isShown || toast !== undefined;
  if (toast) toasts.dismiss(toast.id);
  else alreadyRunning.dismiss();
  return isOpen;
}
