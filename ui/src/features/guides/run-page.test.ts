import { cleanup, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { failAt, play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { checkOf } from "../keys/check/key-check.svelte";
import {
  BEFORE_THE_KEY,
  HANSE,
  importKey,
  NORDLICHT,
  openByTitle,
  openStep,
  show,
  tick,
} from "./testing";

beforeEach(() => {
  adopt("en", english);
  play("full");
});
afterEach(cleanup);

describe("a run", () => {
  test("shows the progress, the next step and whose turn it is", async () => {
    show(HANSE);
    expect(
      await screen.findByRole("heading", { level: 1, name: "Hanse Textil GmbH" }),
    ).toBeTruthy();
    const now = screen.getByTestId("guide-now");
    expect(now.dataset.turn).toBe("you");
    expect(now.textContent).toContain("Step 4: Write to Nova Post");
    expect(now.textContent).toContain("3 of 10 steps done");
    expect((await openStep()).dataset.step).toBe("affiliate");
  });

  test("shows when and with which pages the guide was compared", async () => {
    show(HANSE);
    expect(await screen.findByText(/Nova Post’s pages: November 2026/)).toBeTruthy();
    expect(screen.getByRole("button", { name: /API portal/ })).toBeTruthy();
  });

  test("opens the next step when one is done, and gives it the focus", async () => {
    show(HANSE);
    await userEvent.click(await screen.findByTestId("step-done"));
    await waitFor(() => expect(screen.getByTestId("guide-step").dataset.step).toBe("answer"));
    const title = screen.getByRole("button", { name: /Wait for Nova Post’s answer/ });
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(screen.getByTestId("guide-now").dataset.turn).toBe("nova_post");
  });

  test("keeps its progress when its page is opened again", async () => {
    show(HANSE);
    await userEvent.click(await screen.findByTestId("step-done"));
    await waitFor(() => expect(screen.getByTestId("guide-step").dataset.step).toBe("answer"));
    show(HANSE);
    expect((await openStep()).dataset.step).toBe("answer");
    expect(screen.getByText(/^Email sent: /)).toBeTruthy();
  });

  test("lets the person open a completed step and reopen it", async () => {
    show(HANSE);
    await openByTitle("Log in to your account");
    expect((await openStep()).dataset.state).toBe("done");
    const button = screen.getByTestId("step-reopen");
    await userEvent.click(button);
    await waitFor(() => expect(screen.getByTestId("guide-step").dataset.state).toBe("open"));
    expect(document.activeElement).toBe(screen.getByTestId("step-done"));
    expect(screen.getByTestId("guide-progress").textContent).toContain("2 of 10");
  });

  test("keeps its progress apart from that of another organization", async () => {
    show(HANSE);
    await userEvent.click(await screen.findByTestId("step-done"));
    await waitFor(() => expect(screen.getByTestId("guide-progress").textContent).toContain("4 of"));
    const others = within(screen.getByTestId("guide-switch"));
    await userEvent.click(others.getByRole("button", { name: /Nordlicht/ }));
    expect(router.route).toEqual({ page: "guide", guide: "europe", run: NORDLICHT });
    show(NORDLICHT);
    expect((await screen.findByTestId("guide-progress")).textContent).toContain("0 of 8");
  });

  test("shows a failed save, and saves on another try", async () => {
    failAt("set_guide_step", { code: "store_unwritable" });
    show(HANSE);
    await userEvent.click(await screen.findByTestId("step-done"));
    const card = await screen.findByTestId("failure-card");
    expect(card.dataset.code).toBe("store_unwritable");
    expect((await openStep()).dataset.step).toBe("affiliate");
    play("full");
    await userEvent.click(within(card).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.getByTestId("guide-step").dataset.step).toBe("answer"));
    expect(screen.queryByTestId("failure-card")).toBeNull();
  });

  test("can be renamed", async () => {
    show(HANSE);
    await userEvent.click(await screen.findByTestId("guide-rename"));
    const dialog = await screen.findByRole("dialog");
    const field = within(dialog).getByRole("textbox");
    await userEvent.clear(field);
    await userEvent.click(screen.getByTestId("guide-save-name"));
    expect(within(dialog).getByText("Enter the name of the organization.")).toBeTruthy();
    await userEvent.type(field, "Hanse Stoffe GmbH{Enter}");
    expect(
      await screen.findByRole("heading", { level: 1, name: "Hanse Stoffe GmbH" }),
    ).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("is ended only after a confirmation", async () => {
    show(HANSE);
    await userEvent.click(await screen.findByTestId("guide-delete"));
    const dialog = await screen.findByRole("alertdialog");
    expect(dialog.textContent).toContain("Nothing changes at Nova Post");
    await userEvent.click(within(dialog).getByRole("button", { name: "Keep" }));
    expect(await call("guide_runs", {})).toHaveLength(2);
    await userEvent.click(screen.getByTestId("guide-delete"));
    await userEvent.click(await screen.findByTestId("guide-delete-sure"));
    await waitFor(() => expect(router.route).toEqual({ page: "guides" }));
    expect((await call("guide_runs", {})).map(({ id }) => id)).toEqual([NORDLICHT]);
  });

  test("can be started for another organization", async () => {
    show(HANSE);
    await userEvent.click(await screen.findByTestId("guide-another"));
    await userEvent.type(await screen.findByTestId("guide-organization"), "Ostsee Handel{Enter}");
    await waitFor(() => expect(router.route).toEqual({ page: "guide", guide: "europe", run: 3 }));
  });
});

describe("the step about the person", () => {
  test("is completed only if all is true, says what to do otherwise, and keeps the answers", async () => {
    show(NORDLICHT);
    await userEvent.click(await screen.findByTestId("guide-check-natural"));
    await userEvent.click(screen.getByTestId("step-done"));
    expect(await screen.findByText("2 points are still open")).toBeTruthy();
    expect(screen.getByText(/to name you in the contract/)).toBeTruthy();
    show(NORDLICHT);
    const natural = await screen.findByTestId<HTMLInputElement>("guide-check-natural");
    expect(natural.checked).toBe(true);
    for (const check of ["contract", "details"]) {
      await userEvent.click(screen.getByTestId(`guide-check-${check}`));
    }
    await userEvent.click(screen.getByTestId("step-done"));
    await waitFor(() => expect(screen.getByTestId("guide-step").dataset.step).toBe("account"));
  });

  test("has a text for somebody else who is the representative", async () => {
    show(HANSE);
    await openByTitle("Check that you are the right person");
    const offer = await screen.findByTestId("guide-somebody-else");
    expect(offer.getAttribute("aria-expanded")).toBe("false");
    await userEvent.click(offer);
    const step = await openStep();
    expect(step.textContent).toMatch(
      /production key for .* \(Hanse Textil GmbH\)\. Nova Post gives it/,
    );
    expect(step.textContent).toContain("Do not send me the key by email or chat");
    await userEvent.click(
      screen.getByRole("button", { name: "Copy the text for the representative" }),
    );
    expect(await screen.findAllByText("Copied")).not.toHaveLength(0);
  });

  test("does not stop the person from opening another step", async () => {
    show(NORDLICHT);
    await openByTitle("Create the key");
    expect((await openStep()).dataset.step).toBe("create");
  });
});

describe("the step with the email", () => {
  test("opens the page that writes it", async () => {
    show(HANSE);
    await userEvent.click(await screen.findByTestId("guide-write"));
    expect(router.route).toEqual({ page: "affiliation", run: HANSE });
  });
});

describe("the step with the decision", () => {
  async function choose(question: RegExp, answer: string) {
    const group = await screen.findByRole("group", { name: question });
    await userEvent.click(within(group).getByRole("radio", { name: answer }));
  }

  test("gives advice with a reason, and another choice can be made", async () => {
    show(HANSE);
    await openByTitle("Decide: one key or several");
    await choose(/How many organizations/, "Several");
    await choose(/different teams/, "Yes");
    const advice = await screen.findByTestId("guide-advice");
    expect(advice.textContent).toContain("one key for each organization");
    await userEvent.click(screen.getByRole("radio", { name: "One key for all" }));
    await userEvent.click(screen.getByTestId("step-done"));
    await waitFor(() => expect(screen.getByTestId("guide-progress").textContent).toContain("4 of"));
    show(HANSE);
    await openByTitle("Decide: one key or several");
    const radio = await screen.findByRole<HTMLInputElement>("radio", { name: "One key for all" });
    expect(radio.checked).toBe(true);
  });

  test("requires a choice", async () => {
    show(HANSE);
    await openByTitle("Decide: one key or several");
    await userEvent.click(await screen.findByTestId("step-done"));
    expect(await screen.findByText("Choose one of the two options.")).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "One key for all" }));
  });
});

