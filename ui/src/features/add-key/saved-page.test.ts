import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { observeCommands } from "../../ipc";
import { answerAt, failAt, play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import AddKey from "./AddKey.svelte";

async function saveAs(kind: string) {
  answerAt("check_clipboard", {
    is: "key",
    lastFour: "77aa",
    length: 40,
    known: null,
    question: null,
  });
  router.start({ page: "add-key" });
  render(AddKey, { route: { page: "add-key" } });
  await userEvent.click(screen.getByTestId("add-key-look"));
  const save = await screen.findByTestId("add-key-keep");
  await userEvent.click(screen.getByRole("radio", { name: kind }));
  await userEvent.click(save);
}

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

describe("an added key that is refused", () => {
  test.each([
    ["Production key", "api-stage.novapost.pl"],
    ["Test key", "api.novapost.com"],
  ])("as a %s is tried at %s without another check", async (kind, host) => {
    failAt("check_key", { code: "key_refused" });
    await saveAs(kind);
    const elsewhere = await screen.findByTestId("check-elsewhere");
    expect(document.body.textContent).toContain(`Sent to: ${host}`);
    const sent: string[] = [];
    const stop = observeCommands(({ command }) => sent.push(command));
    await userEvent.click(elsewhere);
    expect(router.route.page).toBe("key");
    await waitFor(() => expect(sent).toContain("check_key_elsewhere"));
    expect(sent).not.toContain("check_key");
    stop();
  });

  test("in Ukraine has no other environment", async () => {
    failAt("check_key", { code: "key_refused" });
    await saveAs("Ukrainian key");
    await screen.findByTestId("failure-card");
    expect(screen.queryByTestId("check-elsewhere")).toBeNull();
  });
});

test("an added key that works leads to its page, and to the developer", async () => {
  await saveAs("Production key");
  expect((await screen.findByTestId("add-key-works")).textContent).toContain(
    "Next, give it to your developer",
  );
  expect(screen.getByTestId("go-to-key")).toBeTruthy();
});
