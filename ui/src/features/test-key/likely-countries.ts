/** The countries in which a number without a country probably is. */

import type { Region } from "../../bindings";
import { call } from "../../ipc";
import { session } from "../../state/session.svelte";

/** The country of the system, of the person's account and of their organizations, each once. */
export async function likelyCountries(): Promise<Region[]> {
  const [account, runs] = await Promise.all([call("account", {}), call("guide_runs", {})]);
  const forms = await Promise.all(runs.map(({ id }) => call("affiliation", { run: id })));
  const countries = [session.region, account.phoneCountry, ...forms.map((form) => form.country)];
  return [...new Set(countries.filter((country) => country !== null))];
}
