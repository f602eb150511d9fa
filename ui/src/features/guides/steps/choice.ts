/** The small aid to decide: one key for several organizations, or one key each (seed). */

/** One key for all, or one for each. */
export type Choice = "one" | "each";

/** What was answered so far; a question that was not asked yet has no answer. */
export interface Answers {
  /** How many organizations there are. */
  many?: "one" | "several";
  /** Different teams or companies work with them. */
  teams?: "yes" | "no";
  /** One is to be switched off without the others. */
  apart?: "yes" | "no";
  /** What the person chose, whatever was recommended. */
  choice?: Choice;
}

/** What is recommended, and why: the reason is a message of the catalogs. */
export interface Advice {
  choice: Choice;
  reason: "single" | "teams" | "apart" | "together";
}

/** None, as long as an answer is missing that could change it. */
export function adviceFor({ many, teams, apart }: Answers): Advice | null {
  if (many === "one") return { choice: "one", reason: "single" };
  if (many !== "several") return null;
  if (teams === "yes") return { choice: "each", reason: "teams" };
  if (apart === "yes") return { choice: "each", reason: "apart" };
  if (teams === "no" && apart === "no") return { choice: "one", reason: "together" };
  return null;
}

/** Reads what was kept in the register; what is not understood was not answered. */
export function readAnswers(kept: string | undefined): Answers {
  try {
    const read: unknown = JSON.parse(kept ?? "{}");
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}
