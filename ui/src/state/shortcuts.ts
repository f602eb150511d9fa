/**
 * All shortcuts of the app. The key handler, the navigation, the Help page and the settings read this
 * table. A Rust test compares it with the menu.
 *
 * A combination consists of `KeyboardEvent.key` names, joined by `+`. `Mod` is Ctrl, and ⌘ on macOS.
 * Each has Mod or Alt, or is a key that writes nothing, so that shortcuts never interfere with typing.
 */

/** The id of a shortcut and of the menu item with the same action. */
export type ShortcutId = (typeof shortcuts)[number]["id"];

export interface Shortcut {
  id: string;
  /** The message id of its name. */
  says: string;
  /** The combinations. The first one is shown to the person. */
  keys: readonly string[];
  /** The combinations on macOS, if they differ. */
  macos?: readonly string[];
}

export const shortcuts = [
  { id: "home", says: "nav-home", keys: ["Mod+1"] },
  { id: "keys", says: "nav-keys", keys: ["Mod+2"] },
  { id: "guides", says: "nav-guides", keys: ["Mod+3"] },
  { id: "help", says: "nav-help", keys: ["Mod+4", "F1"] },
  { id: "practice", says: "nav-practice", keys: ["Mod+5"] },
  { id: "settings", says: "nav-settings", keys: ["Mod+6", "Mod+Comma"] },
  { id: "new-test-key", says: "shortcut-new-test-key", keys: ["Mod+N"] },
  { id: "add-key", says: "keys-add", keys: ["Mod+B"] },
  { id: "back", says: "back", keys: ["Alt+ArrowLeft"], macos: ["Mod+BracketLeft"] },
  { id: "presenter", says: "shortcut-presenter", keys: ["Mod+Shift+P"] },
  { id: "text-larger", says: "shortcut-text-larger", keys: ["Mod+Plus"] },
  { id: "text-smaller", says: "shortcut-text-smaller", keys: ["Mod+Minus"] },
  { id: "text-usual", says: "shortcut-text-usual", keys: ["Mod+0"] },
  { id: "close", says: "shortcut-close", keys: ["Escape"] },
] as const satisfies readonly Shortcut[];

/** The members of a key press that identify the keys. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing"
>;

/** The shortcut that was pressed, if any. `system` is `macos`, `windows` or `linux`. */
export function shortcutOf(press: Press, system: string): ShortcutId | undefined {
  const pressed = combinationOf(press, system);
  return shortcuts.find((shortcut) => keysOf(shortcut, system).includes(pressed))?.id;
}

/** The pressed combination as in this table; empty if it belongs to the system or to text input. */
export function combinationOf(press: Press, system: string): string {
  const isMac = system === "macos";
  // Ctrl on macOS and the Windows key elsewhere belong to the system. AltGr arrives as Ctrl and Alt.
  if (press.isComposing || (isMac ? press.ctrlKey : press.metaKey)) return "";
  const key = keyOf(press);
  const modifiers = {
    Mod: isMac ? press.metaKey : press.ctrlKey,
    Alt: press.altKey,
    Shift: press.shiftKey && !SHIFT_BY_LAYOUT.has(key),
  };
  const held = Object.entries(modifiers).flatMap(([name, isHeld]) => (isHeld ? [name] : []));
  return [...held, key].join("+");
}

/** The keys of a combination as printed on the keyboard: `Ctrl`, `1`. */
export function keyCaps(combination: string, system: string): string[] {
  const caps = system === "macos" ? { ...CAPS, ...MAC_CAPS } : CAPS;
  return combination.split("+").map((key) => caps[key] ?? key);
}

/** All combinations of a shortcut on this system. */
export function keysOf({ keys, macos }: Shortcut, system: string): readonly string[] {
  return (system === "macos" && macos) || keys;
}

/** A shortcut as text: `Ctrl+1`, and `⌘1` on macOS. */
export function written(id: ShortcutId, system: string): string {
  const [shown = ""] = keysOf(shortcut(id), system);
  return writtenKeys(shown, system);
}

/** A combination as text: `Ctrl+V`, and `⌘V` on macOS. */
export function writtenKeys(combination: string, system: string): string {
  return keyCaps(combination, system).join(system === "macos" ? "" : "+");
}

/** All combinations of a shortcut for `aria-keyshortcuts`: `Control+4 F1`. */
export function forScreenReaders(id: ShortcutId, system: string): string {
  const modifier = system === "macos" ? "Meta" : "Control";
  const said: Record<string, string> = { Mod: modifier, Minus: "-", Comma: ",", BracketLeft: "[" };
  return keysOf(shortcut(id), system)
    .map((keys) => keys.split("+").map((key) => said[key] ?? key))
    .map((keys) => keys.join("+"))
    .join(" ");
}

const CAPS: Record<string, string> = {
  Mod: "Ctrl",
  Plus: "+",
  Minus: "−",
  Comma: ",",
  BracketLeft: "[",
  ArrowLeft: "←",
  Escape: "Esc",
};
const MAC_CAPS = { Mod: "⌘", Alt: "⌥" };

/** Characters with a name: `+` is the separator, and the keys of the others differ by layout. */
const NAMED: Record<string, string> = {
  "+": "Plus",
  "=": "Plus",
  "-": "Minus",
  ",": "Comma",
  "[": "BracketLeft",
};
const NAMED_BY_CODE: Record<string, string> = {
  Equal: "Plus",
  NumpadAdd: "Plus",
  NumpadSubtract: "Minus",
};

/** The characters above, and digits. Whether they need Shift depends on the keyboard layout. */
const SHIFT_BY_LAYOUT = new Set([...Object.values(NAMED), ..."0123456789"]);

function shortcut(id: ShortcutId): Shortcut {
  return shortcuts.find((row) => row.id === id) as Shortcut;
}

/**
 * The key by its character if that is Latin, else by its position, so that Ctrl+N is the same key on
 * a Ukrainian keyboard. Digits go by position too, because a French keyboard needs Shift for them.
 */
function keyOf({ key, code }: Press): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return digit;
  if (code in NAMED_BY_CODE && !/^[a-z]$/i.test(key)) return NAMED_BY_CODE[code] as string;
  if (key in NAMED) return NAMED[key] as string;
  if (/^[ -~]$/.test(key)) return key.toUpperCase();
  return key.length === 1 ? code.replace(/^Key/, "") : key;
}
