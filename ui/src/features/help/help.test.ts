import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { Mode } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import Welcome from "../welcome/Welcome.svelte";
import Help from "./Help.svelte";

async function helpOn(system: string, mode: Mode = "live") {
  await session.begin(startInfo({ mode, system }));
  render(Help);
}
afterEach(cleanup);

describe.each([
  ["en", english],
  ["uk", ukrainian],
] as const)("in %s", (language, catalog) => {
  test.each([
    ["Help", () => render(Help)],
    ["Welcome", () => render(Welcome)],
  ])("%s says that the app is not made by Nova Post", async (_, open) => {
    await session.begin(startInfo({ mode: null }));
    adopt(language, catalog);
    open();
    expect(document.body.textContent).toMatch(
      language === "en" ? /Key Desk is not made by Nova Post/ : /Key Desk — не продукт Nova Post/,
    );
  });
});

describe("the section about secrets", () => {
  test.each([
    ["linux", /“Passwords and Keys” or KWallet/, /Screenshots and shared screens/],
    ["macos", /the Keychain of your Mac/, /If the Mac asks/],
    [
      "windows",
      /Credential Manager of Windows/,
      /shared screens, but some programs ignore this\.$/,
    ],
  ])("names the password store and the dangers of %s", async (system, keychain, danger) => {
    await helpOn(system);
    expect(screen.getByText(keychain)).toBeTruthy();
    expect(screen.getByText(danger)).toBeTruthy();
  });

  test("names no other system's password store", async () => {
    await helpOn("windows");
    expect(screen.queryByText(/KWallet|your Mac/)).toBeNull();
  });

  test.each([
    ["a thief", /switched off/, /or asleep/],
    [
      "another user of the computer",
      /an account on this computer/,
      /administrator of this computer/,
    ],
    ["a clipboard history", /cleared after a short time/, /clipboard history/],
  ])("names the protection against %s and its limit", async (_, protection, danger) => {
    await helpOn("linux");
    expect(screen.getByText(protection)).toBeTruthy();
    expect(screen.getByText(danger)).toBeTruthy();
  });

  test("mentions the file with the practice keys in practice mode only", async () => {
    await helpOn("linux", "practice");
    expect(screen.getByText(/in a file of practice mode/)).toBeTruthy();
    cleanup();
    await helpOn("linux", "live");
    expect(screen.queryByText(/in a file of practice/)).toBeNull();
  });
});

describe("the questions and answers", () => {
  test("come first and are open", async () => {
    await helpOn("linux");
    const [first] = screen.getAllByRole("heading", { level: 2 });
    expect(first?.textContent).toBe("Questions and answers");
    const answer = screen.getByText(/^A secret text, like a password/);
    expect(answer.closest("[hidden]")).toBeNull();
  });
});

describe("the other questions", () => {
  test("are folded, and say that deleting a key here does not stop others from using it", async () => {
    await session.begin(startInfo({ mode: "live" }));
    adopt("en", english);
    render(Help);
    const answer = screen.getByText(/choose “Delete the key”.*from this computer only/);
    expect(answer.closest("[hidden]")).not.toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "More questions" }));
    expect(answer.closest("[hidden]")).toBeNull();
    expect(answer.textContent).toContain("Open it under “Keys”");
  });
});

describe("Help that was opened for what protects the keys", () => {
  test("has the focus there", async () => {
    await session.begin(startInfo({ mode: "live" }));
    render(Help, { route: { page: "help", part: "secrets" } });
    expect(document.activeElement).toBe(screen.getByTestId("help-secrets"));
  });

  test("shows three protections and three dangers, and folds the rest for the IT department", async () => {
    await helpOn("linux");
    const shown = [...document.querySelectorAll("li")].filter(
      (item) =>
        item.querySelector("svg") && !item.closest("[hidden]") && !item.querySelector("button"),
    );
    expect(shown).toHaveLength(6);
    await userEvent.click(screen.getByTestId("help-it"));
    expect(screen.getByText(/encrypted, usually with your login/).closest("[hidden]")).toBeNull();
  });
});

describe("the small dictionary", () => {
  test.each([
    ["en", english],
    ["uk", ukrainian],
  ] as const)("explains each word and each chip in %s", async (language, catalog) => {
    await session.begin(startInfo({ mode: "live" }));
    adopt(language, catalog);
    render(Help);
    const entries = [...screen.getByTestId("help-words").querySelectorAll("div")];
    expect(entries).toHaveLength(10);
    const words = entries.map((entry) => entry.querySelector("dt")?.textContent?.trim() ?? "");
    expect(new Set(words).size).toBe(10);
    for (const word of ["API", "JWT", "apiKey", "PRODUCTION", "UA"]) expect(words).toContain(word);
    for (const entry of entries) {
      expect(entry.querySelector("dd")?.textContent).toMatch(/^\p{Lu}.{30,}\.$/u);
    }
  });
});
