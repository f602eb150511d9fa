import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { closeReveal, revealedSecret } from "../../ipc/reveal";
import { stayOpen } from "../../ipc/stay";
import Reveal from "./Reveal.svelte";

vi.mock("../../ipc/reveal", () => ({
  revealedSecret: vi.fn(),
  closeReveal: vi.fn(() => Promise.resolve()),
}));

vi.mock("../../ipc/stay", () => ({ stayOpen: vi.fn(() => Promise.resolve()) }));

const KEY = "99dde7bdce11414efc2f1c10ddbfd42da8ce4bf2";

/** The text that is shown, without what keeps its groups apart. */
function shown() {
  return screen.queryByTestId("revealed-secret")?.textContent?.trim();
}

beforeEach(() => {
  adopt("en", english);
  vi.mocked(revealedSecret).mockReset().mockResolvedValue({ text: KEY, isCovered: false });
  vi.mocked(closeReveal).mockClear();
});
afterEach(cleanup);

test("the key is shown, and the window begins at its heading", async () => {
  render(Reveal, { showSeconds: 30 });
  await vi.waitFor(() => expect(shown()).toBe(KEY));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  expect(screen.getByRole("status").textContent).toBe("");
});

test.each([
  ["Escape", () => userEvent.keyboard("{Escape}")],
  ["looking elsewhere", () => window.dispatchEvent(new Event("blur"))],
  ["the button", () => userEvent.click(screen.getByTestId("close-reveal"))],
])("%s wipes the key and closes", async (_, leave) => {
  render(Reveal, { showSeconds: 30 });
  await vi.waitFor(() => expect(shown()).toBe(KEY));
  await leave();
  await vi.waitFor(() => expect(shown()).toBe(""));
  expect(closeReveal).toHaveBeenCalledOnce();
});

test("who needs longer has Rust wait as well", async () => {
  render(Reveal, { showSeconds: 30 });
  await vi.waitFor(() => expect(shown()).toBe(KEY));
  expect(stayOpen).not.toHaveBeenCalled();
  await userEvent.click(screen.getByTestId("stay-open"));
  expect(stayOpen).toHaveBeenCalledOnce();
});

test("a key that stays covered is explained", async () => {
  vi.mocked(revealedSecret).mockResolvedValue({ text: "••••4bf2", isCovered: true });
  render(Reveal, { showSeconds: 30 });
  expect(await screen.findByText(/Presenter view/)).toBeTruthy();
});

test("a key that can't be shown any more is said", async () => {
  vi.mocked(revealedSecret).mockRejectedValue({ code: "key_refused" });
  render(Reveal, { showSeconds: 30 });
  expect((await screen.findByRole("alert")).textContent).toContain("Show");
  expect(shown()).toBeUndefined();
});
