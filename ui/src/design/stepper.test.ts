import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import Stepper, { type WayStep } from "./Stepper.svelte";

const steps: WayStep[] = [
  { id: "contract", title: "Have a contract", state: "done" },
  { id: "account", title: "Open an account", state: "next" },
  { id: "key", title: "Make the key", state: "todo" },
  { id: "prove", title: "Prove it", state: "locked" },
];

const content = createRawSnippet<[string]>((id) => ({
  render: () => `<p>About ${id()} <button>Done</button></p>`,
}));

beforeEach(() => adopt("en", english));
afterEach(cleanup);

function show(open: string | null) {
  const onopen = vi.fn();
  const view = render(Stepper, { steps, open, onopen, content, label: "The way to a key" });
  return { onopen, ...view };
}

describe("the steps of a long way", () => {
  test("are a list under one name, each with its state in words", () => {
    show(null);
    expect(screen.getByRole("list", { name: "The way to a key" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Have a contract done" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Open an account Next step" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Make the key" })).toBeTruthy();
  });

  test("say where the person goes on", () => {
    show(null);
    const here = screen.getAllByRole("listitem").filter((item) => item.ariaCurrent === "step");
    expect(here.map((item) => item.textContent)).toEqual([expect.stringContaining("account")]);
  });

  test("show the content of the open one only, under its title", () => {
    show("account");
    expect(screen.getByRole("region", { name: /Open an account/ }).textContent).toContain("About");
    expect(screen.getAllByRole("region")).toHaveLength(1);
    const title = screen.getByRole("button", { name: /Open an account/ });
    expect(title.ariaExpanded).toBe("true");
  });

  test("open and close by their titles", async () => {
    const { onopen, rerender } = show(null);
    await userEvent.click(screen.getByRole("button", { name: "Make the key" }));
    expect(onopen).toHaveBeenLastCalledWith("key");
    await rerender({ open: "key" });
    await userEvent.click(screen.getByRole("button", { name: "Make the key" }));
    expect(onopen).toHaveBeenLastCalledWith(null);
  });

  test("that are locked can't be opened, and say so", () => {
    show(null);
    expect(screen.queryByRole("button", { name: /Prove it/ })).toBeNull();
    expect(screen.getByRole("heading", { name: /Prove it opens later/ })).toBeTruthy();
  });

  test("hand the focus on when what had it is closed", async () => {
    const { rerender } = show("account");
    screen.getByRole("button", { name: "Done" }).focus();
    await rerender({ open: "key" });
    const title = screen.getByRole("button", { name: "Make the key" });
    await vi.waitFor(() => expect(document.activeElement).toBe(title));
  });

  test("leave the focus where it is otherwise", async () => {
    const { rerender } = show("contract");
    const title = screen.getByRole("button", { name: /Open an account/ });
    title.focus();
    await rerender({ open: "account" });
    expect(document.activeElement).toBe(title);
  });
});
