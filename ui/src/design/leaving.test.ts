import { expect, test, vi } from "vitest";
import { leaving } from "./leaving";

test("a field that is left by the keyboard is judged at once", () => {
  const judge = vi.fn();
  leaving(judge)();
  expect(judge).toHaveBeenCalledOnce();
});

test("a field that is left by a press is judged after the press was heard", async () => {
  const heard: string[] = [];
  const button = document.body.appendChild(document.createElement("button"));
  button.addEventListener("click", () => heard.push("press"));
  button.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  leaving(() => heard.push("judged"))();
  expect(heard).toEqual([]);
  button.dispatchEvent(new Event("pointerup", { bubbles: true }));
  button.click();
  await vi.waitFor(() => expect(heard).toEqual(["press", "judged"]));
});
