import { beforeEach, describe, expect, test } from "vitest";
import { router } from "./router.svelte";

beforeEach(() => router.start({ page: "home" }));

describe("the router", () => {
  test("starts at Home, where Back does nothing", () => {
    expect(router.route).toEqual({ page: "home" });
    expect(router.canGoBack).toBe(false);
    router.back();
    expect(router.route).toEqual({ page: "home" });
  });

  test("opens pages and goes back", () => {
    router.go({ page: "test-key", step: "before" });
    router.go({ page: "test-key", step: "number" });
    router.back();
    expect(router.route).toEqual({ page: "test-key", step: "before" });
  });

  test("goes back past a page that was replaced", () => {
    router.go({ page: "test-key", step: "check" });
    router.replace({ page: "test-key", step: "key" });
    router.back();
    expect(router.route).toEqual({ page: "home" });
  });

  test("clears the history on a navigation, and Back then leads Home", () => {
    router.go({ page: "test-key", step: "before" });
    router.start({ page: "settings" });
    router.back();
    expect(router.route).toEqual({ page: "home" });
    expect(router.canGoBack).toBe(false);
  });

  test("makes a new visit each time, also to the same page", () => {
    router.start({ page: "keys" });
    const first = router.visit.id;
    router.start({ page: "keys" });
    expect(router.visit.id).not.toBe(first);
  });
});
