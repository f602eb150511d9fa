/** What the window says about a list that was read. */

import type { LineProblem, ListColumn } from "../../bindings";
import { date, listed, number } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import type { FileProblem } from "./list-import.svelte";

const BYTES_IN_MB = 1024 * 1024;

/** Why nothing of a file is used. */
export function problemText(problem: FileProblem): string {
  switch (problem.code) {
    case "holds_key":
      return problem.column === 0
        ? t("list-problem-holds_key-json", { line: problem.line })
        : t("list-problem-holds_key", { line: problem.line, column: problem.column });
    case "too_large":
      return t("list-problem-too_large", { limit: number(problem.limit / BYTES_IN_MB) });
    case "too_many_lines":
      return t("list-problem-too_many_lines", { limit: number(problem.limit) });
    case "column_twice":
      return t("list-problem-column_twice", { column: t(`list-field-${problem.column}`) });
    default:
      return t(`list-problem-${problem.code}`);
  }
}

/** Why a line is not used. */
export function lineProblemText(problem: LineProblem): string {
  return t(`list-line-${problem.code}`, {
    text: "text" in problem ? problem.text : "",
    column: "column" in problem ? t(`list-field-${problem.column}`) : "",
    limit: "limit" in problem ? number(problem.limit) : "",
    line: "line" in problem ? problem.line : "",
  });
}

/** A value of a key, as the rest of the window writes it. */
export function valueText(column: ListColumn, values: string[]): string {
  if (values.length === 0) return t("list-no-value");
  switch (column) {
    case "created":
    case "expires":
      return values.map((day) => date(`${day}T12:00:00Z`)).join("");
    case "status":
      return values.map((status) => t(`status-${status}`)).join("");
    default:
      return listed(values);
  }
}
