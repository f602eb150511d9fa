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

describe("the menu of the right button", () => {
  test("comes where somebody writes", () => {
    expect(refused("field", of("contextmenu"))).toBe(false);
  });

  test.each(["text", "button", "link", "radio"])("does not come over %s", (id) => {
    expect(refused(id, of("contextmenu"))).toBe(true);
  });

  test("comes over selected text, and only there", () => {
    document.getSelection()?.selectAllChildren(at("text"));
    expect(refused("text", of("contextmenu"))).toBe(false);
    expect(refused("button", of("contextmenu"))).toBe(true);
  });
});

describe("what is dropped", () => {
  const files = { dataTransfer: { types: ["Files"] } };
  const words = { dataTransfer: { types: ["text/plain"] } };

  test.each(["dragover", "drop"])("leads nowhere at %s", (name) => {
    expect(refused("text", of(name, files))).toBe(true);
    expect(refused("text", of(name, words))).toBe(true);
    expect(refused("field", of(name, files))).toBe(true);
  });

  test("may be words, where somebody writes", () => {
    expect(refused("field", of("drop", words))).toBe(false);
  });

  test("can't be a link or a button of the window", () => {
    expect(refused("link", of("dragstart"))).toBe(true);
    expect(refused("button", of("dragstart"))).toBe(true);
  });

  test("can be selected text", () => {
    const text = at("text").firstChild as Text;
    expect(text.dispatchEvent(of("dragstart"))).toBe(true);
  });
});

describe("the size", () => {
  test("does not change with Ctrl and the wheel, which without Ctrl scrolls", () => {
    expect(refused("text", of("wheel", { ctrlKey: true }))).toBe(true);
    expect(refused("text", of("wheel", { ctrlKey: false }))).toBe(false);
  });

  test.each(["gesturestart", "gesturechange"])("does not change with a pinch: %s", (name) => {
    expect(refused("text", of(name))).toBe(true);
  });
});

describe("the keys of a browser", () => {
  test.each(["r", "p", "s", "u", "f"])("Ctrl+%s does nothing", (key) => {
    expect(refused("field", keys(key, { ctrlKey: true }))).toBe(true);
  });

  test("F5 does nothing", () => {
    expect(refused("text", keys("F5", { code: "F5" }))).toBe(true);
  });

  test.each(["c", "v", "x", "a", "z"])("Ctrl+%s stays the text's", (key) => {
    expect(refused("field", keys(key, { ctrlKey: true }))).toBe(false);
  });
});

test("what was guarded is free again afterwards", () => {
  end();
  expect(refused("text", of("contextmenu"))).toBe(false);
});
