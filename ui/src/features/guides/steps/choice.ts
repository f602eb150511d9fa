/** Advice for the decision: one key for several organizations, or one key each [NP-docs]. */

/** One key for all, or one for each. */
export type Choice = "one" | "each";

/** The answers so far. A question that was not asked yet has no answer. */
export interface Answers {
  /** Whether there is one organization or several. */
  many?: "one" | "several";
  /** Whether different teams or companies work with them. */
  teams?: "yes" | "no";
  /** Whether the access of one has to be revoked without the others. */
  apart?: "yes" | "no";
  /** The person's choice, which may differ from the advice. */
  choice?: Choice;
}

/** The advice with its reason, which is part of a message id. */
export interface Advice {
  choice: Choice;
  reason: "single" | "teams" | "apart" | "together";
}

/** The advice; `null` while a missing answer could change it. */
export function adviceFor({ many, teams, apart }: Answers): Advice | null {
  if (many === "one") return { choice: "one", reason: "single" };
  if (many !== "several") return null;
  if (teams === "yes") return { choice: "each", reason: "teams" };
  if (apart === "yes") return { choice: "each", reason: "apart" };
  if (teams === "no" && apart === "no") return { choice: "one", reason: "together" };
  return null;
}

/** Reads the answers as they were saved. A text that is not an object counts as no answers. */
export function readAnswers(saved: string | undefined): Answers {
  try {
    const parsed: unknown = JSON.parse(saved ?? "{}");
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
