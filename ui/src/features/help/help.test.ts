import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import type { Mode } from "../../bindings";
import { startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import Help from "./Help.svelte";

async function helpOn(system: string, mode: Mode = "live") {
  await session.begin(startInfo({ mode, system }));
  render(Help);
}
afterEach(cleanup);

describe("where secrets live", () => {
  test.each([
    ["linux", /“Passwords and Keys” or KWallet/, /can be seen in screenshots/],
    ["macos", /the keychain of your Mac/, /If the Mac asks/],
    ["windows", /the Credential Manager of Windows/, /not every program obeys/],
  ])("is said for %s, with what can't be protected there", async (system, place, danger) => {
    await helpOn(system);
    expect(screen.getByText(place)).toBeTruthy();
    expect(screen.getByText(danger)).toBeTruthy();
  });

  test("names no other system's keychain", async () => {
    await helpOn("windows");
    expect(screen.queryByText(/KWallet|your Mac/)).toBeNull();
  });

  test.each([
    ["a thief", /switched off/, /only asleep/],
    [
      "whoever shares the computer",
      /an account on this computer/,
      /administrator of this computer/,
    ],
    ["a clipboard history", /taken off the clipboard/, /clipboard history/],
  ])("is said of %s, with what isn't protected", async (_, protection, danger) => {
    await helpOn("linux");
    expect(screen.getByText(protection)).toBeTruthy();
    expect(screen.getByText(danger)).toBeTruthy();
  });

  test("tells of the file with practice's keys, in practice only", async () => {
    await helpOn("linux", "practice");
    expect(screen.getByText(/in a file of practice’s Nova Post/)).toBeTruthy();
    cleanup();
    await helpOn("linux", "live");
    expect(screen.queryByText(/in a file of practice/)).toBeNull();
  });
});
