/** The report of a connection check as plain text. It has no secret, no phone number, no user name and no path. */

import type { ConnectionLine, ConnectionTopic } from "../../bindings";
import { dateTime } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { session } from "../../state/session.svelte";
import { type EndedCheck, TOPICS } from "./connection.svelte";
import { failureOf, textOf } from "./line-text";

/** The whole report. */
export function reportText(check: EndedCheck): string {
  const head = [
    t("connection-report-title"),
    t("connection-report-version", { version: session.version }),
    t("connection-report-system", { system: session.system }),
    t("connection-report-at", { moment: dateTime(check.at.toISOString()) }),
    session.practice && !check.isReal
      ? t("connection-report-practice")
      : t("connection-report-real"),
  ];
  if (check.isCancelled) head.push(cancelledText(check.lines));
  const parts = TOPICS.map((topic) =>
    partOf(
      topic,
      check.lines.find((line) => line.topic === topic),
    ),
  );
  return `${[head.join("\n"), ...parts].join("\n\n")}\n`;
}

/** How many lines a cancelled check has. */
export function cancelledText(lines: readonly ConnectionLine[]): string {
  return t("connection-cancelled", { done: lines.length, count: TOPICS.length });
}

function partOf(topic: ConnectionTopic, line: ConnectionLine | undefined): string {
  const verdict = t(`connection-verdict-${line?.verdict ?? "missing"}`);
  const heading = t("connection-report-line", { topic: t(`connection-topic-${topic}`), verdict });
  if (!line) return heading;
  const { found, advice } = textOf(line);
  const failure = failureOf(line);
  const code = failure ? [t("connection-report-code", { code: failure.code })] : [];
  return [heading, ...[...found, ...advice, ...code].map((text) => `  ${text}`)].join("\n");
}
