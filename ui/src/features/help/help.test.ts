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

describe("the section about secrets", () => {
  test.each([
    ["linux", /“Passwords and Keys” or KWallet/, /can be seen in screenshots/],
    ["macos", /the keychain of your Mac/, /If the Mac asks/],
    ["windows", /the Credential Manager of Windows/, /not every program obeys/],
  ])("names the keychain and the dangers of %s", async (system, keychain, danger) => {
    await helpOn(system);
    expect(screen.getByText(keychain)).toBeTruthy();
    expect(screen.getByText(danger)).toBeTruthy();
  });

  test("names no other system's keychain", async () => {
    await helpOn("windows");
    expect(screen.queryByText(/KWallet|your Mac/)).toBeNull();
  });

  test.each([
    ["a thief", /switched off/, /only asleep/],
    [
      "another user of the computer",
      /an account on this computer/,
      /administrator of this computer/,
    ],
    ["a clipboard history", /taken off the clipboard/, /clipboard history/],
  ])("names the protection against %s and its limit", async (_, protection, danger) => {
    await helpOn("linux");
    expect(screen.getByText(protection)).toBeTruthy();
    expect(screen.getByText(danger)).toBeTruthy();
  });

  test("mentions the file with the practice keys in practice mode only", async () => {
    await helpOn("linux", "practice");
    expect(screen.getByText(/in a file of practice’s Nova Post/)).toBeTruthy();
    cleanup();
    await helpOn("linux", "live");
    expect(screen.queryByText(/in a file of practice/)).toBeNull();
  });
});
