import { date, span } from "../i18n/format.svelte";
import { t } from "../i18n/index.svelte";
import { computerTime, now } from "./clock.svelte";

/** `Here it is 24 December 2027, 13 months ahead of this computer.` */
export function practiceTime(): string {
  return t("practice-time-moved", { date: date(now().toISOString()), ...distance() });
}

/** `13 months ahead of this computer.` */
export function practiceTimeDistance(): string {
  return t("practice-time-distance", distance());
}

function distance() {
  const computer = new Date(computerTime());
  const shown = now();
  return shown > computer
    ? { direction: "ahead", span: span(computer, shown) }
    : { direction: "behind", span: span(shown, computer) };
}
