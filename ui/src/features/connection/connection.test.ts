import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import type { ConnectionReport, Failure } from "../../bindings";
import { textsOfApp } from "../../i18n/catalog-files";
import { adopt } from "../../i18n/index.svelte";
import { type CommandResult, observeCommands } from "../../ipc";
import { ALL_GOOD, SOME_BAD } from "../../ipc/fake/connection";
import { answerAt, emit, play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import FailureCard from "../failure/FailureCard.svelte";
import Connection from "./Connection.svelte";
import { TOPICS } from "./connection.svelte";
import { reportText } from "./report";

let sent: CommandResult[] = [];
let stop = () => {};

beforeEach(async () => {
  await session.begin(startInfo({ mode: "live" }));
  adopt("en", english);
  play("full");
  sent = [];
  stop = observeCommands((result) => sent.push(result));
  router.start({ page: "connection" });
});
afterEach(() => {
  stop();
  cleanup();
});

const result = () => screen.findByTestId("connection-result");
const verdicts = () =>
  screen.getAllByTestId("connection-line").map(({ dataset }) => dataset.verdict);
const checks = () =>
  sent.flatMap((it) => (it.command === "check_connection" && "args" in it ? [it.args.real] : []));

/** A check that ends when the test says so. */
function runningCheck() {
  let end: (value: ConnectionReport) => void = () => undefined;
  answerAt("check_connection", new Promise((resolve) => (end = resolve)) as never);
  return (value: ConnectionReport) => end(value);
}

describe("the page", () => {
  test("checks at once, and says that everything works", async () => {
    render(Connection);
    expect((await result()).textContent).toContain("Everything works");
    expect(verdicts()).toEqual(TOPICS.map(() => "good"));
    expect(document.body.textContent).toMatch(
      /api\.novapost\.com: trusted\. Issued by: Let's Encrypt\. Valid until: .*2027/,
    );
    expect(document.body.textContent).toMatch(/Free: 118.GB/);
  });

  test("shows the lines while it runs, and can be cancelled", async () => {
    const end = runningCheck();
    render(Connection);
    await screen.findByTestId("connection-progress");
    const lines = ALL_GOOD.lines.slice(0, 3);
    for (const line of lines) emit("connection_check_progress", line);
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("3 of 12"));
    expect(verdicts().slice(2, 4)).toEqual(["good", "waiting"]);
    await userEvent.click(screen.getByTestId("connection-cancel"));
    expect(sent.at(-1)?.command).toBe("cancel_connection_check");
    end({ lines, isCancelled: true });
    expect((await result()).textContent).toContain("You cancelled the check: 3 of 12");
    expect(verdicts().at(-1)).toBe("missing");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByTestId("connection-content")),
    );
  });

  test("says what is wrong and what to do, in the words of the failure’s card", async () => {
    answerAt("check_connection", SOME_BAD);
    render(Connection);
    expect((await result()).textContent).toContain("5 problems");
    const page = document.body.textContent ?? "";
    expect(page).toMatch(/opens encrypted connections\. It can read keys and tokens on the way/);
    expect(page).toContain("A web page came instead of an answer");
    expect(page).toContain("can’t sign in to your network");
    expect(page).toContain("Set in the settings of Windows");
    expect(page).toMatch(/Behind by: 2.hours/);
    await userEvent.click(screen.getByTestId("connection-browser"));
    await waitFor(() =>
      expect(sent.at(-1)).toMatchObject({ command: "open_link", args: { link: "my_nova_post" } }),
    );
  });

  test("shows the result again after Back, and checks anew at another visit", async () => {
    render(Connection);
    await result();
    router.go({ page: "practice" });
    cleanup();
    router.back();
    render(Connection);
    await result();
    expect(checks()).toEqual([false]);
    cleanup();
    router.go({ page: "connection" });
    render(Connection);
    await result();
    expect(checks()).toEqual([false, false]);
  });

  test("offers Nova Post’s servers in practice only", async () => {
    render(Connection);
    await result();
    expect(screen.queryByTestId("connection-real")).toBeNull();
    cleanup();
    await session.begin(startInfo({ mode: "practice" }));
    render(Connection);
    expect((await result()).textContent).toContain("the server of practice");
    await userEvent.click(screen.getByTestId("connection-real"));
    await waitFor(async () =>
      expect((await result()).textContent).toContain("the servers of Nova Post"),
    );
    await userEvent.click(screen.getByTestId("connection-again"));
    await result();
    expect(checks()).toEqual([false, false, true, true]);
  });

  test("copies the report, and says where it was saved", async () => {
    render(Connection);
    await result();
    await userEvent.click(screen.getByTestId("connection-copy"));
    expect(sent.at(-1)).toMatchObject({
      command: "copy_text",
      args: { text: expect.stringContaining("Key Desk: connection check") },
    });
    await userEvent.click(screen.getByTestId("connection-save"));
    const saved = await screen.findByTestId("hand-over-saved");
    expect(saved.textContent).toMatch(/Connection check.*\.txt.*Downloads/s);
  });
});

