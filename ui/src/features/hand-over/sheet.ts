/** The sheet for the developer: everything but the key. Its sentences are in the catalogs. */

import type {
  FieldValue,
  HandOver,
  KeyCard,
  PdfDocument,
  PdfPart,
  PdfSection,
  ReceiptCommand,
  ReceiptTool,
  ReceiverInfo,
  SenderFacts,
} from "../../bindings";
import { date } from "../../i18n/format.svelte";
import { currentLanguage, t } from "../../i18n/index.svelte";
import { session } from "../../state/session.svelte";
import { type FactKind, memberOf } from "./facts";

/** What a sheet is made of. */
export interface SheetContent {
  key: KeyCard;
  handOver: HandOver;
  info: ReceiverInfo;
  facts: SenderFacts;
  /** The address of the API. */
  address: string;
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

/** A label with its value, such as the name of a setting. */
interface Row {
  label: string;
  value: string;
}

/** The whole text. In practice it begins with a mark, because it must not be taken for the real thing. */
export function sheetText(content: SheetContent): string {
  const { handOver, commands } = content;
  const head = [
    titleOf(handOver),
    ...aboutKey(content).map(rowText),
    t("hand-over-sheet-separate"),
  ];
  const parts = [
    ...practiceMark(),
    head.join("\n"),
    [t("hand-over-sheet-fields"), ...fieldRows(content).map(rowText)].join("\n"),
    useText(content),
    t("hand-over-sheet-care"),
    receiptText(handOver, commands),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The same as a document for PDF. In practice the mark is at the top of each page. */
export function sheetDocument(content: SheetContent): PdfDocument {
  const { handOver, commands } = content;
  const lines = [t("hand-over-sheet-receipt-pdf"), ...commands.map(commandText)];
  return {
    title: titleOf(handOver),
    language: currentLanguage(),
    ribbon: practiceMark()[0] ?? null,
    sections: [
      sectionOf(t("hand-over-sheet-about"), [
        ...aboutKey(content).map(rowPart),
        paragraph(t("hand-over-sheet-separate")),
      ]),
      sectionOf(t("hand-over-sheet-fields"), fieldRows(content).map(rowPart)),
      sectionOf(useText(content)),
      sectionOf(t("hand-over-sheet-care")),
      sectionOf(t("hand-over-sheet-receipt", { word: handOver.word }), lines.map(paragraph)),
    ],
  };
}

/** The part that says how the developer makes the receipt code. */
export function receiptText({ word }: HandOver, commands: readonly ReceiptCommand[]): string {
  return [t("hand-over-sheet-receipt", { word }), ...commands.map(commandText)].join("\n\n");
}

/** The lines at the start of a file for the developer. */
export function fileComments({ environment, lastFour }: KeyCard): string[] {
  const about = t(`hand-over-sheet-environment-${environment}`);
  return [...practiceMark(), t("hand-over-file-comment", { about, lastFour })];
}

function practiceMark(): string[] {
  return session.practice ? [t("guides-practice-mark")] : [];
}

function titleOf({ recipient }: HandOver): string {
  return t("hand-over-sheet-for", { name: recipient });
}

function aboutKey({ key, handOver, address }: SheetContent): Row[] {
  const { environment, lastFour, validUntil } = key;
  const rows = [
    { label: t("hand-over-sheet-system"), value: t(`hand-over-receiver-${handOver.receiver}`) },
    {
      label: t("hand-over-field-environment"),
      value: t(`hand-over-sheet-environment-${environment}`),
    },
    { label: t("hand-over-field-base_url"), value: address },
  ];
  if (lastFour) rows.push({ label: t("hand-over-sheet-ending"), value: lastFour });
  if (validUntil) rows.push({ label: t("hand-over-sheet-expires"), value: date(validUntil) });
  return rows;
}

function fieldRows({ key, info, facts, address }: SheetContent): Row[] {
  return info.fields.map(({ name, value }) => ({
    label: name ?? t(`hand-over-field-${value.kind}`),
    value: value.kind === "base_url" ? address : fieldValue(value, key, facts),
  }));
}

function useText({ key, address }: SheetContent): string {
  return key.environment === "ukraine"
    ? t("hand-over-sheet-use-ukraine")
    : t("hand-over-sheet-token", { address });
}

function commandText({ tool, line }: ReceiptCommand): string {
  return `${TOOLS[tool]}:\n${line}`;
}

/** A variable of an environment as it is written there; any other label is a setting or a word. */
function rowText({ label, value }: Row): string {
  return /^[A-Z][A-Z0-9_]*$/.test(label) ? `${label}=${value}` : `${label}: ${value}`;
}

function rowPart(row: Row): PdfPart {
  return { kind: "row", ...row };
}

function paragraph(text: string): PdfPart {
  return { kind: "paragraph", text };
}

/** The first line of the text is the heading. */
function sectionOf(text: string, more: PdfPart[] = []): PdfSection {
  const [heading = "", ...lines] = text.split("\n");
  return { heading: heading.replace(/:$/, ""), parts: [...lines.map(paragraph), ...more] };
}

function fieldValue(value: FieldValue, { environment }: KeyCard, facts: SenderFacts): string {
  switch (value.kind) {
    case "api_key":
      return t("hand-over-sheet-placeholder-key");
    case "environment":
      return environment === "sandbox" ? value.sandbox : value.production;
    default:
      return facts[memberOf(value.kind as FactKind)] || t("hand-over-sheet-placeholder");
  }
}
