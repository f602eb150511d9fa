import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Failure, Mode } from "../../bindings";
import { call } from "../../ipc";
import { startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import FailureCard from "./FailureCard.svelte";

vi.mock("../../ipc", async (original) => {
  const platform = await original<typeof import("../../ipc")>();
  return { ...platform, call: vi.fn(platform.call) };
});

const PHONE = "+49 821 3437654";

async function openMode(mode: Mode) {
  await session.begin(startInfo({ mode, region: "DE" }));
}

function show(failure: Failure) {
  const props = { failure, during: "request_test_key", onAction: vi.fn(), phone: PHONE } as const;
  render(FailureCard, props);
}

beforeEach(async () => {
  await openMode("live");
  vi.mocked(call).mockClear();
});
afterEach(cleanup);

describe("the email to Nova Post", () => {
  test("opens in the mail program with the number in it", async () => {
    show({ code: "several_clients" });
    await userEvent.click(screen.getByRole("button", { name: "Write to Nova Post" }));
    expect(call).toHaveBeenCalledWith("compose_email", {
      email: expect.objectContaining({ body: expect.stringContaining(PHONE) }),
    });
    expect(screen.getByTestId("failure-letter").textContent).toContain("servicedesk@novapost.com");
  });

  test.each(["several_clients", "phone_ukraine", "access_forbidden"] as const)(
    "of %s has a subject, the number, and nothing secret",
    async (code) => {
      show({ code });
      await userEvent.click(screen.getByRole("button", { name: "Write to Nova Post" }));
      const sent = vi.mocked(call).mock.calls.find(([command]) => command === "compose_email");
      expect(sent?.[1]).toEqual({
        email: {
          to: { who: "service_desk" },
          subject: expect.stringMatching(/\w/),
          body: expect.stringContaining(PHONE),
        },
      });
      expect(JSON.stringify(sent)).not.toMatch(/failure-letter|[0-9a-f]{16}/);
    },
  );

  test("stays in the window in practice", async () => {
    await openMode("practice");
    show({ code: "several_clients" });
    await userEvent.click(screen.getByRole("button", { name: "Write to Nova Post" }));
    expect(call).not.toHaveBeenCalledWith("compose_email", expect.anything());
    expect(screen.getByTestId("failure-letter").textContent).toContain(PHONE);
  });
});
