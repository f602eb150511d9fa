/** Statuses of keys, by the rules of Rust: `KeyRecord::checked_status`, `KeyRecord::note` and `KeyStanding::of`. */

import type { CheckResult, KeyCard, KeyStanding, KeyStatus } from "../../bindings";

/** How long a check counts, in milliseconds. */
const CHECK_COUNTS_FOR = 30 * 24 * 60 * 60 * 1000;

/** Whether the person said that the key is no longer in use. */
export function isRetired({ status }: Pick<KeyCard, "status">): boolean {
  return status === "deactivated" || status === "replaced";
}

/** The key after it changed, with the status and standing that follow. A key that is no longer in use stays so. */
export function asShown(key: KeyCard): KeyCard {
  return isRetired(key) ? { ...key, standing: key.status } : inUse(key);
}

/** The key in use: its status is the one of its last check, or expired once its validity has ended. */
export function inUse(key: KeyCard): KeyCard {
  const checked = checkedStatus(key);
  const status = checked === "active" && hasEnded(key) ? "expired" : checked;
  return { ...key, status, standing: standingOf(key, status), replacedBy: null };
}

/** The key after a check. */
export function afterCheck(key: KeyCard, result: CheckResult): KeyCard {
  const at = new Date().toISOString();
  const lastVerifiedAt = result === "works" ? at : key.lastVerifiedAt;
  return asShown({ ...key, lastVerifiedAt, lastCheck: { at, result } });
}

function checkedStatus({ lastCheck, validUntil }: KeyCard): KeyStatus {
  if (lastCheck?.result === "expired") return "expired";
  const isOver = validUntil !== null && lastCheck !== null && isBefore(validUntil, lastCheck.at);
  return lastCheck?.result === "refused" && !isOver ? "refused" : "active";
}

/** A key that worked after the end of its validity has not ended. */
function hasEnded({ lastCheck, validUntil }: KeyCard): boolean {
  if (validUntil === null || Date.parse(validUntil) >= Date.now()) return false;
  return lastCheck?.result !== "works" || !isBefore(validUntil, lastCheck.at);
}

function standingOf({ lastVerifiedAt }: KeyCard, status: KeyStatus): KeyStanding {
  if (status !== "active") return status;
  if (lastVerifiedAt === null) return "unchecked";
  return Date.now() - Date.parse(lastVerifiedAt) > CHECK_COUNTS_FOR ? "check_due" : "active";
}

function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}
