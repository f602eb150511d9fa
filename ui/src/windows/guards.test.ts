import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guard } from "./guards";

let end: () => void;

beforeEach(() => {
  end = guard("linux");
  document.body.innerHTML = `
    <p id="text">Words</p><button id="button">A button</button>
    <a id="link" href="#text">A link</a><label><input id="field" value="49" /></label>
    <label><input id="radio" type="radio" /></label>`;
});
afterEach(() => end());

function at(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

/** Whether it was refused. */
function refused(id: string, event: Event): boolean {
  return !at(id).dispatchEvent(event);
}

function of(name: string, more: object = {}): Event {
  return Object.assign(new Event(name, { bubbles: true, cancelable: true }), more);
}

function keys(key: string, more: KeyboardEventInit = {}): Event {
  const code = `Key${key.toUpperCase()}`;
  return new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true, ...more });
}

describe("the context menu", () => {
  test("opens in a text field", () => {
    expect(refused("field", of("contextmenu"))).toBe(false);
  });

  test.each(["text", "button", "link", "radio"])("does not open on %s", (id) => {
    expect(refused(id, of("contextmenu"))).toBe(true);
  });

  test("opens on selected text, and only there", () => {
    document.getSelection()?.selectAllChildren(at("text"));
    expect(refused("text", of("contextmenu"))).toBe(false);
    expect(refused("button", of("contextmenu"))).toBe(true);
  });
});

describe("dropping and dragging", () => {
  const files = { dataTransfer: { types: ["Files"] } };
  const words = { dataTransfer: { types: ["text/plain"] } };

  test.each(["dragover", "drop"])("opens nothing on %s", (name) => {
    expect(refused("text", of(name, files))).toBe(true);
    expect(refused("text", of(name, words))).toBe(true);
    expect(refused("field", of(name, files))).toBe(true);
  });

  test("of text works in a text field", () => {
    expect(refused("field", of("drop", words))).toBe(false);
  });

  test("does not work with links and buttons", () => {
    expect(refused("link", of("dragstart"))).toBe(true);
    expect(refused("button", of("dragstart"))).toBe(true);
  });

  test("works with selected text", () => {
    const text = at("text").firstChild as Text;
    expect(text.dispatchEvent(of("dragstart"))).toBe(true);
  });
});

describe("the zoom", () => {
  test("does not change with Ctrl and the wheel, and the wheel alone scrolls", () => {
    expect(refused("text", of("wheel", { ctrlKey: true }))).toBe(true);
    expect(refused("text", of("wheel", { ctrlKey: false }))).toBe(false);
  });

  test.each(["gesturestart", "gesturechange"])("does not change with a pinch: %s", (name) => {
    expect(refused("text", of(name))).toBe(true);
  });
});

describe("the shortcuts of a browser", () => {
  test.each(["r", "p", "s", "u", "f"])("Ctrl+%s does nothing", (key) => {
    expect(refused("field", keys(key, { ctrlKey: true }))).toBe(true);
  });

  test("F5 does nothing", () => {
    expect(refused("text", keys("F5", { code: "F5" }))).toBe(true);
  });

  test.each(["c", "v", "x", "a", "z"])("Ctrl+%s still works in text", (key) => {
    expect(refused("field", keys(key, { ctrlKey: true }))).toBe(false);
  });
});

test("the listeners can be removed", () => {
  end();
  expect(refused("text", of("contextmenu"))).toBe(false);
});
