import { beforeEach, describe, expect, test } from "vitest";
import { answerAt, failAt, play } from "../../ipc/fake/index";
import { KeyToken, tokenOf } from "./key-token.svelte";

let token: KeyToken;

beforeEach(() => {
  play("full");
  token = new KeyToken("k-test");
});

describe("a token", () => {
  test("does not exist before it is requested", async () => {
    await token.refresh();
    expect(token.key?.lastFour).toBe("4bf2");
    expect(token.card).toBeNull();
    expect(token.isOver).toBe(false);
  });

  test("has the seconds left that Rust reports", async () => {
    await token.get();
    expect(token.secondsLeft).toBeCloseTo(3540, 0);
    token.rest();
  });

  test("is expired when Rust no longer has it", async () => {
    await token.get();
    play("full");
    await token.refresh();
    expect(token.isOver).toBe(true);
    expect(token.card).not.toBeNull();
  });

  test("can be verified", async () => {
    await token.get();
    await token.verify();
    expect(token.card?.verification?.currencies).toBe(14);
    token.rest();
  });

  test("that was verified stays verified when the store did not record it", async () => {
    await token.get();
    await token.verify();
    const verified = token.card;
    expect(token.warning).toBeNull();
    if (!verified) throw new Error("no token");
    answerAt("verify_token", { ...verified, warning: { code: "store_unwritable" } });
    await token.verify();
    expect(token.card?.verification?.currencies).toBe(14);
    expect(token.failed).toBeNull();
    expect(token.warning).toEqual({ code: "store_unwritable" });
    token.rest();
  });

  test("stays when requesting a new one fails", async () => {
    await token.get();
    failAt("get_token", { code: "too_many_tokens", retryAfter: 5 });
    await token.get();
    expect(token.failed).toMatchObject({ during: "get_token" });
    expect(token.isOver).toBe(false);
    token.rest();
  });

  test("is the same object for the same key", () => {
    expect(tokenOf("k-test")).toBe(tokenOf("k-test"));
    expect(tokenOf("k-test")).not.toBe(tokenOf("k-live"));
  });
});
