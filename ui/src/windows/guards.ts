/** What a web page does by itself and an app does not. */

import { combinationOf } from "./main/shortcuts";

/** Reload, print, save, source, find, downloads, bookmarks: there is no page to do that with. */
const BROWSER_KEYS = new Set(
  ["R", "Shift+R", "F5", "P", "S", "U", "F", "G", "O", "D", "J"]
    .map((keys) => `Mod+${keys}`)
    .concat("F3", "F5"),
);

/** The fields that people write in. */
const WRITING = "textarea, input:not([type='radio'], [type='checkbox'])";

/**
 * Keeps the window from behaving like a browser's: no menu but where there is something to copy or
 * paste, no going to what was dropped, nothing but text to drag, no zoom by wheel or pinch, no
 * keys of a browser. `system`: `macos`, `windows` or `linux`. Returns what ends it.
 */
export function guard(system: string): () => void {
  const ending = new AbortController();
  function refuse<E extends keyof GlobalEventHandlersEventMap>(
    names: readonly E[],
    isRefused: (event: GlobalEventHandlersEventMap[E]) => boolean,
  ): void {
    for (const name of names) {
      // A wheel that is listened to passively can't be refused.
      const options = { passive: false, signal: ending.signal };
      document.addEventListener(
        name,
        (event) => isRefused(event) && event.preventDefault(),
        options,
      );
    }
  }
  refuse(["contextmenu"], ({ target }) => !isWriting(target) && !isSelected(target));
  refuse(["dragover", "drop"], (event) => !isWriting(event.target) || bringsFiles(event));
  refuse(["dragstart"], ({ target }) => target instanceof Element && !isWriting(target));
  refuse(["wheel"], (event) => event.ctrlKey);
  refuse(["keydown"], (event) => BROWSER_KEYS.has(combinationOf(event, system)));
  // WebKit's own, which no list of events knows.
  refuse(["gesturestart", "gesturechange"] as never[], () => true);
  return () => ending.abort();
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(WRITING) !== null;
}

function isSelected(target: EventTarget | null): boolean {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return false;
  return target instanceof Node && selection.getRangeAt(0).intersectsNode(target);
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
