import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Mode, OtherAddress } from "../../bindings";
import Welcome from "../../features/welcome/Welcome.svelte";
import { answerAt, failAt, play, startInfo } from "../../ipc/fake/index";
import { alreadyRunning } from "../../state/already-running.svelte";
import { clipboard } from "../../state/clipboard.svelte";
import { setTimeAhead, timeAhead } from "../../state/clock.svelte";
import { links } from "../../state/links.svelte";
import { practice } from "../../state/practice.svelte";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import App from "./App.svelte";
import { loadFrame } from "./load-frame";

async function open(mode: Mode | null, languages: string[] = ["en"]) {
  await session.begin(startInfo({ mode, languages, region: "DE" }));
  render(App, { welcome: Welcome, frame: mode && (await loadFrame()) });
}

beforeEach(() => {
  play("full");
  router.start({ page: "home" });
});
afterEach(() => {
  cleanup();
  links.dismiss();
});
// Waits for pages that are still loading.
afterAll(() => vi.dynamicImportSettled());

describe("the first start", () => {
  test("asks for practice or live before anything else", async () => {
    await open(null);
    expect(screen.queryByTestId("nav-home")).toBeNull();
    await userEvent.click(screen.getByTestId("welcome-practice"));
    expect((await screen.findByTestId("mode-banner")).dataset.mode).toBe("practice");
    expect(await screen.findByTestId("start-test-key")).toBeTruthy();
  });

  test("uses the system's language, and switches to another one at once", async () => {
    await open(null, ["uk-UA"]);
    expect(screen.getByText("Спершу потренуватися")).toBeTruthy();
    await userEvent.click(screen.getByLabelText("English"));
    expect(await screen.findByText("Practise first")).toBeTruthy();
  });

  test("explains why the choice could not be saved", async () => {
    await open(null);
    failAt("choose_mode", { code: "store_unwritable" });
    await userEvent.click(screen.getByTestId("welcome-live"));
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("store_unwritable");
    expect(session.mode).toBeNull();
    play("full");
    await userEvent.click(within(card).getByRole("button", { name: "Try again" }));
    expect((await screen.findByTestId("mode-banner")).dataset.mode).toBe("live");
  });
});

describe("practice and live", () => {
  test("look different on every page", async () => {
    await open("practice");
    expect(screen.getByTestId("mode-banner").dataset.mode).toBe("practice");
    expect(screen.getByTestId("mode-banner").textContent).toContain("PRACTICE");
    expect(screen.getByTestId("nav-practice")).toBeTruthy();
    expect(document.documentElement.dataset.mode).toBe("practice");
    cleanup();
    await open("live");
    expect(screen.getByTestId("mode-banner").dataset.mode).toBe("live");
    expect(screen.queryByTestId("nav-practice")).toBeNull();
    expect(document.body.textContent).not.toContain("PRACTICE");
  });

  test("every key in the list is marked PRACTICE in practice", async () => {
    await open("practice");
    for (const row of await screen.findAllByTestId("key-row")) {
      expect(within(row).getByText("PRACTICE")).toBeTruthy();
    }
  });
});

describe("another address than Nova Post's", () => {
  const otherAddresses: OtherAddress[] = [
    { environment: "sandbox", host: "127.0.0.1:4711" },
    { environment: "production", host: "api.novapost.com.evil.example" },
  ];

  test.each([
    ["en", /test environment.*127\.0\.0\.1:4711.*production.*api\.novapost\.com\.evil\.example/is],
    ["uk", /тестов.*127\.0\.0\.1:4711.*api\.novapost\.com\.evil\.example/is],
  ])("is shown on every live page with its host, in %s", async (language, words) => {
    await session.begin(startInfo({ mode: "live", languages: [language], otherAddresses }));
    render(App, { welcome: Welcome, frame: await loadFrame() });
    expect(screen.getByTestId("other-addresses").textContent).toMatch(words);
    await userEvent.click(screen.getByTestId("nav-settings"));
    expect(screen.getByTestId("other-addresses")).toBeTruthy();
  });

  test("is not used in practice, so it is not shown there", async () => {
    await session.begin(startInfo({ mode: "practice", otherAddresses }));
    render(App, { welcome: Welcome, frame: await loadFrame() });
    expect(screen.queryByTestId("other-addresses")).toBeNull();
  });

  test("is the exception", async () => {
    await open("live");
    expect(screen.queryByTestId("other-addresses")).toBeNull();
  });
});

