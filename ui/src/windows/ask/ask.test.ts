import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { TokenQuestion } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { answerTokenQuestion, tokenQuestion } from "../../ipc/popup";
import Ask from "./Ask.svelte";

vi.mock("../../ipc/popup", () => ({
  tokenQuestion: vi.fn(),
  answerTokenQuestion: vi.fn(() => Promise.resolve()),
}));

const QUESTION: TokenQuestion = {
  program: { name: "php", path: "/usr/bin/php" },
  keyName: "Shop",
  lastFour: "4bf2",
  environment: "production",
};

beforeEach(() => {
  adopt("en", english);
  vi.mocked(tokenQuestion).mockReset().mockResolvedValue(QUESTION);
  vi.mocked(answerTokenQuestion).mockReset().mockResolvedValue(undefined);
});
afterEach(cleanup);

/** The button with this id, when it can be pressed. */
async function ready(id: string) {
  const button = () => screen.getByTestId<HTMLButtonElement>(id);
  await vi.waitFor(() => expect(button().disabled).toBe(false), { timeout: 60_000 });
  return button();
}

test("the program, its path and the key are named", async () => {
  render(Ask);
  const program = await screen.findByTestId("ask-program");
  expect(program.textContent).toContain("php");
  expect(program.textContent).toContain("/usr/bin/php");
  const key = screen.getByTestId("ask-key").textContent;
  expect(key).toContain("Shop");
  expect(key).toContain("Production key ••••4bf2");
});

test("“Don’t allow” has the focus and is described by the question", async () => {
  render(Ask);
  await screen.findByTestId("ask-program");
  const refuse = screen.getByTestId("ask-refuse");
  expect(document.activeElement).toBe(refuse);
  const description = document.getElementById(refuse.getAttribute("aria-describedby") ?? "");
  expect(description?.textContent).toContain("/usr/bin/php");
});

test("what is pressed at once allows nothing", async () => {
  render(Ask);
  await screen.findByTestId("ask-program");
  for (const id of ["ask-once", "ask-hour"]) {
    expect(screen.getByTestId<HTMLButtonElement>(id).disabled).toBe(true);
  }
  await userEvent.keyboard("{Enter}");
  expect(answerTokenQuestion).toHaveBeenCalledExactlyOnceWith("dont_allow");
});

test.each([
  ["ask-once", "allow_once"],
  ["ask-hour", "allow_for_an_hour"],
  ["ask-refuse", "dont_allow"],
])("%s answers %s", async (id, answer) => {
  render(Ask);
  await screen.findByTestId("ask-program");
  await userEvent.click(await ready(id));
  expect(answerTokenQuestion).toHaveBeenCalledExactlyOnceWith(answer);
});

test("Escape does not allow it", async () => {
  render(Ask);
  await userEvent.keyboard("{Escape}");
  expect(answerTokenQuestion).toHaveBeenCalledExactlyOnceWith("dont_allow");
});

test("an unknown program can not be allowed for an hour", async () => {
  vi.mocked(tokenQuestion).mockResolvedValue({ ...QUESTION, program: null, keyName: "" });
  render(Ask);
  expect((await screen.findByTestId("ask-program")).textContent).toContain("does not say");
  expect(screen.getByTestId("ask-key").textContent).toContain("Production key");
  await ready("ask-once");
  expect(screen.queryByTestId("ask-hour")).toBeNull();
});

test("a question that was answered says so", async () => {
  vi.mocked(tokenQuestion).mockRejectedValue({ code: "superseded" });
  render(Ask);
  expect((await screen.findByRole("alert")).textContent).toContain("Nobody waits");
  expect(screen.getByTestId<HTMLButtonElement>("ask-once").disabled).toBe(true);
});
