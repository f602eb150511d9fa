import { cleanup, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Affiliation as Form } from "../../bindings";
import { call } from "../../ipc";
import { play } from "../../ipc/fake/index";
import { router } from "../../state/router.svelte";
import { enter, open, RUN } from "./testing";

vi.mock("../../ipc", async (original) => {
  const real = await original<typeof import("../../ipc")>();
  return { ...real, call: vi.fn(real.call) };
});

beforeEach(async () => {
  play("full");
  await enter("live");
  vi.mocked(call).mockClear();
});
afterEach(cleanup);
describe("an email that is ready", () => {
  async function ready(form: Partial<Form> = {}) {
    await open(form);
    await userEvent.click(screen.getByTestId("continue"));
    await screen.findByTestId("email-sent");
  }

  test("opens in the mail program", async () => {
    await ready();
    await userEvent.click(screen.getByTestId("open-mail"));
    expect(await screen.findByTestId("mail-opened")).toBeTruthy();
    const to = { who: "manager", address: "manager@novapost.example" };
    expect(call).toHaveBeenCalledWith("compose_email", { email: expect.objectContaining({ to }) });
  });

  test("goes to the service desk if the manager is not known, and asks to be passed on", async () => {
    await ready({ managerEmail: " " });
    expect(screen.getByTestId("email-preview").textContent).toContain("servicedesk@novapost.com");
    expect(screen.getByTestId("email-body").textContent).toContain("pass this on");
    await userEvent.click(screen.getByTestId("open-mail"));
    expect(call).toHaveBeenCalledWith("compose_email", {
      email: expect.objectContaining({ to: { who: "service_desk" } }),
    });
  });

  test("says nothing about passing it on to the manager who gets it", async () => {
    await ready();
    expect(screen.getByTestId("email-preview").textContent).toContain("manager@novapost.example");
    expect(screen.getByTestId("email-body").textContent).toMatch(
      /authorized representative\.\n\nOrganization: /,
    );
  });

  test("is saved as a file, and says where", async () => {
    await ready();
    await userEvent.click(screen.getByTestId("save-email"));
    expect((await screen.findByTestId("email-saved")).textContent).toContain(".eml");
    expect(screen.getByTestId("email-saved").textContent).toContain("without a “Send” button");
    await userEvent.click(screen.getByTestId("copy-saved-email"));
    expect(call).toHaveBeenCalledWith("copy_text", { text: expect.stringContaining("Hanse") });
    expect(call).toHaveBeenCalledWith(
      "save_email",
      expect.objectContaining({ sender: "anna@firma.example" }),
    );
  });

  test("is never sent from practice mode", async () => {
    await enter("practice");
    await ready();
    expect(screen.queryByTestId("open-mail")).toBeNull();
    await userEvent.click(screen.getByTestId("copy-email"));
    expect(call).toHaveBeenCalledWith("copy_text", {
      text: expect.stringContaining("Hanse Textil GmbH"),
    });
    expect(call).not.toHaveBeenCalledWith("compose_email", expect.anything());
  });

  test("marked as sent completes the guide's step with the time, and returns to the guide", async () => {
    await ready();
    await userEvent.click(screen.getByTestId("email-sent"));
    expect(router.route).toMatchObject({ page: "guide", run: RUN });
    const run = (await call("guide_runs", {})).find(({ id }) => id === RUN);
    expect(run?.done).toContain("affiliate");
    expect(run?.answers.affiliate).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  });
});
