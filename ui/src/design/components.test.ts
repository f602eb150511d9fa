import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../locales/en.ftl?raw";
import { adopt } from "../i18n/index.svelte";
import Button from "./Button.svelte";
import Card from "./Card.svelte";
import Choices from "./Choices.svelte";
import CopyButton from "./CopyButton.svelte";
import KeyMask from "./KeyMask.svelte";
import LinkButton from "./LinkButton.svelte";
import Page from "./Page.svelte";
import { PRACTICE } from "./PracticeFlag.svelte";
import Progress from "./Progress.svelte";
import Ring from "./Ring.svelte";
import StepList from "./StepList.svelte";
import TextField from "./TextField.svelte";

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

beforeEach(() => adopt("en", english));
afterEach(cleanup);

describe("a page", () => {
  test("gives the focus to its heading", () => {
    render(Page, { heading: "Your keys" });
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
    expect(document.title).toBe("Your keys · Key Desk");
  });

  test("has Back only with a handler for it", async () => {
    const onback = vi.fn();
    const { rerender } = render(Page, { heading: "Your keys" });
    expect(screen.queryByTestId("back")).toBeNull();
    await rerender({ onback });
    await userEvent.click(screen.getByTestId("back"));
    expect(onback).toHaveBeenCalledOnce();
  });
});

describe("a button", () => {
  test("that is busy keeps the focus and ignores clicks", async () => {
    const onclick = vi.fn();
    render(Button, { busy: true, onclick, children: words("Send") });
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement).toBe(screen.getByRole("button"));
    expect(screen.getByRole("button").getAttribute("aria-busy")).toBe("true");
    expect(onclick).not.toHaveBeenCalled();
  });

  test("that leaves the app says so", () => {
    render(LinkButton, { external: true, children: words("API portal") });
    expect(screen.getByRole("button").textContent).toContain("(opens outside Key Desk)");
  });
});

describe("a copy button", () => {
  test("says that it has copied", async () => {
    render(CopyButton, { label: "Copy the key", oncopy: async () => undefined });
    await userEvent.click(screen.getByRole("button", { name: "Copy the key" }));
    expect(await screen.findByRole("button", { name: "Copied" })).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("Copied");
  });

  test("reports a failure to the page", async () => {
    const onfail = vi.fn();
    const failure = { code: "keychain_locked" };
    render(CopyButton, { label: "Copy", oncopy: () => Promise.reject(failure), onfail });
    await userEvent.click(screen.getByRole("button"));
    expect(onfail).toHaveBeenCalledWith(failure);
    expect(screen.getByRole("button").textContent).toContain("Copy");
    expect(screen.getByRole("status").textContent).toBe("");
  });

  test("shows the failure itself if the page does not", async () => {
    render(CopyButton, {
      label: "Copy",
      oncopy: () => Promise.reject({ code: "clipboard_refused" }),
    });
    await userEvent.click(screen.getByRole("button"));
    expect(await screen.findByRole("button", { name: "Not copied, try again" })).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("Not copied, try again");
  });
});

describe("a text field", () => {
  test("is described by its hint and its error", async () => {
    const { rerender } = render(TextField, { label: "Phone number", hint: "Any way you like" });
    const field = screen.getByRole("textbox", { name: "Phone number" });
    expect(described(field)).toBe("Any way you like");
    expect(field.getAttribute("aria-invalid")).toBeNull();
    await rerender({ error: "Two digits short for Poland" });
    expect(described(field)).toBe("Any way you like Two digits short for Poland");
    expect(field.getAttribute("aria-invalid")).toBe("true");
  });
});

describe("progress", () => {
  const expected = ["asking_nova_post", "saving_in_keychain", "reading_back"] as const;

  test("announces the running step once", () => {
    render(Progress, {
      label: "Getting your key",
      seen: [{ step: "asking_nova_post" }, { step: "saving_in_keychain" }],
      expected: [...expected],
    });
    expect(screen.getByRole("status").textContent?.trim()).toBe("Saving in your password store");
  });

  test("explains a slow keychain and still marks the running step", () => {
    render(Progress, {
      label: "Getting your key",
      seen: [{ step: "saving_in_keychain" }, { step: "keychain_slow" }],
      expected: [...expected],
    });
    expect(screen.getByRole("status").textContent).toContain("has not answered yet");
    const current = screen.getByText("Saving in your password store").closest("li");
    expect(current?.classList.contains("current")).toBe(true);
  });
});

describe("a list of steps", () => {
  test("marks the current step", () => {
    render(StepList, {
      label: "Test key",
      steps: [
        { label: "Before you start", state: "done" },
        { label: "Your phone number", state: "current" },
      ],
    });
    const here = screen.getAllByRole("listitem").filter((item) => item.ariaCurrent === "step");
    expect(here.map((item) => item.textContent)).toEqual([expect.stringContaining("Your phone")]);
    expect(screen.getByText("Before you start").parentElement?.textContent).toContain("done");
  });
});

describe("choices", () => {
  test("are one question with one answer", async () => {
    const onchoose = vi.fn();
    const options = [
      { value: 15, label: "15 seconds" },
      { value: 30, label: "30 seconds" },
    ];
    render(Choices, { label: "Copied keys", options, value: 15, onchoose });
    expect(screen.getByRole("group", { name: "Copied keys" })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("15 seconds").checked).toBe(true);
    await userEvent.click(screen.getByLabelText("30 seconds"));
    expect(onchoose).toHaveBeenCalledWith(30);
  });
});

describe("a masked key", () => {
  test("is read out with its last four characters", () => {
    render(KeyMask, { lastFour: "4bf2" });
    expect(screen.getByText("Key ending in 4bf2")).toBeTruthy();
  });
});

describe("a ring", () => {
  test("shows the remaining time", () => {
    const { container } = render(Ring, { left: 900, total: 3600 });
    const arc = container.querySelector(".left");
    const around = Number(arc?.getAttribute("stroke-dasharray"));
    expect(Number(arc?.getAttribute("stroke-dashoffset")) / around).toBeCloseTo(0.75);
  });
});

describe("a card", () => {
  test("shows PRACTICE in practice mode only", () => {
    const props = { children: words("A key") };
    render(Card, { props, context: new Map([[PRACTICE, () => true]]) });
    expect(screen.getByText("PRACTICE")).toBeTruthy();
    cleanup();
    render(Card, { props, context: new Map([[PRACTICE, () => false]]) });
    expect(screen.queryByText("PRACTICE")).toBeNull();
  });
});

function described(field: HTMLElement): string {
  const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent?.trim()).join(" ");
}
