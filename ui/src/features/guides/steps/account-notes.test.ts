import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import { adopt } from "../../../i18n/index.svelte";
import { call } from "../../../ipc";
import { failAt, play } from "../../../ipc/fake/index";
import { AccountNotes } from "./account-notes.svelte";

let notes: AccountNotes;

beforeEach(async () => {
  vi.useFakeTimers();
  adopt("en", english);
  play("empty");
  notes = new AccountNotes("DE");
  await vi.runAllTimersAsync();
});
afterEach(() => {
  vi.useRealTimers();
});

async function kept() {
  const read = call("account", {});
  await vi.runAllTimersAsync();
  return read;
}

describe("the details of the account", () => {
  test("begin with the system's country", () => {
    expect(notes.noted.phoneCountry).toBe("DE");
  });

  test("are kept as they are typed, without waiting for a pause", async () => {
    notes.note({ fullName: "Olena" });
    notes.note({ fullName: "Olena K" });
    await vi.advanceTimersByTimeAsync(0);
    expect((await kept()).fullName).toBe("Olena K");
  });

  test("are not written before there is anything to write", async () => {
    expect(await notes.keep()).toBe(true);
    expect((await kept()).phoneCountry).toBeNull();
  });

  test("are judged when the field is left, and not while one types", async () => {
    notes.note({ phone: "0821", email: "olena" });
    await vi.runAllTimersAsync();
    expect(notes.phoneProblem).toBeNull();
    expect(notes.emailProblem).toBeNull();
    void notes.leavePhone();
    void notes.leaveEmail();
    await vi.runAllTimersAsync();
    expect(notes.phoneProblem).toContain("Germany");
    expect(notes.emailProblem).toBe("The sign @ is missing.");
    notes.note({ phone: "08213" });
    expect(notes.phoneProblem).toBeNull();
  });

  test("may have a number of Ukraine", async () => {
    notes.note({ phone: "+380 67 123 45 67" });
    void notes.leavePhone();
    await vi.runAllTimersAsync();
    expect(notes.phoneProblem).toBeNull();
  });

  test("say how the number was read", async () => {
    notes.note({ phone: "0821 3437654" });
    void notes.leavePhone();
    await vi.runAllTimersAsync();
    expect(notes.phoneRead).toBe("+49 821 3437654");
  });

  test("stay in the fields when they can't be kept", async () => {
    failAt("save_account", { code: "store_unwritable" });
    notes.note({ fullName: "Olena" });
    await vi.runAllTimersAsync();
    expect(notes.notKept?.code).toBe("store_unwritable");
    expect(notes.noted.fullName).toBe("Olena");
    play("empty");
    void notes.keep();
    await vi.runAllTimersAsync();
    expect(notes.notKept).toBeNull();
    expect((await kept()).fullName).toBe("Olena");
  });
});
