import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Mode } from "../../bindings";
import { toasts } from "../../design/toasts.svelte";
import { emit, failAt, play, startInfo } from "../../ipc/fake/index";
import { alreadyRunning } from "../../state/already-running.svelte";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { stepFrom, textSizes } from "../../state/text-size.svelte";
import App from "./App.svelte";
import { runMenu } from "./actions";
import { loadFrame } from "./load-frame";

async function open(mode: Mode | null, system = "linux") {
  await session.begin(startInfo({ mode, system }));
  render(App, { welcome: null, frame: mode && (await loadFrame()) });
}

beforeEach(() => {
  play("full");
  router.start({ page: "home" });
});
afterEach(cleanup);
// Waits for pages that are still loading.
afterAll(() => vi.dynamicImportSettled());

describe("the keyboard", () => {
  test.each([
    ["{Control>}2{/Control}", "keys"],
    ["{Control>}4{/Control}", "help"],
    ["{F1}", "help"],
    ["{Control>},{/Control}", "settings"],
    ["{Control>}n{/Control}", "test-key"],
    ["{Control>}b{/Control}", "add-key"],
  ])("%s opens %s", async (keys, page) => {
    await open("practice");
    await userEvent.keyboard(keys);
    expect(router.route.page).toBe(page);
  });

  test("goes back", async () => {
    await open("practice");
    router.start({ page: "keys" });
    await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(router.route).toEqual({ page: "home" });
  });

  test("opens the practice page in practice only", async () => {
    await open("live");
    await userEvent.keyboard("{Control>}5{/Control}");
    expect(router.route).toEqual({ page: "home" });
    cleanup();
    await open("practice");
    await userEvent.keyboard("{Control>}5{/Control}");
    expect(router.route).toEqual({ page: "practice" });
  });

  test("opens no page before practice or live is chosen", async () => {
    await open(null);
    await userEvent.keyboard("{Control>}2{/Control}");
    expect(router.route).toEqual({ page: "home" });
  });

  test("opens no page while a dialog is open", async () => {
    await open("practice");
    const dialog = document.createElement("dialog");
    dialog.open = true;
    document.body.append(dialog);
    await userEvent.keyboard("{Control>}2{/Control}");
    dialog.remove();
    expect(router.route).toEqual({ page: "home" });
  });

  test("closes the notice of a second start", async () => {
    await open("practice");
    alreadyRunning.show();
    expect(await screen.findByTestId("failure-card")).toBeTruthy();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });

  test("closes the latest toast", async () => {
    await open("practice");
    toasts.say("Copied");
    await userEvent.keyboard("{Escape}");
    expect(toasts.list).toEqual([]);
  });

  test("leaves Escape to an open dialog", async () => {
    await open("practice");
    toasts.say("Copied");
    const dialog = document.createElement("dialog");
    dialog.open = true;
    document.body.append(dialog);
    const press = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    dialog.dispatchEvent(press);
    dialog.remove();
    expect(press.defaultPrevented).toBe(false);
    expect(toasts.list.length).toBe(1);
  });

  test("is shown in the navigation", async () => {
    await open("practice", "macos");
    const keys = screen.getByTestId("nav-keys");
    expect(keys.title).toBe("Keys (⌘2)");
    expect(keys.getAttribute("aria-keyshortcuts")).toBe("Meta+2");
  });
});

describe("the menu", () => {
  test("runs the same actions", async () => {
    await open("practice");
    runMenu("guides");
    expect(router.route).toEqual({ page: "guides" });
  });

  test("ignores an unknown id", async () => {
    await open("practice");
    emit("menu_action", "no such thing");
    runMenu("no such thing");
    expect(router.route).toEqual({ page: "home" });
  });
});

describe("the text size", () => {
  test("changes in steps between the smallest and the largest", () => {
    expect(textSizes.map((size) => stepFrom(size, 1))).toEqual([125, 150, 175, 200, 300, 400, 400]);
    expect(textSizes.map((size) => stepFrom(size, -1))).toEqual([
      100, 100, 125, 150, 175, 200, 300,
    ]);
  });

  test("is changed by quick key presses", async () => {
    await open(null);
    await userEvent.keyboard("{Control>}+++-{/Control}");
    expect(session.settings.textSize).toBe(150);
    await userEvent.keyboard("{Control>}0{/Control}");
    expect(session.settings.textSize).toBe(100);
  });

  test("explains when it could not be saved, and tries again", async () => {
    await open("practice");
    failAt("save_settings", { code: "store_unwritable" });
    await userEvent.keyboard("{Control>}+{/Control}");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
    expect(session.settings.textSize).toBe(100);
    play("full");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(session.settings.textSize).toBe(125);
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });
});
