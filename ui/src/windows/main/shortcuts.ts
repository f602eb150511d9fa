/**
 * Every shortcut of the app, once. The key handler, the navigation, the Help page and the settings
 * read this table; a test in Rust compares the menu with it.
 *
 * A combination is written in the words of `KeyboardEvent.key`, joined by `+`. `Mod` is Ctrl, and ⌘
 * on macOS. Each has Mod or Alt, or is a key that writes nothing, so that none takes a character
 * from somebody who types.
 */

/** What a shortcut, or an item of the menu, does. */
export type ShortcutId = (typeof shortcuts)[number]["id"];

/** A row of the table. */
export interface Shortcut {
  id: string;
  /** The message that names it. */
  says: string;
  /** What is pressed; the first is the one that is shown. */
  keys: readonly string[];
  /** On macOS, where that has a way of its own. */
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
  { id: "bring-in", says: "keys-bring-in", keys: ["Mod+B"] },
  { id: "back", says: "back", keys: ["Alt+ArrowLeft"], macos: ["Mod+BracketLeft"] },
  { id: "presenter", says: "shortcut-presenter", keys: ["Mod+Shift+P"] },
  { id: "text-larger", says: "shortcut-text-larger", keys: ["Mod+Plus"] },
  { id: "text-smaller", says: "shortcut-text-smaller", keys: ["Mod+Minus"] },
  { id: "text-usual", says: "shortcut-text-usual", keys: ["Mod+0"] },
  { id: "close", says: "shortcut-close", keys: ["Escape"] },
] as const satisfies readonly Shortcut[];

/** What of a key press says which keys it was. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing"
>;

/** The shortcut that was pressed, if it was one. `system`: `macos`, `windows` or `linux`. */
export function shortcutOf(press: Press, system: string): ShortcutId | undefined {
  const pressed = combinationOf(press, system);
  return shortcuts.find((shortcut) => keysOf(shortcut, system).includes(pressed))?.id;
}

/** What was pressed, as this table writes it; empty where it belongs to the system or to a text. */
export function combinationOf(press: Press, system: string): string {
  const isMac = system === "macos";
  // Ctrl on macOS and the Windows key elsewhere are the system's; AltGr arrives as Ctrl and Alt.
  if (press.isComposing || (isMac ? press.ctrlKey : press.metaKey)) return "";
  const key = keyOf(press);
  const modifiers = {
    Mod: isMac ? press.metaKey : press.ctrlKey,
    Alt: press.altKey,
    Shift: press.shiftKey && !SHIFTED_SOMEWHERE.has(key),
  };
  const held = Object.entries(modifiers).flatMap(([name, isHeld]) => (isHeld ? [name] : []));
  return [...held, key].join("+");
}

/** The keys of a combination as they are printed on the keyboard: `Ctrl`, `1`. */
export function keyCaps(combination: string, system: string): string[] {
  const caps = system === "macos" ? { ...CAPS, ...MAC_CAPS } : CAPS;
  return combination.split("+").map((key) => caps[key] ?? key);
}

/** All combinations of a shortcut on this system. */
export function keysOf({ keys, macos }: Shortcut, system: string): readonly string[] {
  return (system === "macos" && macos) || keys;
}

/** A shortcut as it is written beside a name: `Ctrl+1`, and `⌘1` on macOS. */
export function written(id: ShortcutId, system: string): string {
  const [shown = ""] = keysOf(shortcut(id), system);
  return keyCaps(shown, system).join(system === "macos" ? "" : "+");
}

/** A shortcut for `aria-keyshortcuts`, all its combinations: `Control+4 F1`. */
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

/** Characters that are named, because `+` joins, and because their keys differ by layout. */
const NAMED: Record<string, string> = {
  "+": "Plus",
  "=": "Plus",
  "-": "Minus",
  ",": "Comma",
  "[": "BracketLeft",
};
const NAMED_BY_PLACE: Record<string, string> = {
  Equal: "Plus",
  NumpadAdd: "Plus",
  NumpadSubtract: "Minus",
};

/** The characters above, and digits: whether they need Shift is up to the keyboard's layout. */
const SHIFTED_SOMEWHERE = new Set([...Object.values(NAMED), ..."0123456789"]);

function shortcut(id: ShortcutId): Shortcut {
  return shortcuts.find((row) => row.id === id) as Shortcut;
}

/**
 * The key by what it writes, where that is Latin; else by its place, so that Ctrl+N is the same key
 * on a Ukrainian keyboard. Digits go by their place too: on a French one they are written with Shift.
 */
function keyOf({ key, code }: Press): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return digit;
  if (code in NAMED_BY_PLACE && !/^[a-z]$/i.test(key)) return NAMED_BY_PLACE[code] as string;
  if (key in NAMED) return NAMED[key] as string;
  if (/^[ -~]$/.test(key)) return key.toUpperCase();
  return key.length === 1 ? code.replace(/^Key/, "") : key;
}
