import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import { adopt } from "../../i18n/index.svelte";
import { call } from "../../ipc";
import { failAt, play } from "../../ipc/fake/index";
import { type Route, router } from "../../state/router.svelte";
import Guide from "./Guide.svelte";
import Guides from "./Guides.svelte";

beforeEach(() => {
  adopt("en", english);
  play("empty");
});
afterEach(cleanup);

function show(route: Extract<Route, { page: "guide" }>) {
  render(Guide, { route });
}

describe("the list of guides", () => {
  test("has the three guides, and opens each", async () => {
    render(Guides);
    const cards = await screen.findAllByTestId("guide-card");
    expect(cards.map((card) => card.dataset.guide)).toEqual(["europe", "ukraine", "method_1"]);
    expect(cards[0]?.textContent).toContain("8 to 10 steps");
    expect(cards[1]?.textContent).toContain("4 steps");
    await userEvent.click(screen.getByRole("button", { name: "See the steps: Ukrainian key" }));
    expect(router.route).toEqual({ page: "guide", guide: "ukraine" });
  });

  test("shows the runs with their progress, and continues them", async () => {
    play("full");
    render(Guides);
    const [first] = await screen.findAllByTestId("guide-run");
    expect(first?.textContent).toContain("Next: Write to Nova Post");
    expect(first?.textContent).toContain("3 of 10 steps done");
    await userEvent.click(screen.getByRole("button", { name: "Continue: Hanse Textil GmbH" }));
    expect(router.route).toEqual({ page: "guide", guide: "europe", run: 2 });
  });

  test("is shown even if the runs can't be read", async () => {
    failAt("guide_runs", { code: "store_unreadable" });
    render(Guides);
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unreadable");
    expect(screen.getAllByTestId("guide-card")).toHaveLength(3);
  });
});

describe("a guide without a run", () => {
  test("lists its steps in order", async () => {
    show({ page: "guide", guide: "ukraine" });
    const steps = await screen.findAllByRole("heading", { level: 3 });
    expect(steps.map((step) => step.textContent)).toEqual([
      "Log in as a company",
      "Create the key and copy it",
      "Add the key to Key Desk",
      "Check that it works",
    ]);
  });

  test("says which steps are not always needed", async () => {
    show({ page: "guide", guide: "europe" });
    expect(await screen.findAllByText("Only if your organization is not in the list")).toHaveLength(
      2,
    );
  });

  test("starts for an organization, whose name is required in Europe", async () => {
    show({ page: "guide", guide: "europe" });
    await userEvent.click(await screen.findByTestId("guide-start"));
    const field = screen.getByTestId("guide-organization");
    expect(screen.getByText("Enter the name of the organization.")).toBeTruthy();
    expect(document.activeElement).toBe(field);
    await userEvent.type(field, "Hanse Textil GmbH{Enter}");
    await waitFor(() => expect(router.route).toMatchObject({ page: "guide", run: 1 }));
    expect(await call("guide_runs", {})).toMatchObject([{ organization: "Hanse Textil GmbH" }]);
  });

  test("starts without a name if the name is optional", async () => {
    show({ page: "guide", guide: "method_1" });
    await userEvent.click(await screen.findByTestId("guide-start"));
    await waitFor(() => expect(router.route).toMatchObject({ guide: "method_1", run: 1 }));
  });

  test("keeps the typed name when it can't start", async () => {
    failAt("start_guide", { code: "store_unwritable" });
    show({ page: "guide", guide: "europe" });
    await userEvent.type(await screen.findByTestId("guide-organization"), "Hanse{Enter}");
    expect((await screen.findByTestId("failure-card")).dataset.code).toBe("store_unwritable");
    expect(screen.getByTestId<HTMLInputElement>("guide-organization").value).toBe("Hanse");
  });
});

describe("a guide with runs", () => {
  test("opens its only run at the next step", async () => {
    await call("start_guide", { guide: "ukraine", organization: "" });
    show({ page: "guide", guide: "ukraine" });
    expect((await screen.findByTestId("guide-step")).dataset.step).toBe("cabinet");
  });

  test("offers a choice between several runs", async () => {
    play("full");
    show({ page: "guide", guide: "europe" });
    const runs = await screen.findAllByTestId("guide-run");
    expect(runs).toHaveLength(2);
    await userEvent.click(within(runs[1] as HTMLElement).getByTestId("guide-continue"));
    expect(router.route).toEqual({ page: "guide", guide: "europe", run: 1 });
  });

  test("shows the introduction if the run was ended", async () => {
    show({ page: "guide", guide: "europe", run: 77 });
    expect(await screen.findByTestId("guide-start")).toBeTruthy();
  });
});
