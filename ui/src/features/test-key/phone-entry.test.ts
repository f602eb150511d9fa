import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Verdict } from "../../bindings";
import { PAUSE, PhoneEntry } from "./phone-entry.svelte";

/** Questions to the desk that wait for an answer, in the order in which they were asked. */
const questions: { input: string; answer: (verdict: Verdict) => void }[] = [];

vi.mock("../../ipc", () => ({
  call: (_: string, { input }: { input: string }) =>
    new Promise<Verdict>((answer) => questions.push({ input, answer })),
}));

const READY: Verdict = {
  verdict: "ready",
  number: { digits: "498213437654", international: "+49 821 3437654", region: "DE" },
};
const UNASSIGNED: Verdict = {
  verdict: "unassigned",
  number: { digits: "499991234567", international: "+49 999 1234567", region: "DE" },
};
const SHORT: Verdict = { verdict: "too_short", region: "DE", missing: 3 };

async function answerLast(verdict: Verdict) {
  questions.at(-1)?.answer(verdict);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  questions.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a number that is being typed", () => {
  test("is never altered", () => {
    const phone = new PhoneEntry("DE");
    phone.input = " +49 (821) 343-76 54 ";
    expect(phone.input).toBe(" +49 (821) 343-76 54 ");
    expect(questions[0]?.input).toBe(" +49 (821) 343-76 54 ");
  });

  test("shows the digits to be sent as soon as the desk knows them", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 3437654";
    await answerLast(READY);
    expect(phone.number?.digits).toBe("498213437654");
    expect(phone.isSendable).toBe(true);
  });

  test("is not judged by a late answer to an earlier input", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 3437654";
    phone.input = "0821 34";
    await answerLast(SHORT);
    questions[0]?.answer(READY);
    await vi.advanceTimersByTimeAsync(0);
    expect(phone.verdict).toEqual(SHORT);
  });

  test("has its problem said only after a pause", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 34";
    await answerLast(SHORT);
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(phone.isProblemSaid).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(phone.isProblemSaid).toBe(true);
  });

  test("is quiet again as soon as the person types on", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 34";
    await answerLast(SHORT);
    await vi.advanceTimersByTimeAsync(PAUSE);
    phone.input = "0821 343";
    expect(phone.isProblemSaid).toBe(false);
  });

  test("is not spoken of with an old judgement when the answer comes after the pause", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 34";
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(phone.isProblemSaid).toBe(false);
    await answerLast(SHORT);
    expect(phone.isProblemSaid).toBe(true);
  });

  test("is judged anew when another country is chosen", () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 34";
    phone.country = "AT";
    expect(questions).toHaveLength(2);
  });
});

describe("an unassigned number", () => {
  test("can be sent after a second look", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "+49 999 1234567";
    await answerLast(UNASSIGNED);
    expect(phone.isSendable).toBe(false);
    phone.secondLook = true;
    expect(phone.isSendable).toBe(true);
  });

  test("wants another look when it is changed", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "+49 999 1234567";
    await answerLast(UNASSIGNED);
    phone.secondLook = true;
    phone.input = "+49 999 1234568";
    await answerLast(UNASSIGNED);
    expect(phone.isSendable).toBe(false);
  });
});

test("wanting to go on says what is wrong at once", async () => {
  const phone = new PhoneEntry("DE");
  const settled = phone.settle();
  await answerLast({ verdict: "empty" });
  expect(await settled).toBe(false);
  expect(phone.isProblemSaid).toBe(true);
});
