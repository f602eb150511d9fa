import { beforeEach, describe, expect, test } from "vitest";
import english from "../../../locales/en.ftl?raw";
import ukrainian from "../../../locales/uk.ftl?raw";
import type { GuideRun, Home, KeyCard } from "../../bindings";
import { adopt } from "../../i18n/index.svelte";
import { describe as say, stillToDo } from "./to-do";

const DAY = 86_400_000;

const key: KeyCard = {
  id: "k",
  name: "",
  environment: "sandbox",
  lastFour: "4bf2",
  phone: "+49 821 3437654",
  createdAt: null,
  validUntil: null,
  status: "active",
  standing: "active",
  replacedBy: null,
  lastVerifiedAt: null,
  lastCheck: null,
  holder: "",
  notes: "",
  company: null,
  otherAccount: null,
  places: [],
  kept: "keychain",
  addedAt: "2026-11-01T00:00:00Z",
  organizations: [],
};

function home(toDo: Home["toDo"], keys: KeyCard[]): Home {
  return { toDo, moreDue: 0, keys, mentioned: [], total: keys.length };
}

beforeEach(() => adopt("en", english));

describe("a key that ends", () => {
  const soon = new Date(Date.now() + 12 * DAY).toISOString();

  test("is prolonged by asking again, when it is a test key", () => {
    const said = say({ kind: "key_ends", key: "k", at: soon }, [key]);
    expect(said.title).toBe("Test key (…4bf2): expires in 12\u00a0days");
    expect(said.leadsTo).toEqual({
      page: "test-key",
      step: "number",
      draft: { input: "+49 821 3437654", country: null },
    });
  });

  test("is replaced if it is for production", () => {
    const live: KeyCard = { ...key, environment: "production", name: "Web shop" };
    const said = say({ kind: "key_ends", key: "k", at: soon }, [live]);
    expect(said.title).toBe("Web shop: expires in 12\u00a0days");
    expect(said.leadsTo).toEqual({ page: "replace", key: "k" });
  });

  test("is replaced if it is a key of Ukraine", () => {
    const said = say({ kind: "key_ends", key: "k", at: soon }, [
      { ...key, environment: "ukraine", phone: null },
    ]);
    expect(said.leadsTo).toEqual({ page: "replace", key: "k" });
  });

  test("may be replaced by a new one only after its end", () => {
    const before = say({ kind: "key_ends", key: "k", at: soon }, [key]);
    expect(before.text).not.toMatch(/new one/);
    const after = say({ kind: "key_ends", key: "k", at: "2025-01-31T12:00:00Z" }, [key]);
    expect(after.text).toMatch(/new one/);
  });

  test("has ended after its last day", () => {
    const said = say({ kind: "key_ends", key: "k", at: "2025-01-31T12:00:00Z" }, [key]);
    expect(said.title).toBe("Test key (…4bf2): expired. Last day: 31 January 2025");
  });
});

describe.each(["en", "uk"] as const)(
  "in %s, a key with another date than Nova Post’s",
  (language) => {
    beforeEach(() => adopt(language, language === "en" ? english : ukrainian));

    test.each([
      ["production", { page: "replace", key: "k" }],
      ["ukraine", { page: "replace", key: "k" }],
      ["sandbox", { page: "test-key", step: "number", draft: { input: key.phone, country: null } }],
    ] as const)("is called expired if it is: %s", (environment, leadsTo) => {
      const named: KeyCard = { ...key, environment, name: "Web shop" };
      const said = say({ kind: "key_expired", key: "k" }, [named]);
      expect(said.title).toBe(language === "en" ? "Expired: Web shop" : "Прострочено: Web shop");
      expect(said.leadsTo).toEqual(leadsTo);
      const over = say({ kind: "key_ends", key: "k", at: "2025-01-31T12:00:00Z" }, [named]);
      expect(said.text).toBe(over.text);
    });

    test("leads to its page if it works", () => {
      const item = { kind: "expiry_passed", key: "k", at: "2025-01-31T12:00:00Z" } as const;
      const said = say(item, [{ ...key, name: "Web shop" }]);
      expect(said.title).toContain("Web shop");
      expect(said.text).toContain("31");
      expect(said.leadsTo).toEqual({ page: "key", key: "k" });
    });
  },
);

