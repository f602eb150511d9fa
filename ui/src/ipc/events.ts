import type { ClipboardCheck, ClipboardState } from "../bindings";

/** The events that Rust sends to the main window, by name, with their payload. */
export interface Events {
  /** A secret was copied to the clipboard, or the clipboard was cleared. */
  clipboard: ClipboardState;
  /** A key was typed into the popup. It is pending in Rust until it is imported or cancelled. */
  import_pending: ClipboardCheck;
  /** Keys changed in the background, so pages that show keys must query them again. */
  keys_changed: null;
  /** The page's process ended unexpectedly and the page was loaded again. */
  page_reloaded: null;
  /** A second copy of the app was started and has ended. This window came to the front. */
  already_running: null;
  /** A menu item was chosen. The payload is the id of its shortcut. */
  menu_action: string;
}
