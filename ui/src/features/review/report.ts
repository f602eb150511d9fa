/** The report of a review as PDF. It has no secrets and no phone numbers; its sentences are in the catalogs. */

import type {
  KeyCheck,
  KeyHolder,
  PdfDocument,
  PdfPart,
  PdfSection,
  Review,
  ReviewedKey,
} from "../../bindings";
import { date, listed } from "../../i18n/format.svelte";
import { currentLanguage, t } from "../../i18n/index.svelte";
import { session } from "../../state/session.svelte";
import { portalText } from "./answers";

/** The whole report. In practice each page says so, because it must not be taken for the real thing. */
export function reportDocument(review: Review): PdfDocument {
  return {
    title: t("review-report-title"),
    language: currentLanguage(),
    ribbon: session.practice ? t("guides-practice-mark") : null,
    sections: [aboutSection(review), accountSection(review), ...review.keys.map(keySection)],
  };
}

/** `Key review 2026-11-30`, with the day of the signature. */
export function reportFileName({ signed, startedAt }: Review): string {
  const at = new Date(signed?.at ?? startedAt);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  const practice = session.practice ? t("chip-practice") : "";
  return [practice, t("review-report-file-name"), day].join(" ").trim();
}

/** A person who has the key, with what is known of how they got it. */
export function personText({ name, given }: KeyHolder): string {
  const person = nameText(name);
  if (!given) return person;
  const told = {
    person,
    receiver: t(`hand-over-receiver-${given.receiver}`),
    day: date(given.at),
  };
  return given.hasArrived ? t("review-person-arrived", told) : t("review-person-given", told);
}

/** The last check of a key. */
export function checkText(check: KeyCheck | null): string {
  return check
    ? t(`review-check-${check.result}`, { day: date(check.at) })
    : t("review-check-none");
}

function aboutSection({ startedAt, signed, keys }: Review): PdfSection {
  const done = keys.filter(({ answers }) => answers.need !== null).length;
  return {
    heading: t("review-report-about"),
    parts: [
      row(t("review-report-started"), date(startedAt)),
      ...(signed
        ? [row(t("review-report-signed"), date(signed.at)), row(t("review-report-by"), signed.by)]
        : []),
      row(t("review-report-keys"), t("review-progress", { done, count: keys.length })),
      { kind: "paragraph", text: t("review-report-note") },
    ],
  };
}

function accountSection({ account }: Review): PdfSection {
  return {
    heading: t("review-report-account"),
    parts: [
      row(
        t("review-report-others"),
        account.portal ? portalText(account.portal) : t("review-report-not-answered"),
      ),
      row(
        t("review-report-webhooks"),
        account.webhooks
          ? t(`review-webhooks-${account.webhooks}`)
          : t("review-report-not-answered"),
      ),
    ],
  };
}

function keySection(key: ReviewedKey): PdfSection {
  const { facts, answers, lastFour } = key;
  const kind = t(`key-kind-${facts.environment}`);
  const name = key.name || kind;
  const parts: PdfPart[] = [
    row(t("review-report-kind"), kind),
    row(t("review-facts-created"), day(facts.createdAt)),
    row(t("review-facts-expires"), day(facts.validUntil)),
    row(t("review-facts-check"), checkText(facts.lastCheck)),
  ];
  if (facts.organizations.length > 0) {
    parts.push(row(t("review-facts-organizations"), names(facts.organizations)));
  }
  if (facts.systems.length > 0) parts.push(row(t("review-facts-systems"), names(facts.systems)));
  const people = facts.people.map(personText).join("\n") || t("review-facts-nobody");
  parts.push(row(t("review-facts-people"), people));
  if (answers.need === null)
    parts.push(row(t("review-report-need"), t("review-report-not-reviewed")));
  else parts.push(row(t("review-report-need"), t(`review-need-${answers.need}`)));
  if (answers.people)
    parts.push(row(t("review-report-people"), t(`review-people-${answers.people}`)));
  if (answers.organizations) {
    const answer = t(`review-organizations-${answers.organizations}`);
    parts.push(row(t("review-report-right"), answer));
  }
  if (answers.inPortal !== null) {
    const answer = answers.inPortal ? t("review-portal-in") : t("review-portal-not-in");
    parts.push(row(t("review-report-portal"), answer));
  }
  for (const action of key.actions) {
    parts.push(row(t("review-report-to-do"), t(`review-report-${action}`)));
  }
  const heading = lastFour ? t("review-report-key", { name, lastFour }) : name;
  return { heading, parts };
}

function names(texts: readonly string[]): string {
  return listed(texts.map(nameText));
}

/** A text that may hold a phone number was left out when the answer was saved. */
function nameText(name: string): string {
  return name || t("review-report-left-out");
}

function day(moment: string | null): string {
  return moment ? date(moment) : t("key-not-known");
}

function row(label: string, value: string): PdfPart {
  return { kind: "row", label, value };
}
