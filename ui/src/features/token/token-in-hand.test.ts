import { beforeEach, describe, expect, test } from "vitest";
import { failAt, play } from "../../ipc/fake/index";
import { TokenInHand, tokenOf } from "./token-in-hand.svelte";

let token: TokenInHand;

beforeEach(() => {
  play("full");
  token = new TokenInHand("k-test");
});

describe("a token", () => {
  test("is not there before it was got", async () => {
    await token.refresh();
    expect(token.key?.lastFour).toBe("4bf2");
    expect(token.card).toBeNull();
    expect(token.isOver).toBe(false);
  });

  test("lives as long as the desk says", async () => {
    await token.get();
    expect(token.secondsLeft).toBeCloseTo(3540, 0);
    token.rest();
  });

  test("is over when the desk holds it no longer", async () => {
    await token.get();
    play("full");
    await token.refresh();
    expect(token.isOver).toBe(true);
    expect(token.card).not.toBeNull();
  });

  test("is shown to work", async () => {
    await token.get();
    await token.prove();
    expect(token.card?.verification?.currencies).toBe(14);
    token.rest();
  });

  test("stays in hand when getting another one fails", async () => {
    await token.get();
    failAt("get_token", { code: "too_many_tokens", retryAfter: 5 });
    await token.get();
    expect(token.trouble).toMatchObject({ during: "get_token" });
    expect(token.isOver).toBe(false);
    token.rest();
  });

  test("is the same one wherever it is asked for", () => {
    expect(tokenOf("k-test")).toBe(tokenOf("k-test"));
    expect(tokenOf("k-test")).not.toBe(tokenOf("k-live"));
  });
});
