import { beforeEach, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { PdfDocument, Review } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { startInfo } from "../../ipc/fake/index";
import { session } from "../../state/session.svelte";
import { reportDocument, reportFileName } from "./report";

const REVIEW: Review = {
  id: 1,
  startedAt: "2026-11-28T09:00:00Z",
  signed: { at: "2026-11-30T09:00:00Z", by: "Olena Kovalenko" },
  account: { portal: "others", webhooks: null },
  keys: [
    {
      key: "k-live",
      name: "Web shop",
      lastFour: "91c0",
      at: "2026-11-29T09:00:00Z",
      facts: {
        environment: "production",
        createdAt: "2025-12-22T09:00:00Z",
        validUntil: null,
        lastCheck: { at: "2026-11-27T09:00:00Z", result: "works" },
        organizations: ["Hanse Textil GmbH", ""],
        systems: ["Online shop"],
        people: [
          {
            name: "Oleh Koval",
            given: { at: "2026-03-03T09:00:00Z", receiver: "shopify", hasArrived: true },
          },
          { name: "", given: null },
        ],
      },
      answers: {
        need: "needed",
        people: "somebody_left",
        organizations: "right",
        inPortal: false,
      },
      actions: ["replace", "not_in_portal"],
    },
    {
      key: "k-test",
      name: "",
      lastFour: "4bf2",
      at: "2026-11-30T09:00:00Z",
      facts: {
        environment: "sandbox",
        createdAt: null,
        validUntil: null,
        lastCheck: null,
        organizations: [],
        systems: [],
        people: [],
      },
      answers: { need: null, people: null, organizations: null, inPortal: null },
      actions: [],
    },
  ],
};

beforeEach(async () => {
  adopt("en", english);
  await session.begin(startInfo({ mode: "live" }));
});

/** The rows of a section as `label: value`. */
function rows({ sections }: PdfDocument, heading: string): string[] {
  const section = sections.find((it) => it.heading === heading);
  return (section?.parts ?? []).flatMap((part) =>
    part.kind === "row" ? [`${part.label}: ${part.value}`] : [],
  );
}

test("the report says who has a key, what was answered and what is to do", () => {
  const report = reportDocument(REVIEW);
  expect(rows(report, "The review")).toEqual([
    "Started: 28 November 2026",
    "Signed: 30 November 2026",
    "Signed by: Olena Kovalenko",
    "Keys: 1 of 2 keys reviewed",
  ]);
  expect(rows(report, "The account")[1]).toContain("Not answered");
  expect(rows(report, "Web shop, ending in 91c0")).toEqual([
    "Kind: Production key",
    "Created: 22 December 2025",
    "Expires: Not known",
    "Last check: Worked when it was checked. Checked: 27 November 2026",
    "For: Hanse Textil GmbH, (left out: it may be a phone number)",
    "Used in: Online shop",
    "Who has it: Oleh Koval: Shopify. Given: 3 March 2026. Arrived complete\n(left out: it may be a phone number)",
    "Still needed: Yes",
    "All of them should still have it: No",
    "The organizations are right: Yes",
    "Nova Post’s list: Not in the list",
    "To do: Replace it",
    "To do: Find out why Nova Post’s list does not have it",
  ]);
  expect(rows(report, "Test key, ending in 4bf2")).toContain("Still needed: Not reviewed");
  expect(report.ribbon).toBeNull();
  expect(reportFileName(REVIEW)).toBe("Key review 2026-11-30");
});

test("the report is in the window’s language, and in practice each page says so", async () => {
  await session.begin(startInfo({ mode: "practice" }));
  adopt("uk", ukrainian);
  const report = reportDocument(REVIEW);
  expect(report.language).toBe("uk");
  expect(report.title).toBe("Перегляд API-ключів");
  expect(report.ribbon).not.toBeNull();
});
