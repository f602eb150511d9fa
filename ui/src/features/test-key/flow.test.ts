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
  return flow.validateNumber();
}

describe("the pages of a test key", () => {
  test("start with the country of the system", () => {
    expect(flow.phone.country).toBe("DE");
  });

  test("do not show the check before the number can be sent", async () => {
    expect(flow.pageFor("check")).toBe("number");
    await type("+49 821 3437654");
    expect(flow.pageFor("check")).toBe("check");
  });

  test("do not show a key before there is one", () => {
    expect(flow.pageFor("key")).toBe("before");
  });

  test("end with the key and the outcome of the request", async () => {
    await type("+49 821 3437654");
    expect(await flow.send()).toBe(true);
    expect(flow.request).toMatchObject({
      state: "done",
      received: { outcome: { outcome: "created" }, key: { lastFour: "4bf2" } },
    });
  });

  test("show the check while the request is running", async () => {
    await type("+49 821 3437654");
    const sent = flow.send();
    expect(flow.request).toMatchObject({ state: "running", command: "request_test_key" });
    expect(flow.pageFor("before")).toBe("check");
    await sent;
  });

  test("keep the number while other pages are shown", async () => {
    await type("+49 821 3437654");
    flow.enter("practice", "before", "DE");
    expect(flow.phone.input).toBe("+49 821 3437654");
  });

  test("start again after a finished request, with the same country", async () => {
    flow.phone.country = "PL";
    await type("+49 821 3437654");
    await flow.send();
    flow.enter("practice", "before", "DE");
    expect(flow.phone.input).toBe("");
    expect(flow.phone.country).toBe("PL");
    expect(flow.request.state).toBe("not_sent");
  });

  test("share nothing between practice and live mode", async () => {
    await type("+49 821 3437654");
    flow.enter("live", "before", "DE");
    expect(flow.phone.input).toBe("");
  });

  test("accept a number from another page", async () => {
    await flow.useDraft({ input: "+49 821 3437654", country: null });
    expect(flow.pageFor("check")).toBe("check");
  });

  test("keep a number that was typed after a draft was used", async () => {
    const draft = { input: "+49 821 3437654", country: null };
    await flow.useDraft(draft);
    await type("+49 171 3920010");
    await flow.useDraft(draft);
    expect(flow.phone.input).toBe("+49 171 3920010");
  });

  test("ignore the result of a request after a reset", async () => {
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

  test("is reset when a number is checked again", async () => {
    await type("+49 821 3437654");
    failAt("request_test_key", { code: "offline" });
    await flow.send();
    await type("+49 821 3437655");
    expect(flow.request.state).toBe("not_sent");
  });

  test("can be followed by a reminder for tomorrow", async () => {
    await type("+49 821 3437654");
    const failure: Failure = { code: "daily_limit", againAt: new Date().toISOString(), key: null };
    failAt("request_test_key", failure);
    await flow.send();
    await flow.remindTomorrow();
    expect(flow.isReminded).toBe(true);
  });
});

describe("an unsaved key", () => {
  beforeEach(() => play("full"));

  test("is saved on another try and then shown", async () => {
    expect(await flow.saveAgain("k-test")).toBe(true);
    expect(flow.request).toMatchObject({ state: "done", received: { key: { id: "k-test" } } });
  });

  test("can be used in this session", async () => {
    expect(await flow.openKey("k-test")).toBe(true);
    expect(flow.pageFor("key")).toBe("key");
  });

  test("stays unsaved when the keychain fails again", async () => {
    failAt("save_key_again", { code: "secret_not_saved", key: "k-test", cause: "locked" });
    expect(await flow.saveAgain("k-test")).toBe(false);
    expect(flow.request).toMatchObject({ state: "failed", command: "save_key_again" });
  });
});
