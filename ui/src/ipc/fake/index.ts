/**
 * A fake of Rust, for a plain browser and for tests: all data in memory, no network, no secrets. The
 * address chooses a scene (`?mode=live&scene=empty`) and the days that practice's time is ahead
 * (`?mode=practice&ahead=40`). Builds leave it out.
 */

import type {
  ClipboardCheck,
  Events,
  Failure,
  Mode,
  Presenter,
  StartInfo,
  Step,
  Theme,
} from "../../bindings";
import { commandSteps } from "../../state/steps";
import type { Args, Backend, Command, Result } from "..";
import { DEFAULT_START } from "../default-start";
import { type FakeCommands, makeCommands, type SceneName } from "./keys";

type Listener = (payload: never) => void;

const parameters = new URLSearchParams(window.location.search);
const listeners = new Map<keyof Events, Listener[]>();
let commands: FakeCommands = makeCommands(
  (parameters.get("scene") as SceneName | null) ?? "full",
  emit,
  Number(parameters.get("ahead")),
);
let failures = new Map<Command, Failure>();
let stalls = new Map<Command, Step>();
let answers = new Map<Command, (args: unknown) => unknown>();
let delay = Number(parameters.get("wait") ?? (parameters.has("mode") ? 350 : 0));

/** `?presenter=first_key&step=send`: presenter view with this script, at this step. */
const presenter: Presenter | undefined = parameters.has("presenter")
  ? {
      on: true,
      textSize: 150,
      script: parameters.get("presenter") || null,
      done: [],
      step: parameters.get("step"),
      folded: false,
    }
  : undefined;

export const fake: Backend = {
  start: () =>
    startInfo({
      mode: parameters.get("mode") as Mode | null,
      languages: [parameters.get("lang") ?? "en"],
      region: parameters.get("region") ?? "DE",
      settings: {
        ...DEFAULT_START.settings,
        theme: (parameters.get("theme") as Theme | null) ?? DEFAULT_START.settings.theme,
      },
      ...(presenter ? { presenter } : {}),
    }),

  call: async (name, args, onStep) => {
    const stall = stalls.get(name);
    if (stall) {
      onStep?.(stall);
      return new Promise(() => {});
    }
    for (const step of stepsOf(name)) {
      await pause();
      onStep?.({ step });
    }
    await pause();
    const failure = failures.get(name);
    if (failure) throw failure;
    const answer = answers.get(name);
    if (answer) return answer(args) as never;
    return commands[name](args as never) as never;
  },

  onEvent: (event, listener) => {
    listeners.set(event, [...(listeners.get(event) ?? []), listener as Listener]);
  },
};

/** Start data for an English window with the light theme on Linux, with the given changes. */
export function startInfo(changes: Partial<StartInfo> = {}): StartInfo {
  return {
    ...DEFAULT_START,
    version: "0.1.0",
    system: "linux",
    languages: ["en"],
    settings: { ...DEFAULT_START.settings, theme: "light" },
    ...changes,
  };
}

/** Loads a scene, and removes all failures, answers and stalls that a test has set. */
export function play(scene: SceneName): void {
  commands = makeCommands(scene, emit);
  failures = new Map();
  stalls = new Map();
  answers = new Map();
  delay = 0;
}

/** Makes a command fail from now on. */
export function failAt(name: Command, failure: Failure): void {
  failures.set(name, failure);
}

/** Makes a command return this from now on. */
export function answerAt<C extends Command>(name: C, answer: Result<C>): void {
  answerWith(name, () => answer);
}

/** Makes a command return from now on what this makes of its arguments. */
export function answerWith<C extends Command>(name: C, answer: (args: Args<C>) => Result<C>): void {
  answers.set(name, answer as (args: unknown) => unknown);
}

/** Makes a command report this step and never finish. */
export function stallAt(name: Command, step: Step["step"]): void {
  stalls.set(name, { step });
}

/** Sends an event to the window, as Rust would. */
export function emit<E extends keyof Events>(event: E, payload: Events[E]): void {
  for (const listener of listeners.get(event) ?? []) listener(payload as never);
}

/** `?clipboard=too_short`: what is on the clipboard instead of a key. */
const clipboard = parameters.get("clipboard");
if (clipboard) {
  const problem = { is: "problem", code: clipboard, length: 12, letter: "а", position: 5 };
  answerAt("check_clipboard", problem as ClipboardCheck);
}

function stepsOf(name: Command): Step["step"][] {
  return name in commandSteps ? commandSteps[name as keyof typeof commandSteps] : [];
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay));
}
