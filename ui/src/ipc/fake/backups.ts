/** The backups of the fake. */

import type { Backup, BackupKey, KeyCard } from "../../bindings";
import type { Args, Command, Result } from "..";

type BackupCommand = "backups" | "preview_backup" | "restore_backup";
type Commands = { [C in BackupCommand & Command]: (args: Args<C>) => Result<C> };

const DAY = 86_400_000;

function backupOf(days: number, kind: Backup["kind"], keys: number): Backup {
  const at = new Date(Date.now() - days * DAY).toISOString();
  return { id: `${at}-${kind}`, at, kind, keys, guides: 1 };
}

/** The commands about backups of these keys. `isDamaged`: the list can't be read until one is restored. */
export function makeBackups(
  listed: () => KeyCard[],
  isDamaged: () => boolean,
  onrestore: () => void,
): Commands {
  const count = listed().length;
  const backups =
    count === 0
      ? []
      : [
          backupOf(0.2, "daily", count),
          backupOf(1, "daily", count - 1),
          backupOf(9, "upgrade", count - 1),
        ];

  return {
    backups: () => ({ backups, lastFailed: false }),
    preview_backup: ({ backup: id }) => {
      const backup = id ? backups.find((known) => known.id === id) : backups[0];
      if (!backup) return null;
      const keys = listed().map(shown);
      const missing = keys.slice(backup.keys);
      return {
        backup,
        some: keys.slice(0, Math.min(backup.keys, 5)),
        missing: isDamaged() ? null : { keys: missing.length, some: missing, guides: 0 },
      };
    },
    restore_backup: () => {
      onrestore();
      return { setAside: null };
    },
  };
}

function shown({ name, environment, lastFour, organizations }: KeyCard): BackupKey {
  return { name, environment, lastFour, organization: organizations[0] ?? "" };
}
