/** The phone book and the time of the fake practice. */

import type { NumberAdded, PracticeNumber, PracticeTime, TimeMove, Verdict } from "../../bindings";
import type { Args } from "..";
import { book } from "./data";

const DAY = 86_400_000;
const TWENTY_YEARS = 7_305 * DAY;

/** The practice commands. Practice's time starts `ahead` days ahead. */
export function makePractice(
  checkPhone: (input: string, country: string | null) => Verdict,
  ahead: number,
  own: PracticeNumber[],
) {
  let numbers = own;
  let time: PracticeTime = { ahead: ahead * DAY };

  const all = (): PracticeNumber[] => [
    ...book.map(({ digits, plays }) => ({ digits, plays, own: false })),
    ...numbers,
  ];

  const commands = {
    practice_numbers: all,
    add_practice_number: ({ input, country, plays }: Args<"add_practice_number">): NumberAdded => {
      const verdict = checkPhone(input, country);
      if (verdict.verdict === "ukraine") return "ukraine";
      if (!("number" in verdict && verdict.number)) return "not_a_phone";
      const { digits } = verdict.number;
      const known = all().find((number) => number.digits === digits);
      if (known) return known.own ? "added_already" : "in_the_book";
      numbers = [...numbers, { digits, plays, own: true }];
      return "added";
    },
    remove_practice_number: ({ digits }: Args<"remove_practice_number">): void => {
      numbers = numbers.filter((number) => number.digits !== digits);
    },
    practice_time: (): PracticeTime => time,
    move_practice_time: ({ to }: Args<"move_practice_time">): PracticeTime | null => {
      const moved = { ahead: aheadAfter(to, time.ahead) };
      if (Math.abs(moved.ahead) > TWENTY_YEARS) return null;
      time = moved;
      return time;
    },
  };

  /** Resets everything. `keepNumbers` keeps the added numbers. */
  function clear(keepNumbers: boolean): void {
    if (!keepNumbers) numbers = [];
    time = { ahead: 0 };
  }

  return { commands, clear };
}

function aheadAfter(move: TimeMove, ahead: number): number {
  const computer = Date.now();
  switch (move.to) {
    case "days":
      return ahead + move.days * DAY;
    case "months": {
      const shown = new Date(computer + ahead);
      shown.setMonth(shown.getMonth() + move.months);
      return shown.getTime() - computer;
    }
    case "moment":
      return Date.parse(move.at) - computer;
    case "now":
      return 0;
  }
}
