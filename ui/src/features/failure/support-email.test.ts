import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Failure, Mode } from "../../bindings";
import { call } from "../../ipc";
import { answerAt, play, startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import { loadVoice } from "../email/catalogs.svelte";
import { EMAIL_LANGUAGES } from "../email/languages";
import FailureCard from "./FailureCard.svelte";
import { composeSupportEmail } from "./support-email";

vi.mock("../../ipc", async (original) => {
  const platform = await original<typeof import("../../ipc")>();
  return { ...platform, call: vi.fn(platform.call) };
});

const PHONE = "+49 821 3437654";

async function openMode(mode: Mode) {
  await session.begin(startInfo({ mode, region: "DE" }));
}

/** Shows the card and presses its button. Resolves when the email is written. */
async function write(failure: Failure) {
  const props = { failure, during: "request_test_key", onAction: vi.fn(), phone: PHONE } as const;
  render(FailureCard, props);
  await userEvent.click(screen.getByRole("button", { name: "Write to Nova Post" }));
  return screen.findByTestId("email-body");
}

beforeEach(async () => {
  play("full");
  await openMode("live");
  vi.mocked(call).mockClear();
});
afterEach(cleanup);

describe("the email to Nova Post", () => {
  test("has the focus, and opens in the mail program with the number in it", async () => {
    await write({ code: "several_clients" });
    const email = screen.getByTestId("failure-email");
    expect(document.activeElement).toBe(email);
    expect(email.textContent).toContain("servicedesk@novapost.com");
    await userEvent.click(screen.getByTestId("open-support-mail"));
    expect(call).toHaveBeenCalledWith("compose_email", {
      email: expect.objectContaining({ body: expect.stringContaining(PHONE) }),
    });
    expect(await screen.findByText(/Your email program opens with the email/)).toBeTruthy();
  });

  test("is in English, and in another language if the person chooses it", async () => {
    const body = await write({ code: "several_clients" });
    expect(body.textContent).toContain("My phone number: +49");
    expect(screen.queryByTestId("email-meaning")).toBeNull();
    await userEvent.click(screen.getByTestId("open-support-mail"));
    await screen.findByText(/Your email program opens/);

    await userEvent.selectOptions(screen.getByTestId("email-language"), "Magyar");
    await waitFor(() => expect(body.textContent).toContain("Telefonszámom: +49"));
    expect(body.lang).toBe("hu");
    expect(screen.queryByText(/Your email program opens/)).toBeNull();
    expect(screen.getByTestId("email-meaning")).toBeTruthy();
    await userEvent.click(screen.getByTestId("open-support-mail"));
    expect(call).toHaveBeenLastCalledWith("compose_email", {
      email: expect.objectContaining({ subject: "Több fiók ugyanazzal a telefonszámmal" }),
    });
  });

  test("whose text does not fit into an address says that the text is on the clipboard", async () => {
    answerAt("compose_email", "without_text");
    await write({ code: "several_clients" });
    await userEvent.click(screen.getByTestId("open-support-mail"));
    expect(await screen.findByText(/The text is on the clipboard/)).toBeTruthy();
  });

  test.each(["several_clients", "phone_ukraine", "access_forbidden"] as const)(
    "of %s has a subject, the number, and nothing secret",
    async (code) => {
      await write({ code });
      await userEvent.click(screen.getByTestId("open-support-mail"));
      const sent = vi.mocked(call).mock.calls.find(([command]) => command === "compose_email");
      expect(sent?.[1]).toEqual({
        email: {
          to: { who: "service_desk" },
          subject: expect.stringMatching(/\w/),
          body: expect.stringContaining(`: ${PHONE}\n`),
        },
      });
      expect(JSON.stringify(sent)).not.toMatch(/-subject|-body|[0-9a-f]{16}/);
    },
  );

  test("stays in the window in practice", async () => {
    await openMode("practice");
    const body = await write({ code: "several_clients" });
    expect(body.textContent).toContain(PHONE);
    expect(screen.queryByTestId("open-support-mail")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Copy the email" }));
    expect(call).toHaveBeenCalledWith("copy_text", { text: expect.stringContaining(PHONE) });
    expect(call).not.toHaveBeenCalledWith("compose_email", expect.anything());
  });
});

describe.each(EMAIL_LANGUAGES)("the emails to the service desk in %s", (language) => {
  test.each(["several", "forbidden", "ukraine"] as const)(
    "about %s have the number",
    async (name) => {
      const { draft } = composeSupportEmail(name, PHONE, await loadVoice(language), null);
      expect(draft.to).toEqual({ who: "service_desk" });
      expect(draft.body.split("\n").filter((line) => line.endsWith(`: ${PHONE}`))).toHaveLength(1);
      const toFillIn = draft.body.split("\n").slice(1);
      expect(toFillIn.filter((line) => line.endsWith(":"))).toHaveLength(2);
    },
  );
});
