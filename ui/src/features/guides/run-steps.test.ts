import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { call, observeCommands } from "../../ipc";
import { play, startInfo } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { session } from "../../state/session.svelte";
import Guide from "./Guide.svelte";
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

  test("says what to answer when it asks whether the organization is in the list", async () => {
    await session.begin(startInfo({ mode: "practice", languages: ["en"] }));
    await call("set_guide_step", { run: HANSE, step: "offered", done: false, answer: null });
    show(HANSE);
    const note = await screen.findByTestId("guide-play");
    expect(note.textContent).toContain("the list is empty at first");
    expect(note.textContent).toContain("Choose “No”");
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

describe("the question whether the organization is offered", () => {
  const steps = () => screen.getAllByRole("listitem").map((item) => item.textContent);
  const hasEmail = () => steps().some((text) => text?.includes("Write to Nova Post"));

  async function answer(name: string) {
    await userEvent.click(await screen.findByTestId(`guide-answer-${name}`));
  }

  async function openQuestion() {
    show(HANSE);
    await openByTitle("Look for your organization");
  }

  test("leads past the email with a yes", async () => {
    await openQuestion();
    await answer("yes");
    await waitFor(() =>
      expect(screen.getByTestId("guide-step").dataset.step).toBe("organizations"),
    );
    expect(hasEmail()).toBe(false);
    expect(screen.getByTestId("guide-progress").textContent).toContain("3 of 8");
    expect((await call("guide_runs", {}))[0]?.answers.offered).toBe("yes");
  });

  test("shows its answer, which can be changed", async () => {
    await openQuestion();
    await answer("yes");
    await waitFor(() => expect(hasEmail()).toBe(false));
    await openByTitle("Look for your organization");
    const yes = await screen.findByTestId("guide-answer-yes");
    expect(yes.getAttribute("aria-pressed")).toBe("true");
    expect(screen.queryByTestId("step-reopen")).toBeNull();
    await answer("no");
    await waitFor(() => expect(screen.getByTestId("guide-step").dataset.step).toBe("affiliate"));
    expect(screen.getByTestId("guide-progress").textContent).toContain("3 of 10");
    expect(screen.getByTestId("guide-steps-added").textContent).toContain("two more steps");
  });
});

describe("the step with the email", () => {
  const form = {
    organization: "Hanse Textil GmbH",
    country: "DE",
    taxCode: "DE136695976",
    fullName: "Anna Schmidt",
    phone: "0821 3437654",
    phoneCountry: "DE",
    email: "anna@firma.example",
    managerEmail: "",
    language: "en",
  };

  test("is no longer done when a field of the email was emptied, and says so", async () => {
    await call("save_affiliation", { run: HANSE, form });
    await tick(["affiliate"]);
    show(HANSE);
    expect((await openStep()).dataset.step).toBe("answer");
    await call("save_affiliation", { run: HANSE, form: { ...form, taxCode: " " } });
    show(HANSE);
    expect((await openStep()).dataset.step).toBe("affiliate");
    expect(screen.getByTestId("guide-emptied").textContent).toContain("empty fields");
    expect(screen.queryByTestId("step-done")).toBeNull();
    await call("save_affiliation", { run: HANSE, form });
    show(HANSE);
    expect((await openStep()).dataset.step).toBe("answer");
  });

  test("can be done without the form only as an email that was sent without Key Desk", async () => {
    show(HANSE);
    const button = await screen.findByRole("button", { name: "I sent it another way" });
    expect(button.dataset.testid).toBe("step-done");
    await call("save_affiliation", { run: HANSE, form });
    show(HANSE);
    expect(await screen.findByRole("button", { name: "Already sent" })).toBeTruthy();
  });
});

describe("a guide that does not fit", () => {
  test("leads to the other one", async () => {
    const { id } = await call("start_guide", { guide: "ukraine", organization: "" });
    cleanup();
    render(Guide, { route: { page: "guide", guide: "ukraine", run: id } });
    await userEvent.click(await screen.findByTestId("guide-other"));
    expect(router.route).toEqual({ page: "guide", guide: "europe" });
  });
});
