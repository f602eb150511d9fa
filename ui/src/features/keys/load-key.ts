import type { KeyCard } from "../../bindings";
import { call } from "../../ipc";

/** One key, and a key of another account that it is compared with; `null` if it is not in the list. */
export async function keyWithOther(
  id: string,
): Promise<{ key: KeyCard; other: KeyCard | undefined } | null> {
  const key = await keyById(id);
  if (!key) return null;
  const other = key.otherAccount ? await keyById(key.otherAccount) : null;
  return { key, other: other ?? undefined };
}

/** One key; `null` if it is not in the list. */
export async function keyById(key: string): Promise<KeyCard | null> {
  const [card] = await call("keys_by_id", { keys: [key] });
  return card ?? null;
}
