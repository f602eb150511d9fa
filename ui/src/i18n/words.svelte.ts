/** What the things of the product are called. */

import type { ApiEnvironment, KeyCard } from "../bindings";
import type { ChipKind } from "../design/Chip.svelte";
import { t } from "./index.svelte";

/** What a key is called: by its name, or by its kind until it has one. */
export function keyName(key: KeyCard): string {
  return key.name || t(`key-kind-${key.environment}`);
}

/** The chip of a key. */
export function chipOf(environment: ApiEnvironment): ChipKind {
  const chips = { sandbox: "test", production: "live", ukraine: "ua" } as const;
  return chips[environment];
}