describe("a test key that Nova Post deletes soon", () => {
  test("is extended by its last safe day", () => {
    const ended = { kind: "key_ends", key: "k", at: "2025-01-31T12:00:00Z" } as const;
    const said = say({ ...ended, extendUntil: "2025-04-30T12:00:00Z" }, [key]);
    expect(said.text).toContain("Last safe day: 30 April 2025");
    expect(said.action).toBe("Extend it");
    expect(say(ended, [key]).text).not.toContain("Last safe day");
  });
});

describe("a key that was added and not saved", () => {
  const item = {
    kind: "import_lost",
    key: "k-lost",
    lastFour: "4bf2",
    environment: "production",
    organization: "Hanse Textil",
    at: "2026-11-12T12:00:00Z",
  } as const;

  test("is copied again, with its kind and organization filled in, or dismissed", () => {
    const said = say(item, []);
    expect(said.title).toBe("Not saved: key ending in 4bf2");
    expect(said.text).toContain("Hanse Textil");
    expect(said.text).toContain("Production key");
    expect(said.leadsTo).toEqual({
      page: "add-key",
      environment: "production",
      organization: "Hanse Textil",
    });
    expect(said.secondAction).toBe("dismiss");
  });

  test("may have no organization", () => {
    const said = say({ ...item, organization: "" }, []);
    expect(said.text).not.toMatch(/ of on|\{/);
    expect(said.leadsTo).toEqual({ page: "add-key", environment: "production" });
  });
});

describe("a request without a known end", () => {
  const item = {
    kind: "unfinished",
    attempt: 7,
    phone: "+49 171 3920063",
    startedAt: "2026-11-12T12:00:00Z",
  } as const;

  test("brings the same key or the answer “tomorrow” on the same day", () => {
    expect(say({ ...item, sameDay: true }, []).text).toMatch(/same key.*“tomorrow”/);
  });

  test("brings a longer validity later", () => {
    expect(say({ ...item, sameDay: false }, []).text).toContain("valid for another year");
  });
});

describe("a reminder", () => {
  const item = {
    kind: "ask_again",
    attempt: 3,
    phone: "+49 171 3920029",
    from: "2026-11-13T00:00:00Z",
  } as const;

  test("waits for its day, and names no hour", () => {
    const said = say({ ...item, due: false }, []);
    expect(said.text).toContain("possible from: 13 November 2026");
    expect(said.text).not.toMatch(/\d:\d\d/);
    expect(said.action).toBeNull();
  });

  test("is due afterwards", () => {
    const said = say({ ...item, due: true }, []);
    expect(said.title).toBe("You can ask again: +49 171 3920029");
    expect(said.action).toBe("Ask again");
  });
});

describe("a key that is not on the list and in the keychain", () => {
  test("comes back by asking again, when it is a test key", () => {
    const said = say({ kind: "key_lost", key: "k" }, [{ ...key, kept: "nowhere" }]);
    expect(said.title).toBe("Missing from your password store: Test key (…4bf2)");
    expect(said.leadsTo).toEqual({
      page: "test-key",
      step: "number",
      draft: { input: "+49 821 3437654", country: null },
    });
    expect(said.secondAction).toBe("remove_lost_key");
  });

  test.each([
    { environment: "production", phone: "+49 821 3437654" },
    { environment: "sandbox", phone: null },
  ] as const)("is added again if it has no number: $environment", (other) => {
    const said = say({ kind: "key_lost", key: "k" }, [{ ...key, ...other, kept: "nowhere" }]);
    expect(said.leadsTo).toEqual({ page: "add-key", record: "k" });
  });

  test("is added if only the keychain has it", () => {
    const said = say({ kind: "key_unlisted", key: "u", lastFour: "77aa" }, []);
    expect(said.title).toContain("77aa");
    expect(said.leadsTo).toEqual({ page: "add-key", unlisted: "u" });
    expect(said.secondAction).toBe("remove_unlisted_key");
  });
});

describe("an unsaved key", () => {
  test.each([
    "locked",
    "missing",
    "slow",
    "refused",
    "cancelled",
    "no_default",
    "blocked_by_policy",
    null,
  ] as const)("says why: %s", (cause) => {
    const said = say({ kind: "save_again", key: "k", cause }, [key]);
    expect(said.text).toMatch(/ .* .* /);
    expect(said.leadsTo).toBeNull();
  });
});

describe("an organization on the way through a guide", () => {
  const run: GuideRun = {
    id: 5,
    guide: "europe",
    organization: "Hanse Textil GmbH",
    startedAt: "2026-11-12T12:00:00Z",
    done: ["person", "account", "offered"],
    answers: { offered: "no" },
    form: "complete",
    key: null,
  };

  test("shows and opens the next step", () => {
    const said = say({ kind: "guide", run }, []);
    expect(said.title).toBe("Production key, Europe: Hanse Textil GmbH");
    expect(said.text).toBe("Next: Write to Nova Post. Step 4 of 10.");
    expect(said.leadsTo).toEqual({ page: "guide", guide: "europe", run: 5 });
  });

  test("waits for Nova Post after the email was sent", () => {
    const waiting = { ...run, done: [...run.done, "affiliate"] };
    expect(say({ kind: "guide", run: waiting }, []).text).toContain("Waiting for Nova Post");
  });

  test("does not have to write to Nova Post if it is offered already", () => {
    const offered = { ...run, answers: { offered: "yes" } };
    expect(say({ kind: "guide", run: offered }, []).text).toBe(
      "Next: Decide: one key or several. Step 4 of 8.",
    );
  });

  test("is written to again after two weeks without an answer", () => {
    const waiting = { ...run, done: [...run.done, "affiliate"] };
    const item = { kind: "guide", run: waiting, waitingSince: "2026-11-12T12:00:00Z" } as const;
    expect(say(item, []).text).toContain("has not answered for two weeks");
  });

  test("is not shown after its last step", () => {
    const done = ["cabinet", "create"];
    const arrived: GuideRun = { ...run, guide: "ukraine", done, key: "k" };
    const checked: KeyCard = { ...key, lastVerifiedAt: "2026-11-02T00:00:00Z" };
    expect(stillToDo(home([{ kind: "guide", run: arrived }], [checked]))).toEqual([]);
    expect(stillToDo(home([{ kind: "guide", run: arrived }], [key]))).toHaveLength(1);
    expect(stillToDo(home([{ kind: "guide", run: arrived }], []))).toHaveLength(1);
  });

  test("names its key only once if the next step is to verify it", () => {
    const done = ["registered", "page", "phone"];
    const item = { kind: "guide", run: { ...run, guide: "method_1", done, key: "k" } } as const;
    const unproven = { kind: "key_unproven", key: "k" } as const;
    expect(stillToDo(home([item, unproven], [key]))).toEqual([item]);
    expect(stillToDo(home([unproven], [key]))).toEqual([unproven]);
  });
});

test("a key that is being replaced says what comes next, and opens its page", () => {
  const replacement = {
    id: 1,
    old: "k",
    new: "n",
    startedAt: "2026-11-12T12:00:00Z",
    newSetAt: "2026-11-13T12:00:00Z",
    newCheckedAt: null,
    places: [],
    finishedAt: null,
  };
  const said = say({ kind: "replacement", replacement }, [{ ...key, name: "Web shop" }]);
  expect([said.title, said.text]).toEqual(["Being replaced: Web shop", "Next: Check the new key"]);
  expect(said.leadsTo).toEqual({ page: "replace", key: "k" });
});
