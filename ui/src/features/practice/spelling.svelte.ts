/** The international spelling of practice numbers, which come as digits. */

import { SvelteMap } from "svelte/reactivity";
import { call } from "../../ipc";

const spellings = new SvelteMap<string, string>();

/** Asks Rust for the spelling of these numbers. A number that it can't spell stays as it is. */
export async function learnSpelling(numbers: readonly string[]): Promise<void> {
  const unknown = numbers.filter((digits) => !spellings.has(digits));
  await Promise.all(
    unknown.map(async (digits) => {
      const verdict = await call("check_phone", { input: `+${digits}`, country: null });
      if ("number" in verdict && verdict.number)
        spellings.set(digits, verdict.number.international);
    }),
  );
}

/** `+49 821 3437654`; `+498213437654` while the spelling is not known. */
export function spelled(digits: string): string {
  return spellings.get(digits) ?? `+${digits}`;
}
