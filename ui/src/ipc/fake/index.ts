/**
 * A stand-in for Rust, for a plain browser and for tests: everything in memory, no network, no
 * secrets. It plays scenes that the address names: `?mode=live&scene=empty`, and practice some days
 * ahead: `?mode=practice&ahead=40`. Left out of builds.
 */

import type {
  ClipboardCheck,
  Failure,
  Mode,
  Presenter,
  StartInfo,
  Step,
  Theme,
} from "../../bindings";
import type { Command, Door, Events, Result } from "..";
import { UNSET } from "../default-start";
import { type FakeDesk, makeDesk, type SceneName } from "./keys";

type Hearer = (payload: never) => void;

const asked = new URLSearchParams(window.location.search);
const hearers = new Map<keyof Events, Hearer[]>();
let desk: FakeDesk = makeDesk(
  (asked.get("scene") as SceneName | null) ?? "full",
  tell,
  Number(asked.get("ahead")),
);
let failures = new Map<Command, Failure>();
let stalls = new Map<Command, Step>();
let answers = new Map<Command, unknown>();
let patience = Number(asked.get("wait") ?? (asked.has("mode") ? 350 : 0));

const STEPS: Partial<Record<Command, Step["step"][]>> = {
  request_test_key: [
    "noting_down",
    "asking_nova_post",
    "saving_in_keychain",
    "reading_back",
    "recording",
  ],
  save_key_again: ["saving_in_keychain", "reading_back", "recording"],
  import_key: ["saving_in_keychain", "reading_back", "recording"],
  check_unlisted_key: ["opening_keychain"],
  get_token: ["opening_keychain", "asking_nova_post"],
};

/** `?presenter=first_key&step=send`: presenter view with this script, at this step. */
const presenter: Presenter | undefined = asked.has("presenter")
  ? {
      on: true,
      textSize: 150,
      script: asked.get("presenter") || null,
      done: [],
      step: asked.get("step"),
      folded: false,
    }
  : undefined;

export const fake: Door = {
  start: () =>
    startInfo({
      mode: asked.get("mode") as Mode | null,
      languages: [asked.get("lang") ?? "en"],
      region: asked.get("region") ?? "DE",
      settings: {
        ...UNSET.settings,
        theme: (asked.get("theme") as Theme | null) ?? UNSET.settings.theme,
      },
      ...(presenter ? { presenter } : {}),
    }),

  call: async (name, args, onStep) => {
    const stall = stalls.get(name);
    if (stall) {
      onStep?.(stall);
      return new Promise(() => {});
    }
    for (const step of STEPS[name] ?? []) {
      await pause();
      onStep?.({ step });
    }
    await pause();
    const failure = failures.get(name);
    if (failure) throw failure;
    if (answers.has(name)) return answers.get(name) as never;
    return desk[name](args as never) as never;
  },

  on: (event, hear) => {
    hearers.set(event, [...(hearers.get(event) ?? []), hear as Hearer]);
  },
};

/** What a window in English, light, on Linux is told at its start; but for what is given. */
export function startInfo(given: Partial<StartInfo> = {}): StartInfo {
  return {
    ...UNSET,
    version: "0.1.0",
    system: "linux",
    languages: ["en"],
    settings: { ...UNSET.settings, theme: "light" },
    ...given,
  };
}

/** Begins anew with a scene; forgets the failures that were asked for. */
export function play(scene: SceneName): void {
  desk = makeDesk(scene, tell);
  failures = new Map();
  stalls = new Map();
  answers = new Map();
  patience = 0;
}

/** Lets a command fail from now on. */
export function failAt(name: Command, failure: Failure): void {
  failures.set(name, failure);
}

/** Lets a command answer this from now on. */
export function answerAt<C extends Command>(name: C, answer: Result<C>): void {
  answers.set(name, answer);
}

/** Lets a command get as far as this step and no further. */
export function stallAt(name: Command, step: Step["step"]): void {
  stalls.set(name, { step });
}

/** Says what Rust would say unasked. */
export function tell<E extends keyof Events>(event: E, payload: Events[E]): void {
  for (const hear of hearers.get(event) ?? []) hear(payload as never);
}

const clipboard = asked.get("clipboard") as ClipboardCheck["is"] | null;
if (clipboard && clipboard !== "key") {
  answerAt("check_clipboard", { is: clipboard, length: 12 } as ClipboardCheck);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patience));
}
