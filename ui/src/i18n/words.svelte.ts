import type { ApiEnvironment, KeyCard } from "../bindings";
import type { ChipKind } from "../design/Chip.svelte";
import { t } from "./index.svelte";

/** The name of a key, or its kind if it has no name. */
export function keyName(key: KeyCard): string {
  return key.name || t(`key-kind-${key.environment}`);
}

/** The kind of chip for a key of this environment. */
export function chipOf(environment: ApiEnvironment): ChipKind {
  const chips = { sandbox: "test", production: "production", ukraine: "ua" } as const;
  return chips[environment];
}
