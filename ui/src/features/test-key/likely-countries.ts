/** The countries in which a number without a country probably is. */

import type { Region } from "../../bindings";
import { call } from "../../ipc";
import { session } from "../../state/session.svelte";

/** The country of the system and the countries in the affiliation emails, each once. */
export async function likelyCountries(): Promise<Region[]> {
  const runs = await call("guide_runs", {});
  const forms = await Promise.all(runs.map(({ id }) => call("affiliation", { run: id })));
  const typed = forms.flatMap(({ typed }) => [typed.phoneCountry, typed.country]);
  const countries = [session.region, ...typed];
  return [...new Set(countries.filter((country) => country !== null))];
}
