import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { textsOfApp } from "./catalog-files";
import { Messages } from "./messages";

describe.each(textsOfApp())("a message of %s", (language, text) => {
  test("is the same as in a catalog that is parsed as a whole", () => {
    const bundle = new FluentBundle(language, { useIsolating: false });
    const resource = new FluentResource(text);
    bundle.addResource(resource);
    const messages = new Messages(language, text);
    const names = resource.body.map(({ id }) => id).filter((id) => !id.startsWith("-"));
    expect(names.length).toBeGreaterThan(1000);
    for (const name of names) {
      const pattern = bundle.getMessage(name)?.value;
      const expected = pattern ? bundle.formatPattern(pattern, {}, []) : null;
      expect(messages.format(name), name).toBe(expected);
    }
  });
});

test("a message can refer to one below it, to a term and to a variant of a term", () => {
  const text = `
here = { there } by { -app }, in { -app(case: "in") }
there = Keys of { -company }
-app = { $case ->
        [in] Key Deskʼs
       *[other] Key Desk
    }
-company = Nova Post
`;
  expect(new Messages("en", text).format("here")).toBe(
    "Keys of Nova Post by Key Desk, in Key Deskʼs",
  );
});

test("a term is no message", () => {
  expect(new Messages("en", "-app = Key Desk").format("-app")).toBeNull();
});
