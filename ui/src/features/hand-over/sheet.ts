/** The sheet for the developer: everything but the key. Its sentences are in the catalogs. */

import type {
  FieldValue,
  HandOver,
  KeyCard,
  ReceiptCommand,
  ReceiptTool,
  ReceiverField,
  ReceiverInfo,
  SenderFacts,
} from "../../bindings";
import { date } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { session } from "../../state/session.svelte";
import { baseUrls } from "./addresses";
import { type FactKind, memberOf } from "./facts";

/** What a sheet is made of. */
export interface SheetContent {
  key: KeyCard;
  handOver: HandOver;
  info: ReceiverInfo;
  facts: SenderFacts;
  commands: readonly ReceiptCommand[];
}

/** Names of programs: the same in every language. */
const TOOLS: Record<ReceiptTool, string> = {
  openssl: "openssl (Linux, macOS)",
  power_shell: "PowerShell (Windows)",
  python: "Python 3",
  php: "PHP",
  node: "Node.js",
};

/** The whole text. In practice it begins with a mark, because it must not be taken for the real thing. */
export function sheetText(content: SheetContent): string {
  const { key, handOver, commands } = content;
  const isUkrainian = key.environment === "ukraine";
  const parts = [
    ...practiceMark(),
    headOf(content),
    [t("hand-over-sheet-fields"), ...fieldLines(content)].join("\n"),
    isUkrainian
      ? t("hand-over-sheet-use-ukraine")
      : t("hand-over-sheet-token", { address: baseUrls[key.environment] }),
    t("hand-over-sheet-care"),
    receiptText(handOver, commands),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The part that says how the developer makes the receipt code. */
export function receiptText({ word }: HandOver, commands: readonly ReceiptCommand[]): string {
  const lines = commands.map(({ tool, line }) => `${TOOLS[tool]}:\n${line}`);
  return [t("hand-over-sheet-receipt", { word }), ...lines].join("\n\n");
}

/** The lines at the start of a file for the developer. */
export function fileComments({ environment, lastFour }: KeyCard): string[] {
  const about = t(`hand-over-sheet-environment-${environment}`);
  return [...practiceMark(), t("hand-over-file-comment", { about, lastFour })];
}

function practiceMark(): string[] {
  return session.practice ? [t("guides-practice-mark")] : [];
}

function headOf({ key, handOver }: SheetContent): string {
  return [
    t("hand-over-sheet-for", { name: handOver.recipient }),
    t("hand-over-sheet-system", { system: t(`hand-over-receiver-${handOver.receiver}`) }),
    t("hand-over-sheet-environment", {
      environment: t(`hand-over-sheet-environment-${key.environment}`),
    }),
    t("hand-over-sheet-address", { address: baseUrls[key.environment] }),
    key.lastFour ? t("hand-over-sheet-ending", { lastFour: key.lastFour }) : null,
    key.validUntil ? t("hand-over-sheet-expires", { day: date(key.validUntil) }) : null,
    t("hand-over-sheet-separate"),
  ]
    .filter((line) => line !== null)
    .join("\n");
}

function fieldLines({ key, info, facts }: SheetContent): string[] {
  return info.fields.map((field) => {
    const value = fieldValue(field.value, key, facts);
    if (field.name === null) return `${t(`hand-over-field-${field.value.kind}`)}: ${value}`;
    // A variable of an environment as it is written there; any other name is a setting.
    return isVariable(field) ? `${field.name}=${value}` : `${field.name}: ${value}`;
  });
}

function isVariable({ name }: ReceiverField): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(name ?? "");
}

function fieldValue(value: FieldValue, { environment }: KeyCard, facts: SenderFacts): string {
  switch (value.kind) {
    case "api_key":
      return t("hand-over-sheet-placeholder-key");
    case "base_url":
      return baseUrls[environment];
    case "environment":
      return environment === "sandbox" ? value.sandbox : value.production;
    default:
      return facts[memberOf(value.kind as FactKind)] || t("hand-over-sheet-placeholder");
  }
}
