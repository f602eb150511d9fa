/** What is said about a key that is added, and what is suggested for it. */

import type { ApiEnvironment, NewKey } from "../../bindings";
import { call } from "../../ipc";
import { environmentOfGuide } from "./check";

/** What is stored: a test key belongs to the person, and Nova Post tells when it ends. */
export function aboutOf(described: NewKey): NewKey {
  if (described.environment !== "sandbox") return described;
  return { ...described, organizations: [], holder: "", validUntil: null };
}

/** The kind of key that a guide run leads to, and the organizations of the guides and of other keys. */
export async function suggestions(
  run: number | null,
): Promise<{ environment: ApiEnvironment | null; names: string[] }> {
  const [runs, organizations] = await Promise.all([
    call("guide_runs", {}),
    call("key_organizations", {}),
  ]);
  const own = runs.find(({ id }) => id === run);
  const names = [...runs.map(({ organization }) => organization), ...organizations];
  return {
    environment: own ? environmentOfGuide[own.guide] : null,
    names: [...new Set(names.filter((name) => name))],
  };
}