describe.each(textsOfApp())("in %s, the report", (language, catalog) => {
  const at = new Date("2026-12-01T08:00:00Z");
  const ended = { isReal: false, isCancelled: false, at };

  test.each([
    ["good", ALL_GOOD.lines],
    ["bad", SOME_BAD.lines],
    ["cancelled", ALL_GOOD.lines.slice(0, 2)],
  ] as const)("that is %s has every topic, and no path", (_, lines) => {
    adopt(language, catalog);
    const report = reportText({ ...ended, lines, isCancelled: lines.length < TOPICS.length });
    expect(report).toMatch(/0\.1\.0.*linux.*2026/s);
    expect(report.split("\n\n")).toHaveLength(1 + TOPICS.length);
    // A message that is missing or misses a variable shows its name.
    expect(report).not.toMatch(/connection-[a-z]|\{/);
    expect(report).not.toMatch(/home|olena|Users/i);
  });

  test("names the codes of failures", () => {
    adopt(language, catalog);
    const report = reportText({ ...ended, lines: SOME_BAD.lines });
    expect(report).toMatch(/proxy_needed.*clock_wrong.*network_page/s);
  });

  test("has words for every finding", () => {
    adopt(language, catalog);
    const host = { host: "api.novapost.com", issuer: null, validUntil: null };
    const trusts = ["public", "added", "expired", "not_yet_valid", "other_host"] as const;
    const hosts = [...trusts, "unknown_issuer" as const, "refused" as const].map((trust) => ({
      ...host,
      trust,
    }));
    const sources = ["variables", "gnome", "kde", "windows", "macos", "policy"] as const;
    const found: ConnectionReport["lines"][number]["found"][] = [
      { is: "on_this_computer" },
      { is: "no_result" },
      { is: "names_by_proxy" },
      { is: "route_to_proxy", proxy: "proxy.example:3128" },
      { is: "proxy_script" },
      { is: "certificates_unseen" },
      { is: "clock_unknown" },
      { is: "disk_space", megabytes: 3 },
      { is: "certificates", hosts },
      ...sources.map((source) => ({
        is: "proxy_used" as const,
        proxy: "http://proxy.example:3128",
        source,
      })),
    ];
    for (const it of found) {
      const lines = [{ topic: "disk" as const, verdict: "bad" as const, found: it }];
      expect(reportText({ ...ended, lines })).not.toMatch(/connection-[a-z]|\{/);
    }
  });
});

test.each([
  { code: "offline" },
  { code: "unreachable" },
  { code: "timed_out" },
  { code: "tls_untrusted" },
  { code: "redirect_refused" },
  { code: "network_page", status: 200 },
  { code: "proxy_needed", reason: "sign_in" },
  { code: "clock_wrong", minutesBehind: 9 },
] as Failure[])("the card of $code leads to the page", async (failure) => {
  router.start({ page: "home" });
  render(FailureCard, { failure, during: "get_token", onAction: () => undefined });
  await userEvent.click(screen.getByRole("button", { name: "Check the connection" }));
  expect(router.route).toEqual({ page: "connection" });
});
