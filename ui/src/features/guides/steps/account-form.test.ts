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

  test.each([
    ["nothing", {}, "fullName"],
    ["no name", { phone: "+49 821 3437654", email: "o@firma.example" }, "fullName"],
    ["only spaces", { fullName: "  ", phone: "+49 821 3437654", email: "o@f.example" }, "fullName"],
    ["no number", { fullName: "Olena", email: "o@firma.example" }, "phone"],
    ["a wrong number", { fullName: "Olena", phone: "0821", email: "o@firma.example" }, "phone"],
    ["no address", { fullName: "Olena", phone: "+49 821 3437654" }, "email"],
    ["a wrong address", { fullName: "O", phone: "+49 821 3437654", email: "olena" }, "email"],
    ["all", { fullName: "Olena", phone: "+49 821 3437654", email: "o@firma.example" }, null],
    ["a number of Ukraine", { fullName: "O", phone: "+380671234567", email: "o@f.example" }, null],
  ])("are complete only if nothing is empty or wrong: %s", async (_, typed, wrong) => {
    form.update(typed);
    const validated = form.validate();
    await vi.runAllTimersAsync();
    expect(await validated).toBe(wrong);
    const problems = [form.nameProblem, form.phoneProblem, form.emailProblem];
    expect(problems.some((problem) => problem !== null)).toBe(wrong !== null);
  });

  test("do not take the number of a test key by themselves, and say whose it is", async () => {
    play("full");
    form = new AccountForm("DE");
    await vi.runAllTimersAsync();
    expect(form.typed.phone).toBe("");
    expect(form.suggestedPhone).toBe("+49 821 3437654");
    form.update({ phone: "0" });
    expect(form.suggestedPhone).toBeNull();
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
