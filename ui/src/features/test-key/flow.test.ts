import { beforeEach, describe, expect, test } from "vitest";
import type { Failure } from "../../bindings";
import { failAt, play } from "../../ipc/fake/index";
import { TestKeyFlow } from "./flow.svelte";

let flow: TestKeyFlow;

beforeEach(() => {
  play("empty");
  flow = new TestKeyFlow();
  flow.enter("practice", "before", "DE");
});

async function type(input: string): Promise<boolean> {
  flow.phone.input = input;
  return flow.settleNumber();
}

describe("the way to a test key", () => {
  test("begins with the country of this computer", () => {
    expect(flow.phone.country).toBe("DE");
  });

  test("does not lead to the check before the number can be sent", async () => {
    expect(flow.nearest("check")).toBe("number");
    await type("+49 821 3437654");
    expect(flow.nearest("check")).toBe("check");
  });

  test("does not lead to a key that has not come", () => {
    expect(flow.nearest("key")).toBe("before");
  });

  test("ends with the key and what has happened to it", async () => {
    await type("+49 821 3437654");
    expect(await flow.send()).toBe(true);
    expect(flow.request).toMatchObject({
      state: "done",
      arrived: { outcome: { outcome: "created" }, key: { lastFour: "4bf2" } },
    });
  });

  test("shows the check, with its steps, while the request is under way", async () => {
    await type("+49 821 3437654");
    const sent = flow.send();
    expect(flow.request).toMatchObject({ state: "running", work: "request_test_key" });
    expect(flow.nearest("before")).toBe("check");
    await sent;
  });

  test("keeps the number when the person looks at other pages", async () => {
    await type("+49 821 3437654");
    flow.enter("practice", "before", "DE");
    expect(flow.phone.input).toBe("+49 821 3437654");
  });

  test("begins anew after it was walked to its end, with the same country", async () => {
    flow.phone.country = "PL";
    await type("+49 821 3437654");
    await flow.send();
    flow.enter("practice", "before", "DE");
    expect(flow.phone.input).toBe("");
    expect(flow.phone.country).toBe("PL");
    expect(flow.request.state).toBe("not_sent");
  });

  test("shares nothing between practice and live", async () => {
    await type("+49 821 3437654");
    flow.enter("live", "before", "DE");
    expect(flow.phone.input).toBe("");
  });

  test("takes up a number that was asked with before", async () => {
    await flow.takeUp({ input: "+49 821 3437654", country: null });
    expect(flow.nearest("check")).toBe("check");
  });

  test("keeps what was typed since a number was taken up", async () => {
    const draft = { input: "+49 821 3437654", country: null };
    await flow.takeUp(draft);
    await type("+49 171 3920010");
    await flow.takeUp(draft);
    expect(flow.phone.input).toBe("+49 171 3920010");
  });

  test("lets an abandoned request bring nothing any more", async () => {
    await type("+49 821 3437654");
    const sent = flow.send();
    flow.enter("live", "before", "DE");
    expect(await sent).toBe(false);
    expect(flow.request.state).toBe("not_sent");
  });
});

describe("a request that fails", () => {
  test("keeps the number and says why", async () => {
    await type("+49 171 3920029");
    failAt("request_test_key", { code: "offline" });
    expect(await flow.send()).toBe(false);
    expect(flow.request).toMatchObject({ state: "failed", failure: { code: "offline" } });
    expect(flow.phone.isSendable).toBe(true);
  });

  test("is forgotten once the number is settled again", async () => {
    await type("+49 821 3437654");
    failAt("request_test_key", { code: "offline" });
    await flow.send();
    await type("+49 821 3437655");
    expect(flow.request.state).toBe("not_sent");
  });

  test("can be put off until tomorrow", async () => {
    await type("+49 821 3437654");
    const failure: Failure = { code: "daily_limit", againAt: new Date().toISOString(), key: null };
    failAt("request_test_key", failure);
    await flow.send();
    await flow.remindTomorrow();
    expect(flow.isReminded).toBe(true);
  });
});

describe("a key that the keychain did not take", () => {
  beforeEach(() => play("full"));

  test("is saved again and then shown", async () => {
    expect(await flow.saveAgain("k-test")).toBe(true);
    expect(flow.request).toMatchObject({ state: "done", arrived: { key: { id: "k-test" } } });
  });

  test("can be used in this session", async () => {
    expect(await flow.openKey("k-test")).toBe(true);
    expect(flow.nearest("key")).toBe("key");
  });

  test("stays what it was when the keychain fails again", async () => {
    failAt("save_key_again", { code: "secret_not_saved", key: "k-test", cause: "locked" });
    expect(await flow.saveAgain("k-test")).toBe(false);
    expect(flow.request).toMatchObject({ state: "failed", work: "save_key_again" });
  });
});
