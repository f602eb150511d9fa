import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { closeReveal, revealSecret, stayOpen } from "../../ipc/popup";
import Reveal from "./Reveal.svelte";

vi.mock("../../ipc/popup", () => ({
  revealSecret: vi.fn(),
  closeReveal: vi.fn(() => Promise.resolve()),
  stayOpen: vi.fn(() => Promise.resolve()),
}));

const KEY = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

/** The shown text. */
function shown() {
  return screen.queryByTestId("revealed-secret")?.textContent?.trim();
}

beforeEach(() => {
  adopt("en", english);
  vi.mocked(revealSecret)
    .mockReset()
    .mockResolvedValue({ text: KEY, isPassphrase: false, isCovered: false });
  vi.mocked(closeReveal).mockClear();
});
afterEach(cleanup);

test("the key is shown, and the heading has the focus", async () => {
  render(Reveal, { showSeconds: 30 });
  await vi.waitFor(() => expect(shown()).toBe(KEY));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  expect(screen.getByRole("status").textContent).toBe("");
});

test.each([
  ["Escape", () => userEvent.keyboard("{Escape}")],
  ["turning to another window", () => window.dispatchEvent(new Event("keydesk-left"))],
  ["the Close button", () => userEvent.click(screen.getByTestId("close-reveal"))],
])("%s removes the key and closes the popup", async (_, leave) => {
  render(Reveal, { showSeconds: 30 });
  await vi.waitFor(() => expect(shown()).toBe(KEY));
  await leave();
  await vi.waitFor(() => expect(shown()).toBe(""));
  expect(closeReveal).toHaveBeenCalledOnce();
});

test("staying open also restarts the time in Rust", async () => {
  render(Reveal, { showSeconds: 30 });
  await vi.waitFor(() => expect(shown()).toBe(KEY));
  expect(stayOpen).not.toHaveBeenCalled();
  await userEvent.click(screen.getByTestId("stay-open"));
  expect(stayOpen).toHaveBeenCalledOnce();
});

test("a covered key is explained", async () => {
  vi.mocked(revealSecret).mockResolvedValue({
    text: "••••4bf2",
    isPassphrase: false,
    isCovered: true,
  });
  render(Reveal, { showSeconds: 30 });
  expect(await screen.findByText(/Presenter view/)).toBeTruthy();
});

test("a key that can no longer be shown is explained", async () => {
  vi.mocked(revealSecret).mockRejectedValue({ code: "superseded" });
  render(Reveal, { showSeconds: 30 });
  expect((await screen.findByRole("alert")).textContent).toContain("Show");
  expect(shown()).toBeUndefined();
});

test("a passphrase is shown with its hyphens, and how to pass it on", async () => {
  const revealed = { text: "aceh-kmqr-twxy", isPassphrase: true, isCovered: false };
  vi.mocked(revealSecret).mockResolvedValue(revealed);
  render(Reveal, { showSeconds: 30 });
  await vi.waitFor(() => expect(shown()).toBe("aceh-kmqr-twxy"));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("The passphrase");
  expect(screen.getByText(/by phone/)).toBeTruthy();
});

test("a covered passphrase is explained", async () => {
  const revealed = { text: "••••-••••", isPassphrase: true, isCovered: true };
  vi.mocked(revealSecret).mockResolvedValue(revealed);
  render(Reveal, { showSeconds: 30 });
  expect(await screen.findByText(/Presenter view.*passphrase/)).toBeTruthy();
});
