import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import type { Component } from "svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { failAt, play, stallAt, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import BeforePage from "./BeforePage.svelte";
import CheckPage from "./CheckPage.svelte";
import { testKey } from "./flow.svelte";
import NumberPage from "./NumberPage.svelte";

beforeEach(async () => {
  adopt("en", english);
  play("full");
  router.start({ page: "test-key", step: "check" });
  testKey.restart(null);
  testKey.phone.input = "+498213437654";
  await testKey.validateNumber();
  render(CheckPage);
});
afterEach(cleanup);

describe("the password store", () => {
  test.each([
    ["windows", "Credential Manager"],
    ["macos", "Keychain"],
    ["linux", "keyring"],
  ])("is explained before anything is saved, once and by its name on %s", async (system, name) => {
    await session.begin(startInfo({ mode: "live", system }));
    const way: Component[] = [BeforePage, NumberPage, CheckPage];
    const [before, number, check] = way.map((page) => {
      cleanup();
      return render(page).container.textContent ?? "";
    });
    expect(before).not.toContain("password store");
    expect(number).not.toContain("password store");
    expect(check?.split("password store")).toHaveLength(2);
    expect(check?.split(name)).toHaveLength(2);
  });
});

describe("the page that sends the request", () => {
  test("moves the focus to the progress, and disables Back", async () => {
    await userEvent.click(screen.getByTestId("send-request"));
    const progress = screen.getByRole("region", { name: "Sending your request" });
    expect(document.activeElement).toBe(progress);
    expect((screen.getByTestId("back") as HTMLButtonElement).disabled).toBe(true);
  });

  test("moves the focus to the failure, and enables Back", async () => {
    failAt("request_test_key", { code: "client_not_found" });
    await userEvent.click(screen.getByTestId("send-request"));
    const card = await screen.findByTestId("failure-card");
    expect(document.activeElement).toBe(card);
    expect((screen.getByTestId("back") as HTMLButtonElement).disabled).toBe(false);
  });

  test("lets the person go on while the keychain does not answer", async () => {
    stallAt("request_test_key", "keychain_slow");
    await userEvent.click(screen.getByTestId("send-request"));
    await userEvent.click(await screen.findByTestId("keep-for-session"));
    expect(router.route).toEqual({ page: "keys" });
  });
});
