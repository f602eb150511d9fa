/** What a test asks about the messages of a catalog. */

import {
  type Identifier,
  type NumberLiteral,
  type SelectExpression,
  type VariableReference,
  Visitor,
} from "@fluent/syntax";
import type { Catalog } from "./catalog-files";

/** The text of a message as it is in the file. */
export function textOf(of: Catalog, id: string): string {
  const span = of.messages.get(id)?.value?.span;
  return span ? of.text.slice(span.start, span.end) : "";
}

export function sectionsOf(of: Catalog): string[] {
  return of.resource.body.flatMap((entry) =>
    entry.type === "GroupComment" ? [entry.content] : [],
  );
}

export function isOneWord(text: string): boolean {
  return /^[^\s{}]+$/.test(text);
}

/** Whether a selector by number lacks a plural form that whole numbers have in the language. */
export function lacksPlural(forms: Set<string>, language: string): boolean {
  const rules = new Intl.PluralRules(language);
  const isByNumber = rules
    .resolvedOptions()
    .pluralCategories.some((form) => form !== "other" && forms.has(form));
  const used = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
  const lacking = [...used].filter((form) => !forms.has(form));
  // The default variant stands for one form where whole numbers never are "other".
  return isByNumber && lacking.length > (used.has("other") ? 0 : 1);
}

/** Whether a message repeats another one: `{ guide-europe-check-title }`. */
export function isReference(text: string): boolean {
  return /^\{ -?[a-z][\w-]* \}$/.test(text);
}

export function variablesOf(of: Catalog, id: string): Set<string> {
  const found = new Set<string>();
  class Variables extends Visitor {
    override visitVariableReference(node: VariableReference): void {
      found.add(node.id.name);
    }
  }
  const message = of.messages.get(id);
  if (message) new Variables().visit(message);
  return found;
}

/** The variants of each selector in a message. */
export function pluralsOf(of: Catalog, id: string): Set<string>[] {
  const found: Set<string>[] = [];
  class Choices extends Visitor {
    override visitSelectExpression(node: SelectExpression): void {
      found.push(new Set(node.variants.map(({ key }) => formOf(key))));
      this.genericVisit(node);
    }
  }
  const message = of.messages.get(id);
  if (message) new Choices().visit(message);
  return found;
}

function formOf(key: Identifier | NumberLiteral): string {
  return key.type === "Identifier" ? key.name : key.value;
}
