/**
 * How many words a page shows in English before anything is unfolded. `npx vitest run page-length` prints the
 * count of every page. A page that shows too many words hides what the person came for.
 */

import { readFileSync } from "node:fs";
import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { Mode } from "../../bindings";
import { testKey } from "../../features/test-key/flow.svelte";
import Welcome from "../../features/welcome/Welcome.svelte";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { answerAt, play, startInfo } from "../../ipc/fake/index";
import { type Route, router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import { loadPage } from "./routes";

const counts: [page: string, words: number][] = [];

beforeEach(() => {
  adopt("en", english);
  play("full");
  answerAt("practice_numbers", wholeBook());
});
afterEach(cleanup);
afterAll(() => {
  process.stdout.write(
    `words at first sight:\n${counts.map(([page, words]) => `  ${page}: ${words}\n`).join("")}`,
  );
});

describe.each<Mode>(["practice", "live"])("in %s mode, at first sight", (mode) => {
  test("Help shows at most 350 words", async () => {
    expect(await wordsOf({ page: "help" }, mode)).toBeLessThanOrEqual(350);
  });

  test("a token shows at most 120 words, before and after its check", async () => {
    await open({ page: "token", key: `k-${mode}` }, mode);
    expect(count(`token, none (${mode})`)).toBeLessThanOrEqual(120);
    await userEvent.click(await screen.findByTestId("get-token"));
    await screen.findByTestId("token-card");
    expect(count(`token (${mode})`)).toBeLessThanOrEqual(120);
    await userEvent.click(screen.getByTestId("try-token"));
    await screen.findByTestId("token-proven");
    expect(count(`token, checked (${mode})`)).toBeLessThanOrEqual(120);
  });

  test("a key that others may have seen shows at most 100 words, then at most 240 with a text to copy", async () => {
    const route: Route = { page: "leak", key: "k-live" };
    expect(await wordsOf(route, mode)).toBeLessThanOrEqual(100);
    await call("report_leak", { key: "k-live", cause: "message" });
    await open(route, mode);
    expect(count(`leak, first step (${mode})`)).toBeLessThanOrEqual(240);
  });

  test("every other page shows some words", async () => {
    const routes: Route[] = [
      { page: "home" },
      { page: "keys" },
      { page: "guides" },
      { page: "request" },
      { page: "settings" },
      { page: "test-key", step: "before" },
      { page: "test-key", step: "number" },
    ];
    for (const route of routes) expect(await wordsOf(route, mode)).toBeGreaterThan(10);
    await session.begin(startInfo({ mode }));
    testKey.restart(null);
    testKey.phone.input = "+49 821 3437654";
    await testKey.validateNumber();
    expect(await wordsOf({ page: "test-key", step: "check" }, mode)).toBeGreaterThan(10);
  });
});

test("Practice shows at most 200 words at first sight", async () => {
  expect(await wordsOf({ page: "practice" }, "practice")).toBeLessThanOrEqual(200);
});

test("Welcome shows some words", async () => {
  await session.begin(startInfo({ mode: null }));
  render(Welcome);
  expect(count("welcome")).toBeGreaterThan(10);
});

async function wordsOf(route: Route, mode: Mode): Promise<number> {
  await open(route, mode);
  const step = "step" in route ? ` ${route.step}` : "";
  return count(`${route.page}${step} (${mode})`);
}

/** Renders a page and waits until it shows its data. */
async function open(route: Route, mode: Mode): Promise<void> {
  cleanup();
  await session.begin(startInfo({ mode }));
  router.start(route);
  const page = await loadPage(route);
  render(page, { route });
  await screen.findByRole("heading", { level: 1 });
  await expect.poll(() => document.querySelector(".skeleton, [aria-busy=true]")).toBeNull();
}

function count(page: string): number {
  const words = visibleWords(document.body).length;
  counts.push([page, words]);
  return words;
}

/** What a person sees as words. A list for choosing shows only what is chosen. */
function visibleWords(element: Element): string[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Text)
      return node.data.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    return node instanceof Element && isVisible(node) ? visibleWords(node) : [];
  });
}

function isVisible(element: Element): boolean {
  if (element.matches("[hidden], .hidden-visually, script, style, option:not(:checked)"))
    return false;
  const folded = element.parentElement?.matches("details:not([open])");
  return !folded || element.matches("summary");
}

/** Every number of the real phone book. */
function wholeBook() {
  const rust = readFileSync("../src-tauri/crates/practice/src/phone_book.rs", "utf8");
  const outcomes = [...rust.matchAll(/Self::\w+ => "(\w+)"/g)].map((match) => match[1] as string);
  return outcomes.map((plays, index) => ({ digits: `4917139200${10 + index}`, plays, own: false }));
}
