import { cleanup, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import type { PolicyInfo, StartInfo } from "../../bindings";
import { DEFAULT_START } from "../../ipc/default-start";
import { startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import Help from "../help/ForIt.svelte";
import Settings from "../settings/Settings.svelte";
import Welcome from "../welcome/Welcome.svelte";
import BrokenPolicy from "./BrokenPolicy.svelte";
import { detailsOfPolicy } from "./policy";

function begin(policy: Partial<PolicyInfo>, start: Partial<StartInfo> = {}) {
  const there = { ...DEFAULT_START.policy, isThere: true, ...policy };
  return session.begin(startInfo({ mode: "practice", languages: ["en"], policy: there, ...start }));
}

const BROKEN: Partial<PolicyInfo> = {
  members: ["updates", "modes", "addresses", "proxy", "handOverOfValues", "notificationTimes"],
  problems: [
    { kind: "unknown_member", name: "mode" },
    { kind: "value_not_allowed", name: "addresses.sandbox" },
  ],
  modes: ["practice"],
  valuesAllowed: false,
};

afterEach(cleanup);

const radio = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });

describe("Settings under a policy", () => {
  test("say what the organization has set, and can't be changed there", async () => {
    await begin({
      members: ["modes", "languages", "notificationTimes", "proxy", "handOverOfValues"],
      modes: ["practice"],
      languages: ["en"],
      valuesAllowed: false,
      notificationTimes: { from: "09:00", to: "17:00" },
    });
    render(Settings);
    const button = screen.getByTestId<HTMLButtonElement>("switch-mode");
    expect(button.disabled).toBe(true);
    const described = document.getElementById(button.getAttribute("aria-describedby") ?? "");
    expect(described?.textContent).toContain("Set by your organization.");
    expect(screen.queryByRole("radio", { name: "Українська" })).toBeNull();
    expect(radio("English").closest("fieldset")?.disabled).toBe(true);
    expect(screen.getByText(/from 09:00 to 17:00 only/)).toBeTruthy();
    expect(radio("Off").closest("fieldset")?.disabled).toBe(false);
    expect(screen.getByTestId("policy-decisions").textContent).toContain("proxy");
    expect(screen.getByTestId("policy-decisions").textContent).toContain("only sealed");
  });

  test("are as usual without a policy", async () => {
    await session.begin(startInfo({ mode: "practice", languages: ["en"] }));
    render(Settings);
    expect(screen.queryByTestId("set-by-organization")).toBeNull();
    expect(screen.getByTestId<HTMLButtonElement>("switch-mode").disabled).toBe(false);
    expect(screen.queryByTestId("policy-decisions")).toBeNull();
  });

  test("show no notifications while the policy is broken", async () => {
    await begin(BROKEN);
    render(Settings);
    // Other settings have an "Off", too.
    const notifications = screen.getByRole("group", { name: "Notifications" });
    const off = within(notifications).getByRole<HTMLInputElement>("radio", { name: "Off" });
    expect(off.checked).toBe(true);
    expect(off.closest("fieldset")?.disabled).toBe(true);
  });
});

describe("Welcome under a policy", () => {
  test("offers only what the organization allows", async () => {
    await begin({ modes: ["live"], languages: ["en"] }, { mode: null });
    render(Welcome);
    expect(screen.queryByTestId("welcome-practice")).toBeNull();
    expect(screen.getByTestId("welcome-live")).toBeTruthy();
    expect(screen.getByTestId("welcome-later").textContent).toContain("Your organization");
    expect(screen.queryByRole("radio", { name: "Українська" })).toBeNull();
  });

  test("says what is wrong with a broken policy", async () => {
    await begin(BROKEN, { mode: null });
    render(Welcome);
    expect(await screen.findByText("Unknown member: mode")).toBeTruthy();
    expect(screen.queryByTestId("welcome-live")).toBeNull();
  });
});

describe("a broken policy", () => {
  test("names each reason, whose turn it is and what is closed", async () => {
    await begin(BROKEN);
    render(BrokenPolicy);
    const text = screen.getByTestId("policy-broken").textContent;
    for (const words of [
      "Value not allowed: addresses.sandbox",
      "administrator",
      "Your keys stay saved",
      "/etc/keydesk/policy.json",
    ]) {
      expect(text).toContain(words);
    }
    await userEvent.click(screen.getByTestId("policy-copy-details"));
    expect(await screen.findAllByText("Copied")).toBeTruthy();
  });

  test("has details that an administrator can read in any language", async () => {
    await begin(BROKEN);
    expect(detailsOfPolicy(session.policy, "0.1.0", "linux").split("\n")).toEqual([
      "policy: /etc/keydesk/policy.json",
      "problem: unknown_member mode",
      "problem: value_not_allowed addresses.sandbox",
      "version: 0.1.0",
      "system: linux",
    ]);
  });

  test.each([
    [{ isThere: false }, "There is no policy"],
    [{}, "follows the policy"],
    [BROKEN, "can’t be read"],
  ])("is told apart from none in Help", async (policy, words) => {
    await begin(policy);
    render(Help);
    expect(screen.getByTestId("help-policy").textContent).toContain(words);
  });
});
