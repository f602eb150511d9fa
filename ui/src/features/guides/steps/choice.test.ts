import { describe, expect, test } from "vitest";
import { type Answers, adviceFor, readAnswers } from "./choice";

describe("the advice about one key or several", () => {
  test.each<[string, Answers, string | undefined, string | undefined]>([
    ["nothing is known yet", {}, undefined, undefined],
    ["there is one organization", { many: "one" }, "one", "single"],
    ["more is to be asked", { many: "several", teams: "no" }, undefined, undefined],
    ["different teams work with them", { many: "several", teams: "yes" }, "each", "teams"],
    ["one is to be switched off alone", { many: "several", apart: "yes" }, "each", "apart"],
    [
      "the same people work with all",
      { many: "several", teams: "no", apart: "no" },
      "one",
      "together",
    ],
  ])("when %s", (_, answers, choice, reason) => {
    const advice = adviceFor(answers);
    expect(advice?.choice).toBe(choice);
    expect(advice?.reason).toBe(reason);
  });

  test("does not change with what the person chose", () => {
    expect(adviceFor({ many: "one", choice: "each" })?.choice).toBe("one");
  });
});

describe("kept answers", () => {
  test("come back as they were", () => {
    const answers: Answers = { many: "several", teams: "yes", choice: "one" };
    expect(readAnswers(JSON.stringify(answers))).toEqual(answers);
  });

  test.each([undefined, "", "{", "null", "7"])("that say nothing (%s) are none", (kept) => {
    expect(readAnswers(kept)).toEqual({});
  });
});
