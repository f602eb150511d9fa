import type { Variables } from "../../i18n/index.svelte";

const MINUTES_AN_HOUR = 60;

/** How wrong this computer's clock is, for the title of its card: in hours from one hour on. */
export function clockError(minutesBehind: number): Variables {
  const minutes = Math.abs(minutesBehind);
  const inHours = minutes >= MINUTES_AN_HOUR;
  return {
    direction: minutesBehind > 0 ? "behind" : "ahead",
    unit: inHours ? "hours" : "minutes",
    count: inHours ? Math.round(minutes / MINUTES_AN_HOUR) : minutes,
  };
}
