import { cleanup, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { call, observeCommands } from "../../ipc";
import { play, startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import { HANSE, importKey, openByTitle, openStep, show, tick } from "./testing";

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

describe("a guide in practice", () => {
  afterEach(async () => {
    await session.begin(startInfo({ mode: "live", languages: ["en"] }));
  });

  test("says how to play the answer of Nova Post, with the page for it", async () => {
    await session.begin(startInfo({ mode: "practice", languages: ["en"] }));
    await tick(["person", "account", "affiliate"]);
    const opened: unknown[] = [];
    const stop = observeCommands((done) => {
      if (done.command === "open_link" && "args" in done) opened.push(done.args);
    });
    show(HANSE);
    const offer = await screen.findByTestId("guide-play");
    expect(offer.textContent).toContain("Play your sales manager");
    await userEvent.click(within(offer).getByRole("button"));
    await waitFor(() => expect(opened).toEqual([{ link: "my_nova_post" }]));
    stop();
  });

  test.each([
    ["practice", true],
    ["live", false],
  ] as const)("marks the texts to copy: %s", async (mode, isMarked) => {
    await session.begin(startInfo({ mode, languages: ["en"] }));
    await importKey();
    await tick(["affiliate"]);
    const copied: string[] = [];
    const stop = observeCommands((done) => {
      if (done.command === "copy_text" && "args" in done) copied.push(done.args.text);
    });
    show(HANSE);
    await openByTitle("Tell the others");
    for (const to of ["developer", "colleagues"]) {
      await userEvent.click(
        await screen.findByRole("button", { name: `Copy the text for your ${to}` }),
      );
    }
    await waitFor(() => expect(copied).toHaveLength(2));
    expect(copied.every((text) => text.startsWith("PRACTICE: ") === isMarked)).toBe(true);
    expect(screen.queryByTestId("guide-play")).toBeNull();
    stop();
  });
});

describe("the step about the account", () => {
  async function openAccount() {
    await call("set_guide_step", { run: HANSE, step: "account", done: false, answer: null });
    show(HANSE);
    expect((await openStep()).dataset.step).toBe("account");
    await waitFor(() => expect(field("name").matches(":disabled")).toBe(false));
  }
  const field = (name: string) => screen.getByTestId<HTMLInputElement>(`account-${name}`);

  test("is not completed while a field is empty, and leads to the first one", async () => {
    await openAccount();
    await userEvent.click(screen.getByTestId("step-done"));
    expect((await screen.findByTestId("account-name-problem")).textContent).toContain(
      "Enter your full name.",
    );
    expect(screen.getByTestId("account-phone-problem")).toBeTruthy();
    expect(screen.getByTestId("account-email-problem")).toBeTruthy();
    expect(document.activeElement).toBe(field("name"));
    expect((await call("guide_runs", {}))[0]?.done).toEqual(["person"]);
  });

  test("offers the number of the newest test key, and says whose it is", async () => {
    await openAccount();
    expect(field("phone").value).toBe("");
    expect(screen.getByText(/Phone number of your newest test key: \+49 821 3437654/)).toBeTruthy();
    await userEvent.click(screen.getByTestId("account-phone-take"));
    expect(field("phone").value).toBe("+49 821 3437654");
    expect(screen.queryByTestId("account-phone-take")).toBeNull();
    await waitFor(async () => expect((await call("account", {})).phone).toBe("+49 821 3437654"));
  });

  test("is completed with all of them", async () => {
    await openAccount();
    await userEvent.type(field("name"), "Olena Koval");
    await userEvent.type(field("phone"), "+49 821 3437654");
    await userEvent.type(field("email"), "olena@hanse.example");
    await userEvent.click(screen.getByTestId("step-done"));
    await waitFor(() => expect(screen.getByTestId("guide-step").dataset.step).toBe("affiliate"));
  });
});