describe("the last steps", () => {
  test("open the page that adds the key, and show the added key", async () => {
    await tick(BEFORE_THE_KEY);
    show(HANSE);
    await userEvent.click(await screen.findByTestId("guide-add-key"));
    expect(router.route).toEqual({
      page: "add-key",
      run: HANSE,
      organization: "Hanse Textil GmbH",
    });
    await importKey();
    show(HANSE);
    expect((await openStep()).dataset.step).toBe("check");
    expect(screen.getByTestId("guide-key").textContent).toContain("77aa");
    await userEvent.click(screen.getByTestId("guide-check"));
    expect(router.route).toEqual({ page: "key", key: "k-brought" });
    await waitFor(() => expect(checkOf("k-brought").state).toBe("works"));
    checkOf("k-brought").dismiss();
  });

  test("have texts to copy, without any secret", async () => {
    await importKey();
    show(HANSE);
    await openByTitle("Tell the others");
    const step = await openStep();
    expect(step.textContent).toContain("https://api.novapost.com/v.1.0/");
    expect(step.textContent).toContain("without “Bearer”");
    await userEvent.click(screen.getByRole("button", { name: "Copy the text for your developer" }));
    expect(await screen.findAllByText("Copied")).not.toHaveLength(0);
  });

  test("end with a summary, which takes the focus", async () => {
    await tick(BEFORE_THE_KEY);
    await importKey();
    await call("verify_token", { key: "k-brought" });
    show(HANSE);
    expect((await openStep()).dataset.step).toBe("tell");
    await userEvent.click(screen.getByTestId("step-done"));
    const heading = await screen.findByRole("heading", { name: "Your production key is ready" });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.queryByTestId("guide-step")).toBeNull();
  });
});
