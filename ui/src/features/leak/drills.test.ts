import { readdirSync, readFileSync } from "node:fs";
import { parse } from "@fluent/syntax";
import { describe, expect, test } from "vitest";
import type { ApiEnvironment } from "../../bindings";
import { causes, drillKinds, drills, takeBackActions } from "./drills";

const environments = Object.keys(drills) as ApiEnvironment[];
const catalogs = ["en", "uk"];
const LINKS = readLinks();

describe.each(environments)("the steps for a key of %s", (environment) => {
  const drill = drills[environment];

  test("have unique ids that the store keeps, and known kinds", () => {
    const ids = drill.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // `is_step` in core/src/service/leaks.rs refuses others.
    expect(ids.filter((id) => !/^[a-z_]{1,40}$/.test(id))).toEqual([]);
    expect(drill.steps.filter(({ kind }) => !drillKinds.includes(kind))).toEqual([]);
  });

  test("begin with taking the text back, and tell those who use the key", () => {
    expect(drill.steps[0]?.kind).toBe("take_back");
    expect(drill.steps.filter(({ kind }) => kind === "tell")).toHaveLength(1);
  });

  test("link only to pages that the app can open, and name the month of their last check", () => {
    const links = [...drill.sources, ...drill.steps.flatMap(({ links = [] }) => links)];
    expect(links.filter((link) => !LINKS.has(link))).toEqual([]);
    expect(drill.checked).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  });

  test.each(catalogs)("have all their messages in %s, and none without a step", (language) => {
    const required = messagesOf(environment);
    const existing = idsOf(language).filter((id) => id.startsWith(`leak-${environment}-`));
    expect(existing.sort()).toEqual(required.sort());
  });
});

test("a test key is not replaced before Nova Post was asked, other keys are replaced before they end", () => {
  const order = (environment: ApiEnvironment) => drills[environment].steps.map(({ id }) => id);
  expect(order("sandbox")).toEqual(["take_back", "deactivate", "tell", "replace"]);
  for (const environment of ["production", "ukraine"] as const)
    expect(order(environment)).toEqual(["take_back", "replace", "tell", "deactivate", "parcels"]);
});

test("nobody looks for parcels of the test environment, where nothing is real", () => {
  expect(drills.sandbox.steps.some(({ kind }) => kind === "parcels")).toBe(false);
});

test.each(catalogs)("the first step has its messages for each cause in %s", (language) => {
  const existing = idsOf(language).filter((id) => id.startsWith("leak-take_back-"));
  const required = causes.flatMap((cause) =>
    [
      ...["title", "text", "for", "write"],
      ...numbered("action", takeBackActions[cause].actions),
    ].map((part) => `leak-take_back-${cause}-${part}`),
  );
  expect(existing.sort()).toEqual(required.sort());
});

test("every file in ui/leaks is used", () => {
  const files = readdirSync("leaks").map((file) => file.replace(/\.json$/, ""));
  expect(files.sort()).toEqual([...environments, "take_back"].sort());
});

function messagesOf(environment: ApiEnvironment): string[] {
  return drills[environment].steps
    .filter(({ kind }) => kind !== "take_back")
    .flatMap(({ id, actions = 0, writeTo }) =>
      [
        ...["title", "text"],
        ...numbered("action", actions),
        ...(writeTo ? ["write"] : []),
        ...(writeTo && actions > 0 ? ["if"] : []),
      ].map((part) => `leak-${environment}-${id}-${part}`),
    );
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
