import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { failAt, play } from "../../ipc/fake/index";
import { deletions } from "../../state/deletions.svelte";
import DeletionNote from "./DeletionNote.svelte";

/** Lets the fake of Rust answer, which takes a timer. */
async function answered<T>(answer: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(1);
  return answer;
}

async function keyNow() {
  return (await answered(call("keys_by_id", { keys: ["k-live"] })))[0];
}

/** Deletes the production key, and shows the note. */
async function remove() {
  render(DeletionNote);
  await answered(deletions.begin("k-live", "Web shop (…91c0)"));
  expect(await keyNow()).toBeUndefined();
}

describe("a key that was deleted", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    adopt("en", english);
    play("full");
  });
  afterEach(() => {
    vi.useRealTimers();
    cleanup();
  });

  test("can be brought back for ten seconds", async () => {
    await remove();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(screen.getByTestId("deletion-note").textContent).toMatch(
      /Web shop \(…91c0\).*It is deleted in 1\ssecond\./s,
    );
    await fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(screen.queryByTestId("deletion-note")).toBeNull();
    expect((await keyNow())?.name).toBe("Web shop");
  });

  test("is deleted after them", async () => {
    await remove();
    await vi.advanceTimersByTimeAsync(10_500);
    expect(screen.queryByTestId("deletion-note")).toBeNull();
    await answered(call("undo_key_deletion", { key: "k-live" }));
    expect(await keyNow()).toBeUndefined();
  });

  test("is in the list again if that failed, with the reason", async () => {
    await remove();
    failAt("finish_key_deletion", { code: "keychain_locked" });
    await vi.advanceTimersByTimeAsync(10_500);
    expect(deletions.failed?.failure.code).toBe("keychain_locked");
    deletions.forget();
  });
});
