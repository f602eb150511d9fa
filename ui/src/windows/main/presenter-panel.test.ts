import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Mode, Presenter } from "../../bindings";
import { presenter } from "../../features/presenter/presenter.svelte";
import { scripts } from "../../features/presenter/script";
import { stage } from "../../features/presenter/stage.svelte";
import { call, ignoreSteps } from "../../ipc";
import { failAt, play as playScene, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import App from "./App.svelte";
import { loadFrame } from "./load-frame";

const kept: Presenter = {
  on: true,
  textSize: 150,
  script: "first_key",
  done: ["begin"],
  step: "number",
  folded: false,
};

async function open(begun?: Presenter, mode: Mode = "practice") {
  presenter.begin(begun);
  await session.begin(startInfo({ mode, region: "DE" }));
  render(App, { welcome: null, frame: await loadFrame() });
}

function ticks(): string[] {
  const marks = screen.getAllByTestId("presenter-mark");
  return marks
    .filter((mark) => mark.dataset.done === "true")
    .map((mark) => mark.dataset.step ?? "");
}

async function expectStep(step: string) {
  await waitFor(() => expect(screen.getByTestId("presenter-step").dataset.step).toBe(step));
}

// Loads components in advance that the window loads on first use.
beforeAll(async () => {
  await import("../../features/presenter/Panel.svelte");
  await import("../../features/practice/Practice.svelte");
  await import("../../features/test-key/TestKey.svelte");
  await import("../../features/failure/FailureCard.svelte");
});
beforeEach(() => {
  playScene("empty");
  router.start({ page: "home" });
});
afterEach(() => {
  cleanup();
  presenter.begin();
});
afterAll(() => vi.dynamicImportSettled());

describe("presenter view", () => {
  test("keeps its state after a restart of the app", async () => {
    await open(kept);
    await expectStep("number");
    expect(ticks()).toEqual(["begin"]);
  });

  test("opens with a script from the practice page, and closes", async () => {
    await open();
    expect(screen.queryByTestId("presenter")).toBeNull();
    await userEvent.click(screen.getByTestId("nav-practice"));
    await userEvent.click(await screen.findByTestId("presenter-play-trouble"));
    const panel = await screen.findByRole("complementary", { name: "Presenter view" });
    expect(within(panel).getByText("When something goes wrong, 8 min")).toBeTruthy();
    await userEvent.click(screen.getByTestId("presenter-leave"));
    await waitFor(() => expect(screen.queryByTestId("presenter")).toBeNull());
  });

  test("starts a script on Home", async () => {
    await open();
    router.go({ page: "practice" });
    await stage.play("first_key");
    expect(router.route).toEqual({ page: "home" });
    expect(await screen.findByTestId("start-test-key")).toBeTruthy();
  });

  test("offers to clear practice before a script starts", async () => {
    playScene("full");
    await open();
    await userEvent.click(screen.getByTestId("nav-practice"));
    await userEvent.click(await screen.findByTestId("presenter-play-first_key"));
    await screen.findByText("Clear practice first?");
    expect(presenter.on).toBe(false);
    await userEvent.click(screen.getByTestId("practice-clear-now"));
    await expectStep("begin");
    expect(router.route).toEqual({ page: "home" });
    expect(await call("keys", {})).toEqual([]);
  });

  test("starts a script with the keys of practice if asked to", async () => {
    playScene("full");
    await open();
    const { length } = await call("keys", {});
    await userEvent.click(screen.getByTestId("nav-practice"));
    await userEvent.click(await screen.findByTestId("presenter-play-first_key"));
    await userEvent.click(await screen.findByTestId("practice-clear-not"));
    await expectStep("begin");
    expect(await call("keys", {})).toHaveLength(length);
  });

  test("names the page of each step", async () => {
    await open({ ...kept, step: "number" });
    await expectStep("number");
    expect(screen.getByTestId("presenter-page").textContent).toContain("Phone number");
  });

  test("continues a script on the page that is open", async () => {
    await open({ ...kept, on: false });
    router.go({ page: "practice" });
    await stage.play("first_key");
    expect(router.route).toEqual({ page: "practice" });
  });

  test("does not exist in live mode", async () => {
    await open(kept, "live");
    await screen.findByTestId("nav-home");
    await userEvent.keyboard("{Control>}{Shift>}p{/Shift}{/Control}");
    expect(presenter.on).toBe(false);
    expect(screen.queryByTestId("presenter")).toBeNull();
  });

  test("does not open before Rust hides the keys", async () => {
    await open();
    failAt("save_presenter", { code: "store_unwritable" });
    expect(await stage.play("first_key")).toBe(false);
    expect(presenter.on).toBe(false);
    const card = await screen.findByTestId("failure-card");
    playScene("empty");
    await userEvent.click(within(card).getByRole("button", { name: "Try again" }));
    await screen.findByTestId("presenter");
  });

  test("has a shortcut that folds and unfolds the panel", async () => {
    await open(kept);
    await screen.findByTestId("presenter-step");
    const fold = screen.getByTestId("presenter-fold");
    await userEvent.keyboard("{Control>}{Shift>}p{/Shift}{/Control}");
    expect(fold.getAttribute("aria-expanded")).toBe("false");
    await userEvent.keyboard("{Control>}{Shift>}p{/Shift}{/Control}");
    expect(fold.getAttribute("aria-expanded")).toBe("true");
  });

  test("has a separate text size", async () => {
    await open(kept);
    await userEvent.keyboard("{Control>}++{/Control}");
    expect(presenter.textSize).toBe(200);
    expect(session.settings.textSize).toBe(100);
    failAt("save_presenter", { code: "store_unwritable" });
    await userEvent.keyboard("{Control>}-{/Control}");
    await screen.findByTestId("failure-card");
    expect(presenter.textSize).toBe(200);
  });
});

describe("the script", () => {
  test("fills in the number, and completes the step when the next page opens", async () => {
    await open(kept);
    await userEvent.click(await screen.findByTestId("presenter-fill"));
    const input = await screen.findByTestId<HTMLInputElement>("phone-input");
    expect(input.value).toContain("498213437654");
    await userEvent.click(screen.getByTestId("continue"));
    await expectStep("send");
    expect(ticks()).toEqual(["begin", "number"]);
    await waitFor(() =>
      expect(screen.getByTestId("presenter-tick").textContent).toContain("Done: The phone number"),
    );
  });

  test("completes a step when a command succeeds, or fails as expected", async () => {
    await open({ ...kept, step: "send" });
    await screen.findByTestId("presenter-step");
    const asked = { input: "+498213437654", country: null, secondLook: false };
    await call("request_test_key", asked, ignoreSteps);
    await expectStep("copy");
    await stage.play("trouble");
    await expectStep("invalid");
    // The other script's last step is no longer announced.
    expect(screen.getByTestId("presenter-tick").textContent).toBe("");
    await expect(
      call("request_test_key", { ...asked, input: "+491713920040" }, ignoreSteps),
    ).rejects.toMatchObject({ code: "phone_invalid" });
    await screen.findByText(/^The card says what happened/);
    expect(ticks()).toEqual(["invalid"]);
    await userEvent.click(screen.getByTestId("presenter-forward"));
    await expectStep("unknown");
    await userEvent.click(screen.getByTestId("presenter-back"));
    expect(await screen.findByTestId("presenter-fill")).toBeTruthy();
  });

  test("can be moved by hand, to its end and back", async () => {
    await open({ ...kept, step: "check" });
    await userEvent.click(await screen.findByTestId("presenter-forward"));
    await userEvent.click(screen.getByTestId("presenter-forward"));
    await expectStep("end");
    expect(screen.getByTestId<HTMLButtonElement>("presenter-forward").disabled).toBe(true);
    await userEvent.click(screen.getByTestId("presenter-back"));
    await expectStep("home");
    expect(ticks()).toEqual(["begin"]);
    await userEvent.click(screen.getByRole("button", { name: "3. Check and send" }));
    await expectStep("send");
  });

  test("starts again in a cleared practice, with no step done", async () => {
    playScene("full");
    await open({ ...kept, done: scripts.first_key.steps.map(({ id }) => id), step: null });
    await expectStep("end");
    expect(await call("keys", {})).not.toEqual([]);
    await userEvent.click(screen.getByTestId("presenter-restart"));
    expect(screen.getByRole("alertdialog").textContent).toContain("Clear practice?");
    expect(await call("keys", {})).not.toEqual([]);
    await userEvent.click(screen.getByTestId("practice-clear-now"));
    await expectStep("begin");
    expect(ticks()).toEqual([]);
    expect(router.route.page).toBe("home");
    expect(await call("keys", {})).toEqual([]);
  });

  test("keeps everything if the presenter does not want to clear practice", async () => {
    playScene("full");
    await open(kept);
    await userEvent.click(await screen.findByTestId("presenter-restart"));
    await userEvent.click(
      within(screen.getByRole("alertdialog")).getByRole("button", { name: "Cancel" }),
    );
    expect(screen.queryByRole("alertdialog")).toBeNull();
    await expectStep("number");
    expect(await call("keys", {})).not.toEqual([]);
  });

  test("does not move if practice could not be cleared, and explains why", async () => {
    await open(kept);
    failAt("clear_practice", { code: "keychain_locked" });
    await userEvent.click(await screen.findByTestId("presenter-restart"));
    await userEvent.click(screen.getByTestId("practice-clear-now"));
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("keychain_locked");
    expect(ticks()).toEqual(["begin"]);
  });
});
