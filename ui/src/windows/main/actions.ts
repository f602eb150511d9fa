/** What a shortcut or an item of the menu does, wherever the person is. */

import { toasts } from "../../design/toasts.svelte";
import { presenter } from "../../features/presenter/presenter.svelte";
import { news } from "../../state/already-running.svelte";
import { type Place, router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { textSize } from "../../state/text-size.svelte";
import { type ShortcutId, shortcutOf } from "./shortcuts";

const places: Partial<Record<ShortcutId, Place>> = {
  home: { page: "home" },
  keys: { page: "keys" },
  guides: { page: "guides" },
  help: { page: "help" },
  practice: { page: "practice" },
  settings: { page: "settings" },
  "new-test-key": { page: "test-key", step: "before" },
  "bring-in": { page: "bring-in" },
};

/** Does it, if it can be done here. Says whether the keys are used up. */
export function run(id: ShortcutId): boolean {
  if (id === "close") return closeNews();
  if (id === "text-larger") textSize.step(1);
  else if (id === "text-smaller") textSize.step(-1);
  else if (id === "text-usual") textSize.reset();
  else if (id === "presenter") toggleScript();
  else if (mayLeave()) leaveFor(id);
  return true;
}

/** Does what was pressed, unless what has the focus has used the keys already. */
export function runKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const id = shortcutOf(event, session.system);
  if (id && run(id)) event.preventDefault();
}

/** Does what an item of the menu names. */
export function runMenu(id: string): void {
  run(id as ShortcutId);
}

function leaveFor(id: ShortcutId): void {
  const place = places[id];
  if (id === "back") router.back();
  else if (place && (id !== "practice" || session.practice)) router.start(place);
}

function toggleScript(): void {
  if (session.practice) presenter.toggle();
}

/** Welcome and an open dialog ask a question that comes first. */
function mayLeave(): boolean {
  return session.mode !== null && !isAsked();
}

function isAsked(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** Lists hear Escape before; a dialog after, so it is left to a dialog. */
function closeNews(): boolean {
  if (isAsked()) return false;
  const toast = toasts.list.at(-1);
  const isOpen = news.alreadyRunning || toast !== undefined;
  if (toast) toasts.dismiss(toast.id);
  else news.dismiss();
  return isOpen;
}
