import { beforeEach, describe, expect, test } from "vitest";
import type { Region } from "../../bindings";
import { CountryChoice } from "./country-choice.svelte";
import { listCountries } from "./country-search";

const listed = listCountries(
  [
    { region: "AT", callingCode: 43 },
    { region: "DE", callingCode: 49 },
    { region: "DK", callingCode: 45 },
    { region: "PL", callingCode: 48 },
  ],
  "en",
  null,
);

let chosen: Region | null;
let choice: CountryChoice;

beforeEach(() => {
  chosen = "DE";
  choice = new CountryChoice(
    () => listed,
    (region) => {
      chosen = region;
    },
  );
});

function press(key: string, withAlt = false): boolean {
  return choice.press(key, withAlt, chosen);
}

function marked(): string | undefined {
  return choice.found[choice.marked]?.region;
}

describe("the list of countries with the keyboard", () => {
  test("opens with the chosen country marked", () => {
    expect(press("ArrowDown")).toBe(true);
    expect(choice.isOpen).toBe(true);
    expect(marked()).toBe("DE");
  });

  test("moves down and up, and wraps at the ends", () => {
    press("ArrowDown");
    press("ArrowDown");
    expect(marked()).toBe("PL");
    press("ArrowDown");
    expect(marked()).toBe("AT");
    press("ArrowUp");
    expect(marked()).toBe("PL");
  });

  test("stops at the ends with Page Down and Page Up", () => {
    press("ArrowDown");
    press("PageDown");
    expect(marked()).toBe("PL");
    press("PageUp");
    expect(marked()).toBe("AT");
  });

  test("chooses the marked country with Enter", () => {
    choice.search("pol");
    press("Enter");
    expect(chosen).toBe("PL");
    expect(choice.isOpen).toBe(false);
  });

  test("does not handle Enter while it is closed", () => {
    expect(press("Enter")).toBe(false);
  });

  test("changes nothing with Escape", () => {
    choice.search("pol");
    press("Escape");
    expect(chosen).toBe("DE");
    expect(choice.typed).toBeNull();
  });

  test("closes with Alt and Arrow Up", () => {
    press("ArrowDown");
    press("ArrowUp", true);
    expect(choice.isOpen).toBe(false);
  });

  test("does not handle letters, Arrow Left and Arrow Right", () => {
    choice.search("d");
    expect(press("e")).toBe(false);
    expect(press("ArrowLeft")).toBe(false);
  });
});

describe("leaving the field", () => {
  test("chooses the best match of the search", () => {
    choice.search("pol");
    choice.leave();
    expect(chosen).toBe("PL");
  });

  test("keeps the chosen country without a search or a match", () => {
    choice.search("");
    choice.leave();
    expect(chosen).toBe("DE");
    choice.search("atlantis");
    choice.leave();
    expect(chosen).toBe("DE");
  });
});
