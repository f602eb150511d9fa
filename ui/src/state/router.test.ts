import { beforeEach, describe, expect, test } from "vitest";
import { router } from "./router.svelte";

beforeEach(() => router.start({ page: "home" }));

describe("the way through the pages", () => {
  test("begins at Home, from where Back leads nowhere", () => {
    expect(router.place).toEqual({ page: "home" });
    expect(router.canGoBack).toBe(false);
    router.back();
    expect(router.place).toEqual({ page: "home" });
  });

  test("goes on and comes back", () => {
    router.go({ page: "test-key", step: "before" });
    router.go({ page: "test-key", step: "number" });
    router.back();
    expect(router.place).toEqual({ page: "test-key", step: "before" });
  });

  test("skips a page that was replaced", () => {
    router.go({ page: "test-key", step: "check" });
    router.replace({ page: "test-key", step: "key" });
    router.back();
    expect(router.place).toEqual({ page: "home" });
  });

  test("begins anew from the navigation, and Back then leads Home", () => {
    router.go({ page: "test-key", step: "before" });
    router.start({ page: "settings" });
    router.back();
    expect(router.place).toEqual({ page: "home" });
    expect(router.canGoBack).toBe(false);
  });

  test("is a new visit each time, also to the same page", () => {
    router.start({ page: "keys" });
    const first = router.visit.id;
    router.start({ page: "keys" });
    expect(router.visit.id).not.toBe(first);
  });
});
