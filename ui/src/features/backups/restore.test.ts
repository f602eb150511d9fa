import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../ipc";
import { answerAt, failAt, play, startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import FailureCard from "../failure/FailureCard.svelte";
import Backups from "../settings/Backups.svelte";

vi.mock("../../ipc", async (original) => {
  const platform = await original<typeof import("../../ipc")>();
  return { ...platform, call: vi.fn(platform.call) };
});

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  vi.mocked(call).mockClear();
});
afterEach(cleanup);

function restoredIds(): unknown[] {
  return vi
    .mocked(call)
    .mock.calls.filter(([command]) => command === "restore_backup")
    .map(([, args]) => (args as { backup: unknown }).backup);
}

describe("the card of a damaged list", () => {
  const onAction = vi.fn();

  function show() {
    onAction.mockClear();
    render(FailureCard, { failure: { code: "store_unreadable" }, during: "home", onAction });
    return userEvent.click(screen.getByRole("button", { name: "Show the last backup" }));
  }

  test("shows the last good backup, and restores it only after a second press", async () => {
    play("failed");
    await show();
    const preview = await screen.findByTestId("backup-preview");
    expect(preview.textContent).toContain("4 keys");
    expect(preview.textContent).toContain("Web shop (…91c0)");
    expect(screen.getByTestId("backup-missing").textContent).toContain("can’t be read");
    expect(screen.getByRole("dialog").textContent).toContain("under another name");
    expect(restoredIds()).toEqual([]);
    await userEvent.click(screen.getByTestId("restore-now"));
    expect(restoredIds()).toHaveLength(1);
    expect(restoredIds()[0]).toMatch(/-daily$/);
    expect(onAction).toHaveBeenCalledWith({ kind: "try_again" });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(await call("keys", {})).toHaveLength(4);
  });

  test("without a backup offers an empty list", async () => {
    play("empty");
    await show();
    expect(await screen.findByRole("heading", { name: "There is no backup" })).toBeTruthy();
    await userEvent.click(screen.getByTestId("restore-now"));
    expect(restoredIds()).toEqual([null]);
    expect(onAction).toHaveBeenCalledWith({ kind: "try_again" });
  });

  test("does not offer the same dialog again if the backups can’t be read either", async () => {
    play("failed");
    failAt("preview_backup", { code: "store_unreadable" });
    await show();
    const dialog = within(await screen.findByRole("dialog"));
    expect(await dialog.findByText(/can’t be read now/)).toBeTruthy();
    expect(dialog.queryByTestId("failure-card")).toBeNull();
    expect(dialog.queryByTestId("restore-now")).toBeNull();
  });
});

test("a newer version’s list is not offered for a restore", () => {
  render(FailureCard, {
    failure: { code: "store_newer" },
    during: "home",
    onAction: () => undefined,
  });
  expect(screen.queryByRole("button", { name: "Show the last backup" })).toBeNull();
  expect(screen.getByTestId("failure-card").textContent).toContain("newest version");
});

describe("the backups in the settings", () => {
  test("have their dates and counts, and a preview before anything is replaced", async () => {
    play("full");
    render(Backups);
    const rows = await screen.findAllByTestId("backup-row");
    expect(rows.map((row) => row.textContent?.replaceAll(/\s+/g, " "))).toEqual([
      expect.stringMatching(/Daily · 4 keys Restore/),
      expect.stringMatching(/Daily · 3 keys Restore/),
      expect.stringMatching(/Before an update of Key Desk · 3 keys Restore/),
    ]);
    await userEvent.click(within(rows[1] as HTMLElement).getByTestId("restore-backup"));
    const missing = await screen.findByTestId("backup-missing");
    expect(missing.textContent).toContain("1 key");
    expect(missing.textContent).toContain("…0a77");
    expect(screen.getByRole("dialog").textContent).toContain("becomes a backup too");
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(restoredIds()).toEqual([]);

    await userEvent.click(within(rows[1] as HTMLElement).getByTestId("restore-backup"));
    await userEvent.click(await screen.findByTestId("restore-now"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(restoredIds()).toEqual([expect.stringMatching(/-daily$/)]);
  });

  test("say that the last one could not be made", async () => {
    play("empty");
    answerAt("backups", { backups: [], lastFailed: true });
    render(Backups);
    expect((await screen.findByTestId("backup-failed")).textContent).toContain("disk");
    expect(screen.getByText(/There is no backup yet/)).toBeTruthy();
  });

  test("say that a backup is damaged too, and offer no dialog in the dialog", async () => {
    play("full");
    failAt("restore_backup", { code: "store_unreadable" });
    render(Backups);
    const rows = await screen.findAllByTestId("backup-row");
    await userEvent.click(within(rows[0] as HTMLElement).getByTestId("restore-backup"));
    await userEvent.click(await screen.findByTestId("restore-now"));
    expect((await screen.findByTestId("restore-damaged")).textContent).toContain("not changed");
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });
});
