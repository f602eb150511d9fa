import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { UpdateState } from "../../bindings";
import { answerWith, startInfo } from "../../ipc/fake/index";
import { NO_UPDATE } from "../../ipc/fake/updates";
import { session } from "../../state/session.svelte";
import UpdateNote from "./UpdateNote.svelte";
import UpdateSettings from "./UpdateSettings.svelte";
import { updates } from "./updates.svelte";

const OFFER = { version: "0.2.0", notes: "<b>Faster.</b>" };

async function know(changes: Partial<UpdateState>) {
  answerWith("update_state", () => ({ ...NO_UPDATE, ...changes }));
  await updates.ask();
}

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live", version: "0.1.0" }));
});
afterEach(cleanup);

test("an offer is shown on Home only, and its notes are plain text", async () => {
  await know({ offer: OFFER });
  const { rerender } = render(UpdateNote, { isHome: false });
  expect(screen.queryByTestId("update-offer")).toBeNull();
  await rerender({ isHome: true });
  await userEvent.click(screen.getByRole("button", { name: "What is new" }));
  expect(screen.getByText("<b>Faster.</b>")).toBeTruthy();
});

test("a postponed offer is not shown", async () => {
  await know({ offer: OFFER, isPostponed: true });
  render(UpdateNote, { isHome: true });
  expect(screen.queryByTestId("update-offer")).toBeNull();
});

test("a download is shown on every page and can be cancelled, an installation can't", async () => {
  await know({ offer: OFFER, phase: { phase: "downloading", percent: 42 } });
  render(UpdateNote, { isHome: false });
  expect(screen.getByRole("progressbar").getAttribute("value")).toBe("42");
  expect(screen.getByTestId("update-cancel")).toBeTruthy();
  await know({ offer: OFFER, phase: { phase: "installing" } });
  await waitFor(() => expect(screen.queryByTestId("update-cancel")).toBeNull());
  expect(screen.getByRole("status").textContent).toContain("being installed");
});

test.each([
  ["practice", "Practice works without the internet"],
  ["off_by_policy", "Your organization installs new versions"],
  ["no_address", "This copy has no address for updates"],
  ["not_packaged", "it can’t update itself"],
] as const)("the settings say why there is nothing to look for: %s", async (why, words) => {
  await know({ availability: why });
  render(UpdateSettings, { onchange: () => undefined });
  await waitFor(() =>
    expect(screen.getByTestId("update-unavailable").textContent).toContain(words),
  );
  expect(screen.queryByTestId("update-check")).toBeNull();
});