describe("practice's time", () => {
  test("is in the banner while it is moved, with a button to move it back", async () => {
    await open("practice");
    expect(screen.queryByTestId("practice-clock")).toBeNull();
    await practice.move({ to: "days", days: 40 });
    const clock = await screen.findByTestId("practice-clock");
    expect(clock.textContent).toMatch(/Ahead of this computer by: 40\sdays/);
    await userEvent.click(screen.getByTestId("practice-back-to-now"));
    await waitFor(() => expect(screen.queryByTestId("practice-clock")).toBeNull());
  });

  test("is restored at the next start, and never used in live", async () => {
    await practice.move({ to: "days", days: 40 });
    setTimeAhead(0);
    await open("practice");
    expect(await screen.findByTestId("practice-clock")).toBeTruthy();
    await session.chooseMode("live");
    expect(timeAhead()).toBe(0);
  });
});

describe("the navigation", () => {
  test.each([
    ["nav-keys", "Your keys"],
    ["nav-guides", "Guides"],
    ["nav-practice", "Practice"],
    ["nav-settings", "Settings"],
    ["nav-help", "Help"],
  ])("%s opens a page and focuses its heading", async (entry, heading) => {
    await open("practice");
    await userEvent.click(screen.getByTestId(entry));
    const title = await screen.findByRole("heading", { level: 1, name: heading });
    expect(document.activeElement).toBe(title);
    expect(screen.getByTestId(entry).getAttribute("aria-current")).toBe("page");
  });
});

describe("notices outside the pages", () => {
  test("a copied key is counted down, and can be removed from the clipboard at once", async () => {
    await open("live");
    clipboard.update({ state: "holds", what: "key", seconds: 30 });
    expect((await screen.findByTestId("clipboard-note")).textContent).toMatch(
      /The key is copied.*where your developer asked for it.*cleared in 30\sseconds/s,
    );
    expect(screen.getByRole("button", { name: "Clear it now" })).toBeTruthy();
    clipboard.update({ state: "holds", what: "token", seconds: 30 });
    await tick();
    expect(screen.getByTestId("clipboard-note").textContent).toMatch(
      /The token is copied.*Send it to your developer/s,
    );
    clipboard.update({ state: "emptied" });
    expect(await screen.findByText("The copy has been cleared.")).toBeTruthy();
  });

  test("a second start is explained until it is dismissed", async () => {
    await open("live");
    alreadyRunning.show();
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("already_running");
    await userEvent.click(within(card).getByRole("button"));
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });
});

describe("a link that nothing opens", () => {
  const ADDRESS = "https://novapost.com/en-pl/my-nova-post-instructions#registration";

  async function press() {
    router.start({ page: "test-key", step: "before" });
    await open("live");
    await userEvent.click(
      await screen.findByRole("button", { name: /How to register, step by step/ }),
    );
  }

  test("shows its address, to copy it", async () => {
    answerAt("open_link", ADDRESS);
    await press();
    const note = await screen.findByTestId("link-unopened");
    expect(note.textContent).toContain(`No browser opened. The address of the page is: ${ADDRESS}`);
    await userEvent.click(within(note).getByRole("button", { name: "Copy the address" }));
    expect(await within(note).findByRole("button", { name: "Copied" })).toBeTruthy();
  });

  test("says so if the address could not be copied", async () => {
    answerAt("open_link", ADDRESS);
    failAt("copy_text", { code: "clipboard_refused" });
    await press();
    const note = await screen.findByTestId("link-unopened");
    await userEvent.click(within(note).getByRole("button", { name: "Copy the address" }));
    expect(await within(note).findByRole("button", { name: /Not copied/ })).toBeTruthy();
    await userEvent.click(within(note).getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByTestId("link-unopened")).toBeNull();
  });

  test("is not told if the browser opened", async () => {
    await press();
    expect(links.unopened).toBeNull();
    expect(screen.queryByTestId("link-unopened")).toBeNull();
  });
});
