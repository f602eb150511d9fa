import { readdirSync, readFileSync } from "node:fs";
import { parse } from "@fluent/syntax";
import { describe, expect, test } from "vitest";
import { guideNames, guides, lengthOf, stepKinds } from "./guides";

const LINKS = readLinks();
const catalogs = ["en", "uk"];

describe("the guide to a production key", () => {
  test("waits for Nova Post in the step that core knows", () => {
    // `asked_at` in core/src/service/due.rs has these names.
    const waits = guideNames.flatMap((name) =>
      guides[name].steps.flatMap(({ id, kind }, index) =>
        kind === "wait" ? [[name, guides[name].steps[index - 1]?.id, id]] : [],
      ),
    );
    expect(waits).toEqual([["europe", "affiliate", "answer"]]);
  });
});

describe.each(guideNames)("the guide %s", (name) => {
  const guide = guides[name];

  test("has steps with unique ids and known kinds", () => {
    const ids = guide.steps.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(guide.steps.filter(({ kind }) => !stepKinds.includes(kind))).toEqual([]);
  });

  test("links only to pages that the app can open", () => {
    const links = [...guide.sources, ...guide.steps.flatMap(({ links }) => links ?? [])];
    expect(guide.sources.length).toBeGreaterThan(0);
    expect(links.filter((link) => !LINKS.has(link))).toEqual([]);
  });

  test("names the month of its last check", () => {
    expect(guide.checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  });

  test("has the data that each kind of step needs", () => {
    for (const step of guide.steps) {
      expect(Boolean(step.checks?.length)).toBe(step.kind === "confirm");
      expect(Boolean(step.address)).toBe(step.kind === "tell");
      expect(Boolean(step.answers?.length)).toBe(step.kind === "ask");
    }
  });

  test("has steps that depend only on an answer to an earlier question", () => {
    guide.steps.forEach(({ onlyIf }, index) => {
      if (!onlyIf) return;
      const question = guide.steps.slice(0, index).find(({ id }) => id === onlyIf.step);
      expect(question?.answers).toContain(onlyIf.answer);
    });
  });

  test("says when a step is done only if it has more than one action", () => {
    const wordy = guide.steps.filter(({ done, actions = 0 }) => done && actions < 2);
    expect(wordy).toEqual([]);
  });

  test("adds one key, and verifies it only after that", () => {
    const kinds = guide.steps.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "add_key")).toHaveLength(1);
    const [added, verified] = [kinds.indexOf("add_key"), kinds.indexOf("check")];
    expect(verified).toBeGreaterThan(added);
  });

  test.each(catalogs)("has all its messages in %s, and none without a step", (language) => {
    const required = messagesOf(name);
    const existing = idsOf(language).filter((id) => id.startsWith(`guide-${name}-`));
    expect(required.filter((id) => !existing.includes(id))).toEqual([]);
    expect(existing.filter((id) => !required.includes(id) && !ABOUT.test(id))).toEqual([]);
  });
});

test("the guide for Europe is two steps shorter if the organization is offered", () => {
  expect(lengthOf("europe")).toEqual({ fewest: 8, most: 10 });
});

test("the guide for Ukraine has the login, the key, adding it and its check", () => {
  const steps = guides.ukraine.steps.map(({ id }) => id);
  expect(steps).toEqual(["cabinet", "create", "add_key", "check"]);
});

test("every file in ui/guides is a guide", () => {
  const files = readdirSync("guides").map((file) => file.replace(/\.json$/, ""));
  expect(files.sort()).toEqual([...guideNames].sort());
});

/** The messages about a guide as a whole. */
const ABOUT = /^guide-[^-]+-(title|lead|time|arrived|arrived-text|instead)$/;

/** The messages that the steps of a guide need. */
function messagesOf(name: (typeof guideNames)[number]): string[] {
  const { steps } = guides[name];
  const conditions = steps.flatMap(({ onlyIf }) =>
    onlyIf
      ? ["only-if", "added"].map((part) => `guide-${name}-${onlyIf.step}-${part}-${onlyIf.answer}`)
      : [],
  );
  const ofSteps = steps.flatMap((step) =>
    [
      ...["title", "text"],
      ...(step.done ? ["done"] : []),
      ...(step.inPractice ? ["practice"] : []),
      ...(step.answers ? ["question"] : []),
      ...(step.answers ?? []).map((answer) => `answer-${answer}`),
      ...numbered("prepare", step.prepare ?? 0),
      ...numbered("action", step.actions ?? 0),
      ...(step.checks ?? []).flatMap((check) => [
        `check-${check}`,
        `check-${check}-text`,
        `otherwise-${check}`,
      ]),
    ].map((part) => `guide-${name}-${step.id}-${part}`),
  );
  return [...ofSteps, ...conditions];
}

function numbered(part: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${part}-${index + 1}`);
}

function idsOf(language: string): string[] {
  const { body } = parse(readFileSync(`locales/${language}.ftl`, "utf8"), {});
  return body.flatMap((entry) => (entry.type === "Message" ? [entry.id.name] : []));
}

/** The links that Rust can open, read from the generated type. */
function readLinks(): Set<string> {
  const bindings = readFileSync("src/bindings/index.ts", "utf8");
  const [, union = ""] = /export type Link = ([^;]+);/.exec(bindings) ?? [];
  return new Set([...union.matchAll(/"([^"]+)"/g)].map((match) => match[1] as string));
}
