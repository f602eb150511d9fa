import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import english from "../../../../locales/en.ftl?raw";
import { adopt } from "../../../i18n/index.svelte";
import { call } from "../../../ipc";
import { failAt, play } from "../../../ipc/fake/index";
import { AccountForm } from "./account-form.svelte";

let form: AccountForm;

beforeEach(async () => {
  vi.useFakeTimers();
  adopt("en", english);
  play("empty");
  form = new AccountForm("DE");
  await vi.runAllTimersAsync();
});
afterEach(() => {
  vi.useRealTimers();
});

async function saved() {
  const read = call("account", {});
  await vi.runAllTimersAsync();
  return read;
}

describe("the details of the account", () => {
  test("start with the system's country", () => {
    expect(form.typed.phoneCountry).toBe("DE");
  });

  test("are saved while they are typed, without a pause", async () => {
    form.update({ fullName: "Olena" });
    form.update({ fullName: "Olena K" });
    await vi.advanceTimersByTimeAsync(0);
    expect((await saved()).fullName).toBe("Olena K");
  });

  test("are not written before the first change", async () => {
    expect(await form.save()).toBe(true);
    expect((await saved()).phoneCountry).toBeNull();
  });

  test("are checked when the field is left, not while it is typed", async () => {
    form.update({ phone: "0821", email: "olena" });
    await vi.runAllTimersAsync();
    expect(form.phoneProblem).toBeNull();
    expect(form.emailProblem).toBeNull();
    void form.leavePhone();
    void form.leaveEmail();
    await vi.runAllTimersAsync();
    expect(form.phoneProblem).toContain("Germany");
    expect(form.emailProblem).toBe("The @ is missing.");
    form.update({ phone: "08213" });
    expect(form.phoneProblem).toBeNull();
  });

  test("may have a number of Ukraine", async () => {
    form.update({ phone: "+380 67 123 45 67" });
    void form.leavePhone();
    await vi.runAllTimersAsync();
    expect(form.phoneProblem).toBeNull();
  });

  test("show the number in international form", async () => {
    form.update({ phone: "0821 3437654" });
    void form.leavePhone();
    await vi.runAllTimersAsync();
    expect(form.phoneRead).toBe("+49 821 3437654");
  });

  test("stay in the fields when they can't be saved", async () => {
    failAt("save_account", { code: "store_unwritable" });
    form.update({ fullName: "Olena" });
    await vi.runAllTimersAsync();
    expect(form.saveFailure?.code).toBe("store_unwritable");
    expect(form.typed.fullName).toBe("Olena");
    play("empty");
    void form.save();
    await vi.runAllTimersAsync();
    expect(form.saveFailure).toBeNull();
    expect((await saved()).fullName).toBe("Olena");
  });
});
