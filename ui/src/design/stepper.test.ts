import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import Stepper, { type StepperStep } from "./Stepper.svelte";

const steps: StepperStep[] = [
  { id: "contract", title: "Have a contract", state: "done" },
  { id: "account", title: "Open an account", state: "next" },
  { id: "key", title: "Make the key", state: "todo" },
  { id: "verify", title: "Verify it", state: "locked" },
];

const content = createRawSnippet<[string]>((id) => ({
  render: () => `<p>About ${id()} <button>Done</button></p>`,
}));

beforeEach(() => adopt("en", english));
afterEach(cleanup);

function show(open: string | null) {
  const onopen = vi.fn();
  const view = render(Stepper, { steps, open, onopen, content, label: "Steps to a key" });
  return { onopen, ...view };
}

describe("the steps of a stepper", () => {
  test("are a named list, each with its state as text", () => {
    show(null);
    expect(screen.getByRole("list", { name: "Steps to a key" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Have a contract done" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Open an account Next step" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Make the key" })).toBeTruthy();
  });

  test("mark the next step", () => {
    show(null);
    const here = screen.getAllByRole("listitem").filter((item) => item.ariaCurrent === "step");
    expect(here.map((item) => item.textContent)).toEqual([expect.stringContaining("account")]);
  });

  test("show the content of the open step only", () => {
    show("account");
    expect(screen.getByRole("region", { name: /Open an account/ }).textContent).toContain("About");
    expect(screen.getAllByRole("region")).toHaveLength(1);
    const title = screen.getByRole("button", { name: /Open an account/ });
    expect(title.ariaExpanded).toBe("true");
  });

  test("are opened and closed by their titles", async () => {
    const { onopen, rerender } = show(null);
    await userEvent.click(screen.getByRole("button", { name: "Make the key" }));
    expect(onopen).toHaveBeenLastCalledWith("key");
    await rerender({ open: "key" });
    await userEvent.click(screen.getByRole("button", { name: "Make the key" }));
    expect(onopen).toHaveBeenLastCalledWith(null);
  });

  test("can't be opened while they are locked, and say so", () => {
    show(null);
    expect(screen.queryByRole("button", { name: /Verify it/ })).toBeNull();
    expect(screen.getByRole("heading", { name: /Verify it not yet/ })).toBeTruthy();
  });

  test("move the focus to the opened title if it was in the closed content", async () => {
    const { rerender } = show("account");
    screen.getByRole("button", { name: "Done" }).focus();
    await rerender({ open: "key" });
    const title = screen.getByRole("button", { name: "Make the key" });
    await vi.waitFor(() => expect(document.activeElement).toBe(title));
  });

  test("do not move the focus otherwise", async () => {
    const { rerender } = show("contract");
    const title = screen.getByRole("button", { name: /Open an account/ });
    title.focus();
    await rerender({ open: "account" });
    expect(document.activeElement).toBe(title);
  });
});
