import { cleanup, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failAt, play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import Settings from "./Settings.svelte";

beforeEach(async () => {
  play("full");
  router.start({ page: "settings" });
  await session.begin(startInfo({ mode: "practice" }));
  render(Settings);
});
afterEach(cleanup);

function choice(setting: string, label: string) {
  return within(screen.getByRole("group", { name: setting })).getByLabelText(label);
}

describe("the settings", () => {
  test("change the language at once", async () => {
    await userEvent.click(screen.getByLabelText("Українська"));
    expect(await screen.findByRole("heading", { level: 1, name: "Налаштування" })).toBeTruthy();
    expect(session.settings.language).toBe("uk");
  });

  test("change the theme at once", async () => {
    await userEvent.click(screen.getByLabelText("Dark"));
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(session.settings.theme).toBe("dark");
  });

  test("change the text size, and name the shortcut for it", async () => {
    expect(screen.getByText(/^Keyboard: Ctrl and \+ or −/)).toBeTruthy();
    await userEvent.click(choice("Text size", "150%"));
    expect(session.settings.textSize).toBe(150);
  });

  test("change how long a copied key and a shown key stay", async () => {
    await userEvent.click(choice("Copied keys", "2 minutes"));
    expect(session.settings).toMatchObject({ clipboardSeconds: 120, showSeconds: 30 });
    await userEvent.click(choice("Shown keys", "1 minute"));
    expect(session.settings).toMatchObject({ clipboardSeconds: 120, showSeconds: 60 });
  });

  test("switch the notifications off", async () => {
    expect(session.settings.notifications).toBe(true);
    await userEvent.click(choice("Notifications", "Off"));
    expect(session.settings.notifications).toBe(false);
  });

  test("say where an unreadable file was kept", async () => {
    expect(screen.queryByTestId("settings-kept-aside")).toBeNull();
    cleanup();
    const settingsKeptAside = "/home/person/settings.json.unreadable-1";
    await session.begin(startInfo({ mode: "practice", settingsKeptAside }));
    render(Settings);
    expect(screen.getByTestId("settings-kept-aside").textContent).toContain(settingsKeptAside);
  });

  test("show a failed save", async () => {
    failAt("save_settings", { code: "store_unwritable" });
    await userEvent.click(screen.getByLabelText("Dark"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
  });

  test("show no clipboard time that was not saved", async () => {
    failAt("save_settings", { code: "store_unwritable" });
    await userEvent.click(choice("Copied keys", "2 minutes"));
    await screen.findByTestId("failure-card");
    expect(session.settings.clipboardSeconds).toBe(30);
    play("full");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(session.settings.clipboardSeconds).toBe(120);
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });

  test("stay in practice mode and show the failure if the mode can't be changed", async () => {
    failAt("choose_mode", { code: "store_unwritable" });
    await userEvent.click(screen.getByTestId("switch-mode"));
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
    expect(session.mode).toBe("practice");
    expect(document.documentElement.dataset.mode).toBe("practice");
    expect(router.route).toEqual({ page: "settings" });
  });

  test("switch from practice to live mode and open Home", async () => {
    expect(screen.getByText("You are in practice mode")).toBeTruthy();
    await userEvent.click(screen.getByTestId("switch-mode"));
    expect(await screen.findByText("You are using your real account")).toBeTruthy();
    expect(session.mode).toBe("live");
    expect(router.route).toEqual({ page: "home" });
  });

  test("show the names and paths, and lead to what protects the keys", async () => {
    expect(await screen.findByText("Key Desk (practice)")).toBeTruthy();
    await userEvent.click(screen.getByTestId("settings-to-help"));
    expect(router.route).toEqual({ page: "help", part: "secrets" });
  });
});
