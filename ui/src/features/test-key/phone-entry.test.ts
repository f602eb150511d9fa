import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Verdict } from "../../bindings";
import { PAUSE, PhoneEntry } from "./phone-entry.svelte";

/** The checks that wait for an answer, in order. */
const checks: { input: string; country: string | null; answer: (verdict: Verdict) => void }[] = [];

vi.mock("../../ipc", () => ({
  call: (_: string, { input, country }: { input: string; country: string | null }) =>
    new Promise<Verdict>((answer) => checks.push({ input, country, answer })),
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
  checks.at(-1)?.answer(verdict);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  checks.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a number that is being typed", () => {
  test("keeps the input unchanged", () => {
    const phone = new PhoneEntry("DE");
    phone.input = " +49 (821) 343-76 54 ";
    expect(phone.input).toBe(" +49 (821) 343-76 54 ");
    expect(checks[0]?.input).toBe(" +49 (821) 343-76 54 ");
  });

  test("has the digits to send as soon as the check has answered", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 3437654";
    await answerLast(READY);
    expect(phone.number?.digits).toBe("498213437654");
    expect(phone.isSendable).toBe(true);
  });

  test("ignores a late answer for an earlier input", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 3437654";
    phone.input = "0821 34";
    await answerLast(SHORT);
    checks[0]?.answer(READY);
    await vi.advanceTimersByTimeAsync(0);
    expect(phone.verdict).toEqual(SHORT);
  });

  test("shows its error only after a pause", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 34";
    await answerLast(SHORT);
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(phone.isProblemShown).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(phone.isProblemShown).toBe(true);
  });

  test("hides its error as soon as the person types on", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 34";
    await answerLast(SHORT);
    await vi.advanceTimersByTimeAsync(PAUSE);
    phone.input = "0821 343";
    expect(phone.isProblemShown).toBe(false);
  });

  test("shows no old error when the answer comes after the pause", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 34";
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(phone.isProblemShown).toBe(false);
    await answerLast(SHORT);
    expect(phone.isProblemShown).toBe(true);
  });

  test("is checked again when another country is chosen", () => {
    const phone = new PhoneEntry("DE");
    phone.input = "0821 34";
    phone.country = "AT";
    expect(checks).toHaveLength(2);
  });
});

describe("an unassigned number", () => {
  test("can be sent after it was confirmed", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "+49 999 1234567";
    await answerLast(UNASSIGNED);
    expect(phone.isSendable).toBe(false);
    phone.secondLook = true;
    expect(phone.isSendable).toBe(true);
  });

  test("has to be confirmed again after a change", async () => {
    const phone = new PhoneEntry("DE");
    phone.input = "+49 999 1234567";
    await answerLast(UNASSIGNED);
    phone.secondLook = true;
    phone.input = "+49 999 1234568";
    await answerLast(UNASSIGNED);
    expect(phone.isSendable).toBe(false);
  });
});

describe("a number that may be Ukrainian", () => {
  const ukrainian = "+380 67 123 4567";

  test("can be sent after the person has said that it is not", async () => {
    const phone = new PhoneEntry("PL");
    phone.input = "067 123 45 67";
    const number = { digits: "48671234567", international: "+48 67 123 45 67", region: "PL" };
    await answerLast({ verdict: "maybe_ukraine", number, ukrainian });
    expect(phone.needsSecondLook).toBe(true);
    expect(phone.isSendable).toBe(false);
    phone.secondLook = true;
    expect(phone.isSendable).toBe(true);
  });

  test("can't be sent if the chosen country has no such number", async () => {
    const phone = new PhoneEntry("LT");
    phone.input = "067 123 45 67";
    await answerLast({ verdict: "maybe_ukraine", number: null, ukrainian });
    phone.secondLook = true;
    expect(phone.needsSecondLook).toBe(true);
    expect(phone.isSendable).toBe(false);
  });
});

test("a chosen number is in the field, and its error is shown at once", async () => {
  const phone = new PhoneEntry("PL");
  phone.input = "600 123 456; 600 123 45";
  await answerLast({ verdict: "several", numbers: ["+48 600 123 456", "60012345"] });
  expect(phone.isSendable).toBe(false);
  const chosen = phone.choose("60012345");
  await answerLast(SHORT);
  await chosen;
  expect(phone.input).toBe("60012345");
  expect(phone.isProblemShown).toBe(true);
});

test("Continue shows the error at once", async () => {
  const phone = new PhoneEntry("DE");
  const validated = phone.validate();
  await answerLast({ verdict: "empty" });
  expect(await validated).toBe(false);
  expect(phone.isProblemShown).toBe(true);
});

describe("the country of a number", () => {
  const POLISH: Verdict = {
    verdict: "ready",
    number: { digits: "48601234567", international: "+48 601 234 567", region: "PL" },
  };

  async function type(phone: PhoneEntry, input: string, verdict: Verdict) {
    phone.input = input;
    await answerLast(verdict);
    await answerLast(verdict);
  }

  test("is filled in from its code, and follows another code", async () => {
    const phone = new PhoneEntry(null);
    await type(phone, "+49 821 3437654", READY);
    expect(phone.country).toBe("DE");
    await type(phone, "+48 601 234 567", POLISH);
    expect(phone.country).toBe("PL");
  });

  test("is the one with which the digits shown were checked", async () => {
    const phone = new PhoneEntry(null);
    await type(phone, "+49 821 3437654", READY);
    expect(checks.map(({ country }) => country)).toEqual([null, "DE"]);
  });

  test("stays when the number needs one", async () => {
    const phone = new PhoneEntry(null);
    await type(phone, "601 234 567", { verdict: "no_country", abroad: null });
    expect(phone.country).toBeNull();
    expect(phone.isSendable).toBe(false);
  });

  test("is not changed by a number once the person has chosen it", async () => {
    const phone = new PhoneEntry(null);
    phone.country = "CZ";
    await type(phone, "+49 821 3437654", READY);
    expect(phone.country).toBe("CZ");
  });

  test("of the system counts as chosen", async () => {
    const phone = new PhoneEntry("CZ");
    await type(phone, "+49 821 3437654", READY);
    expect(phone.country).toBe("CZ");
  });
});
