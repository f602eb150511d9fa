import { describe, expect, test } from "vitest";
import { type Answers, adviceFor, readAnswers } from "./choice";

describe("the advice about one key or several", () => {
  test.each<[string, Answers, string | undefined, string | undefined]>([
    ["there is no answer yet", {}, undefined, undefined],
    ["there is one organization", { many: "one" }, "one", "single"],
    ["an answer is missing", { many: "several", teams: "no" }, undefined, undefined],
    ["different teams work with them", { many: "several", teams: "yes" }, "each", "teams"],
    ["one has to be revoked alone", { many: "several", apart: "yes" }, "each", "apart"],
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

  test("does not depend on the person's choice", () => {
    expect(adviceFor({ many: "one", choice: "each" })?.choice).toBe("one");
  });
});

describe("saved answers", () => {
  test("are read unchanged", () => {
    const answers: Answers = { many: "several", teams: "yes", choice: "one" };
    expect(readAnswers(JSON.stringify(answers))).toEqual(answers);
  });

  test.each([undefined, "", "{", "null", "7"])("without an object (%s) are empty", (saved) => {
    expect(readAnswers(saved)).toEqual({});
  });
});
