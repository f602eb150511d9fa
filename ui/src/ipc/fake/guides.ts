/** The guide runs of the fake, and the forms of their steps. */

import type { Affiliation, EmailForm, FormState, GuideRun } from "../../bindings";

const EMPTY_AFFILIATION: Affiliation = {
  organization: "",
  country: null,
  taxCode: "",
  fullName: "",
  phone: "",
  phoneCountry: null,
  email: "",
  managerEmail: "",
  language: "",
};

/** The guide commands, and what other commands need of the guide runs. */
export function makeGuides(started: GuideRun[]) {
  let runs = started;
  let lastId = Math.max(0, ...started.map(({ id }) => id));
  const typed = new Map<number, Affiliation>();

  function change(id: number, changes: (run: GuideRun) => Partial<GuideRun>): GuideRun | null {
    const run = runs.find((known) => known.id === id);
    if (!run) return null;
    const changed = { ...run, ...changes(run) };
    runs = runs.map((other) => (other.id === id ? changed : other));
    return changed;
  }

  const commands = {
    guide_runs: (_: object): GuideRun[] => runs,
    start_guide: ({ guide, organization }: Pick<GuideRun, "guide" | "organization">): GuideRun => {
      lastId += 1;
      const startedAt = new Date().toISOString();
      const run: GuideRun = {
        id: lastId,
        guide,
        organization,
        startedAt,
        done: [],
        answers: {},
        form: "not_started",
        key: null,
      };
      runs = [run, ...runs];
      return run;
    },
    rename_guide_run: ({ run, organization }: { run: number; organization: string }) =>
      change(run, () => ({ organization })),
    set_guide_step: (set: { run: number; step: string; done: boolean; answer: string | null }) =>
      change(set.run, ({ done, answers }) => {
        const others = done.filter((step) => step !== set.step);
        const { [set.step]: _, ...otherAnswers } = answers;
        return {
          done: set.done ? [...others, set.step] : others,
          answers: set.answer === null ? otherAnswers : { ...otherAnswers, [set.step]: set.answer },
        };
      }),
    end_guide: ({ run }: { run: number }): void => {
      runs = runs.filter(({ id }) => id !== run);
    },
    affiliation: ({ run }: { run: number }): EmailForm => {
      const organization = runs.find(({ id }) => id === run)?.organization ?? "";
      return {
        typed: typed.get(run) ?? { ...EMPTY_AFFILIATION, organization },
        isSaved: typed.has(run),
      };
    },
    save_affiliation: ({ run, form }: { run: number; form: Affiliation }): void => {
      typed.set(run, form);
      change(run, () => ({ form: stateOf(form) }));
    },
    check_email: ({ input }: { input: string }) => {
      const address = input.trim();
      if (!address) return { verdict: "empty" as const };
      if (!address.includes("@")) return { verdict: "no_at" as const };
      if (!/@.+\../.test(address)) return { verdict: "no_domain" as const };
      return { verdict: "ready" as const, address };
    },
  };

  /** Stores the key that was added for a run. */
  function noteKey(run: number, key: string): void {
    change(run, () => ({ key }));
  }

  /** Deletes everything. */
  function clear(): void {
    runs = [];
    typed.clear();
  }

  return { commands, noteKey, clear };
}

function stateOf({ managerEmail: _, language: __, phoneCountry: ___, ...required }: Affiliation) {
  const isComplete = Object.values(required).every((value) => value?.trim());
  return isComplete ? ("complete" satisfies FormState) : ("incomplete" satisfies FormState);
}
