import { fluent } from "../../i18n/index.svelte";

/** What is said about new versions above every page. */
export type UpdateNote = typeof import("../../features/update/UpdateNote.svelte").default;

/** Loads it, and asks Rust what is known. */
export async function loadUpdates(): Promise<UpdateNote> {
  const [{ default: note }, { updates }] = await Promise.all([
    import("../../features/update/UpdateNote.svelte"),
    import("../../features/update/updates.svelte"),
    fluent(),
  ]);
  await updates.ask();
  return note;
}
