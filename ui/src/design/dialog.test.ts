import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import Dialog from "./Dialog.svelte";

const children = createRawSnippet(() => ({
  render: () => `<div><p>It can't be undone.</p><input data-first aria-label="Name" /></div>`,
}));

let opener: HTMLButtonElement;

beforeEach(() => {
  adopt("en", english);
  opener = document.body.appendChild(document.createElement("button"));
  opener.focus();
});
afterEach(() => {
  cleanup();
  opener.remove();
});

function show(danger = false) {
  const onclose = vi.fn();
  const view = render(Dialog, { heading: "Delete this key", danger, onclose, children });
  return { onclose, ...view };
}

describe("a dialog", () => {
  test("is named by its heading and focuses its first field", () => {
    show();
    expect(screen.getByRole("dialog", { name: "Delete this key" })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText("Name"));
  });

  test("about a loss focuses Cancel, and is described by its content", () => {
    show(true);
    const dialog = screen.getByRole("alertdialog", { name: "Delete this key" });
    const about = document.getElementById(dialog.getAttribute("aria-describedby") ?? "");
    expect(about?.textContent).toContain("can't be undone");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Cancel" }));
  });

  test("is closed by Cancel and by Escape, and never by itself", async () => {
    const { onclose } = show();
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(onclose).toHaveBeenCalledTimes(1);
    const pressed = new Event("cancel", { cancelable: true });
    screen.getByRole("dialog").dispatchEvent(pressed);
    expect(onclose).toHaveBeenCalledTimes(2);
    expect(pressed.defaultPrevented).toBe(true);
  });

  test("restores the focus when it is removed", () => {
    const { unmount } = show();
    unmount();
    expect(document.activeElement).toBe(opener);
  });
});
