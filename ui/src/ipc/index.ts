/**
 * The only interface between the window's code and Rust. In a plain browser and in tests there is no
 * Rust; there a fake answers, which release builds leave out.
 */

import type { Commands, Events, Failure, StartInfo, Step } from "../bindings";
import { withPlainSpaces } from "../i18n/names";
import { tauri } from "./tauri";

/** The name of a command. */
export type Command = keyof Commands;
/** The arguments of a command. */
export type Args<C extends Command> = Commands[C]["args"];
/** What a command resolves to. */
export type Result<C extends Command> = Commands[C]["result"];

/** A finished command: its result, or the failure that it rejected with. */
export type CommandResult =
  | { [C in Command]: { command: C; args: Args<C>; result: Result<C> } }[Command]
  | { command: Command; failure: Failure };

/** What answers the window: Rust or the fake. */
export interface Backend {
  start(): StartInfo;
  call<C extends Command>(
    name: C,
    args: Args<C>,
    onStep?: (step: Step) => void,
  ): Promise<Result<C>>;
  onEvent<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void;
}

/** Rust refuses a command that reports steps if nobody listens to them. */
type StepListener<C extends Command> = Commands[C]["steps"] extends true
  ? [onStep: (step: Step) => void]
  : [];

// `PROD` is a constant in a build, so the bundler drops the fake.
const backend: Backend =
  import.meta.env.PROD || "__TAURI_INTERNALS__" in window
    ? tauri
    : (await import("./fake/index")).fake;

/** The start data that Rust injected before the page loaded, so that the first paint needs no call. */
export function start(): StartInfo {
  return backend.start();
}

const observers = new Set<(result: CommandResult) => void>();

/**
 * Runs a command in Rust. Rejects with a `Failure` if the use case failed. Texts for the clipboard, for an
 * email or for a file lose the no-break spaces that only the lines of the window need.
 */
export async function call<C extends Command>(
  name: C,
  args: Args<C>,
  ...[onStep]: StepListener<C>
): Promise<Result<C>> {
  try {
    const result = await backend.call(name, withPlainSpaces(args), onStep);
    notify({ command: name, args, result } as CommandResult);
    return result;
  } catch (thrown) {
    if (isFailure(thrown)) notify({ command: name, failure: thrown });
    throw thrown;
  }
}

/** Calls `observer` with the result of every command. Returns a function that stops it. */
export function observeCommands(observer: (result: CommandResult) => void): () => void {
  observers.add(observer);
  return () => observers.delete(observer);
}

/** Calls `listener` on every event of this name, until the window closes. */
export function onEvent<E extends keyof Events>(
  event: E,
  listener: (payload: Events[E]) => void,
): void {
  backend.onEvent(event, listener);
}

/** For a command whose steps are not shown. */
export const ignoreSteps = (): void => undefined;

/** Whether a thrown value is the `Failure` of a use case. Anything else is a bug. */
export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && "code" in thrown;
}

function notify(result: CommandResult): void {
  for (const observer of observers) observer(result);
}
