/**
 * The window's only door to the rest of Key Desk. In the app it leads to Rust; in a plain browser
 * and in tests, where there is no Rust, it leads to a stand-in that is left out of real builds.
 */

import type {
  ClipboardCheck,
  ClipboardState,
  Commands,
  Failure,
  StartInfo,
  Step,
} from "../bindings";
import { tauri } from "./tauri";

/** The name of a command. */
export type Command = keyof Commands;
/** What a command takes. */
export type Args<C extends Command> = Commands[C]["args"];
/** What a command gives. */
export type Result<C extends Command> = Commands[C]["result"];

/** What Rust tells the window unasked. */
export interface Events {
  /** The clipboard holds a secret, or has been emptied. */
  clipboard: ClipboardState;
  /** A key was typed into the small window; it waits in Rust. */
  import_pending: ClipboardCheck;
  /** Rust has put a key right by itself, or found one that needs it: ask for keys again. */
  keys_changed: null;
  /** This page's forerunner has ended unasked, and this one was drawn in its place. */
  page_reloaded: null;
  /** A second copy of the app was started; it has ended, and this window came to the front. */
  already_running: null;
  /** An item of the menu was chosen: the id of the shortcut that does the same. */
  menu: string;
}

/** What came of a command: its answer, or why it did not succeed. */
export type Deed =
  | { [C in Command]: { command: C; args: Args<C>; result: Result<C> } }[Command]
  | { command: Command; failure: Failure };

/** What a platform has to offer. */
export interface Door {
  start(): StartInfo;
  call<C extends Command>(
    name: C,
    args: Args<C>,
    onStep?: (step: Step) => void,
  ): Promise<Result<C>>;
  on<E extends keyof Events>(event: E, hear: (payload: Events[E]) => void): void;
}

type StepHearer<C extends Command> = Commands[C]["steps"] extends true
  ? [onStep?: (step: Step) => void]
  : [];

// A build knows at once that the second half is dead, and drops it.
const door: Door =
  import.meta.env.PROD || "__TAURI_INTERNALS__" in window
    ? tauri
    : (await import("./fake/index")).fake;

/** What was known before the page began to load: no waiting, so the first paint needs no answer. */
export function start(): StartInfo {
  return door.start();
}

const witnesses = new Set<(deed: Deed) => void>();

/** Asks Rust. Rejects with a `Failure` when the use case did not succeed. */
export async function call<C extends Command>(
  name: C,
  args: Args<C>,
  ...[onStep]: StepHearer<C>
): Promise<Result<C>> {
  try {
    const result = await door.call(name, args, onStep);
    tell({ command: name, args, result } as Deed);
    return result;
  } catch (thrown) {
    if (isFailure(thrown)) tell({ command: name, failure: thrown });
    throw thrown;
  }
}

/** Lets somebody see what comes of every command. Returns what ends it. */
export function witness(see: (deed: Deed) => void): () => void {
  witnesses.add(see);
  return () => witnesses.delete(see);
}

/** Hears what Rust says unasked, for as long as the window lives. */
export function on<E extends keyof Events>(event: E, hear: (payload: Events[E]) => void): void {
  door.on(event, hear);
}

/** Whether something that was thrown is a `Failure` of a use case rather than a mistake of ours. */
export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown;
}

function tell(deed: Deed): void {
  for (const see of witnesses) see(deed);
}
