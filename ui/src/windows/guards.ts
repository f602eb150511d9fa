import { combinationOf } from "../state/shortcuts";

/** Reload, print, save, source, find, downloads, bookmarks: browser functions that the app does not have. */
const BROWSER_KEYS = new Set(
  ["R", "Shift+R", "F5", "P", "S", "U", "F", "G", "O", "D", "J"]
    .map((keys) => `Mod+${keys}`)
    .concat("F3", "F5"),
);

/** Fields for text. */
const TEXT_FIELDS = "textarea, input:not([type='radio'], [type='checkbox'])";

/**
 * Turns off what a browser does and an app should not: the context menu outside of text, opening
 * dropped files, dragging anything but text, zoom by wheel or pinch, and the browser's shortcuts.
 * `system` is `macos`, `windows` or `linux`. Returns a function that removes the listeners.
 */
export function guard(system: string): () => void {
  const abort = new AbortController();
  function refuse<E extends keyof GlobalEventHandlersEventMap>(
    names: readonly E[],
    isRefused: (event: GlobalEventHandlersEventMap[E]) => boolean,
  ): void {
    for (const name of names) {
      // A passive wheel listener can't call `preventDefault`.
      const options = { passive: false, signal: abort.signal };
      document.addEventListener(
        name,
        (event) => isRefused(event) && event.preventDefault(),
        options,
      );
    }
  }
  refuse(["contextmenu"], ({ target }) => !isTextField(target) && !isSelected(target));
  refuse(["dragover", "drop"], (event) => !isTextField(event.target) || bringsFiles(event));
  refuse(["dragstart"], ({ target }) => target instanceof Element && !isTextField(target));
  refuse(["wheel"], (event) => event.ctrlKey);
  refuse(["keydown"], (event) => BROWSER_KEYS.has(combinationOf(event, system)));
  // Events of WebKit only, which TypeScript does not know.
  refuse(["gesturestart", "gesturechange"] as never[], () => true);
  return () => abort.abort();
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}

function isSelected(target: EventTarget | null): boolean {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return false;
  return target instanceof Node && selection.getRangeAt(0).intersectsNode(target);
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
