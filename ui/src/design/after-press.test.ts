import { expect, test, vi } from "vitest";
import { afterPress } from "./after-press";

test("a field that is left with the keyboard is checked at once", () => {
  const check = vi.fn();
  afterPress(check)();
  expect(check).toHaveBeenCalledOnce();
});

test("a field that is left by a click is checked after the click", async () => {
  const events: string[] = [];
  const button = document.body.appendChild(document.createElement("button"));
  button.addEventListener("click", () => events.push("click"));
  button.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  afterPress(() => events.push("checked"))();
  expect(events).toEqual([]);
  button.dispatchEvent(new Event("pointerup", { bubbles: true }));
  button.click();
  await vi.waitFor(() => expect(events).toEqual(["click", "checked"]));
});
