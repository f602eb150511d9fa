/** What the tests of a replacement share. */

import type { KeyCard, Replacement } from "../../bindings";
import { call, ignoreSteps } from "../../ipc";

/** The production key of the test data, which is replaced. */
export const OLD = "k-live";

/** Starts the replacement. */
export async function start(): Promise<Replacement> {
  const step = await call("start_replacement", { key: OLD });
  if (step.is !== "taken") throw new Error(step.why);
  return step.replacement;
}

/** Adds a second production key without a page. */
export async function add(): Promise<KeyCard> {
  const about = {
    name: "Web shop 2",
    environment: "production",
    holder: null,
    expiry: { is: "not_asked" },
    run: null,
    record: null,
    secondLook: false,
    organizations: null,
  } as const;
  return (await call("import_key", { about }, ignoreSteps)).key;
}

/** A replacement whose new key was set and, unless `unchecked`, checked. */
export async function withNewKey(unchecked = false): Promise<Replacement> {
  const started = await start();
  const { id } = await add();
  await call("set_replacement_key", { replacement: started.id, key: id });
  if (!unchecked) await call("verify_token", { key: id });
  return started;
}
