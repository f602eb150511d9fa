import { describe, expect, test } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt, t } from "../i18n/index.svelte";
import {
  combinationOf,
  forScreenReaders,
  keyCaps,
  keysOf,
  type Press,
  shortcutOf,
  shortcuts,
  written,
} from "./shortcuts";

const SYSTEMS = ["linux", "windows", "macos"];

function press(key: string, code: string, held: Partial<Press> = {}): Press {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, code, isComposing: false, ...none, ...held };
}

const ctrl = { ctrlKey: true };
const command = { metaKey: true };
const alt = { altKey: true };

describe("the table", () => {
  test.each(SYSTEMS)("has no combination twice on %s", (system) => {
    const all = shortcuts.flatMap((shortcut) => keysOf(shortcut, system));
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(SYSTEMS)("does not interfere with typing on %s", (system) => {
    const writing = shortcuts
      .flatMap((shortcut) => keysOf(shortcut, system))
      .filter((keys) => !/^(Mod\+.+|F\d+|Escape)$/.test(keys));
    expect(writing).toEqual(system === "macos" ? [] : ["Alt+ArrowLeft"]);
  });

  test("has a name for each", () => {
    adopt("en", english);
    expect(shortcuts.filter(({ says }) => t(says) === says)).toEqual([]);
  });
});

describe("on Linux and Windows", () => {
  test.each([
    ["home", press("1", "Digit1", ctrl)],
    ["home", press("1", "Numpad1", ctrl)],
    ["settings", press("6", "Digit6", ctrl)],
    ["settings", press(",", "Comma", ctrl)],
    ["help", press("F1", "F1")],
    ["new-test-key", press("n", "KeyN", ctrl)],
    ["new-test-key", press("N", "KeyN", ctrl)],
    ["back", press("ArrowLeft", "ArrowLeft", alt)],
    ["text-larger", press("+", "NumpadAdd", ctrl)],
    ["text-larger", press("=", "Equal", ctrl)],
    ["text-larger", press("+", "Equal", { ...ctrl, shiftKey: true })],
    ["text-smaller", press("-", "Minus", ctrl)],
    ["text-smaller", press("-", "NumpadSubtract", ctrl)],
    ["text-usual", press("0", "Digit0", ctrl)],
    ["close", press("Escape", "Escape")],
  ])("%s", (id, pressed) => {
    expect(shortcutOf(pressed, "linux")).toBe(id);
    expect(shortcutOf(pressed, "windows")).toBe(id);
  });

  test.each([
    ["a plain letter", press("n", "KeyN")],
    ["a plain digit", press("1", "Digit1")],
    ["a character by AltGr", press("[", "Digit8", { ...ctrl, ...alt })],
    ["the Windows key", press("n", "KeyN", command)],
    ["Ctrl+Shift+N", press("N", "KeyN", { ...ctrl, shiftKey: true })],
    ["an arrow", press("ArrowLeft", "ArrowLeft")],
    ["a key press during composition", press("n", "KeyN", { ...ctrl, isComposing: true })],
  ])("%s is no shortcut", (_name, pressed) => {
    expect(shortcutOf(pressed, "linux")).toBeUndefined();
  });

  test("are shown as on the keyboard", () => {
    expect(written("home", "linux")).toBe("Ctrl+1");
    expect(written("back", "windows")).toBe("Alt+←");
    expect(keyCaps("Mod+Plus", "linux")).toEqual(["Ctrl", "+"]);
    expect(forScreenReaders("help", "linux")).toBe("Control+4 F1");
    expect(forScreenReaders("settings", "linux")).toBe("Control+6 Control+,");
  });
});

describe("on macOS", () => {
  test.each([
    ["home", press("1", "Digit1", command)],
    ["settings", press(",", "Comma", command)],
    ["back", press("[", "BracketLeft", command)],
    ["text-larger", press("=", "Equal", command)],
  ])("%s", (id, pressed) => {
    expect(shortcutOf(pressed, "macos")).toBe(id);
  });

  test("Ctrl and the arrow shortcuts of text fields are not used", () => {
    expect(shortcutOf(press("n", "KeyN", ctrl), "macos")).toBeUndefined();
    expect(shortcutOf(press("ArrowLeft", "ArrowLeft", alt), "macos")).toBeUndefined();
  });

  test("are shown as on the keyboard", () => {
    expect(written("home", "macos")).toBe("⌘1");
    expect(written("back", "macos")).toBe("⌘[");
    expect(forScreenReaders("back", "macos")).toBe("Meta+[");
  });
});

describe("on keyboards of other languages", () => {
  test.each([
    ["Ukrainian Ctrl+N", "new-test-key", press("т", "KeyN", ctrl)],
    ["Ukrainian Ctrl+,", "settings", press("б", "Comma", ctrl)],
    ["French Ctrl+1, which writes &", "home", press("&", "Digit1", ctrl)],
    ["German Ctrl++", "text-larger", press("+", "BracketRight", ctrl)],
  ])("%s", (_name, id, pressed) => {
    expect(shortcutOf(pressed, "linux")).toBe(id);
  });

  test("a letter is identified by its character, not by its position", () => {
    expect(combinationOf(press("b", "KeyN", ctrl), "linux")).toBe("Mod+B");
  });
});
