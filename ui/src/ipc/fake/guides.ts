/** What the stand-in for Rust knows of the guides: who is on their way, and what was typed. */

import type { Account, Affiliation, GuideRun } from "../../bindings";

const NOTHING_TYPED: Affiliation = {
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

const NOBODY: Account = { fullName: "", phone: "", phoneCountry: null, email: "" };

/** Answers to the commands of the guides, and what other commands tell them. */
export function makeGuides(begun: GuideRun[]) {
  let runs = begun;
  let lastId = Math.max(0, ...begun.map(({ id }) => id));
  let account: Account = NOBODY;
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
      const run = { id: lastId, guide, organization, startedAt, done: [], answers: {}, key: null };
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
    affiliation: ({ run }: { run: number }): Affiliation =>
      typed.get(run) ?? {
        ...NOTHING_TYPED,
        ...account,
        organization: runs.find(({ id }) => id === run)?.organization ?? "",
      },
    save_affiliation: ({ run, form }: { run: number; form: Affiliation }): void => {
      typed.set(run, form);
    },
    account: (): Account => account,
    save_account: (kept: { account: Account }): void => {
      account = kept.account;
    },
    check_email: ({ input }: { input: string }) => {
      const address = input.trim();
      if (!address) return { verdict: "empty" as const };
      if (!address.includes("@")) return { verdict: "no_at" as const };
      if (!/@.+\../.test(address)) return { verdict: "no_domain" as const };
      return { verdict: "ready" as const, address };
    },
  };

  /** A key was brought in for a run. */
  function noteKey(run: number, key: string): void {
    change(run, () => ({ key }));
  }

  /** As on the first day. */
  function clear(): void {
    runs = [];
    account = NOBODY;
    typed.clear();
  }

  return { commands, noteKey, clear };
}
