/** What a system asks for about the sender of parcels. */

import type { FieldValue, ReceiverInfo, SenderFacts } from "../../bindings";

/** The kinds of fact, as the fields of a receiver name them. */
export type FactKind = Exclude<FieldValue["kind"], "api_key" | "base_url" | "environment">;

const members: Record<FactKind, keyof SenderFacts> = {
  company_name: "company",
  tax_code: "taxCode",
  payer_contract: "payerContract",
  sender_name: "senderName",
  sender_phone: "phone",
  sender_email: "email",
  sender_country: "country",
  sender_city: "city",
  sender_division: "division",
  sender_address: "address",
};

/** The member of the facts that has this kind. */
export function memberOf(kind: FactKind): keyof SenderFacts {
  return members[kind];
}

/** The facts that a receiver needs, in the order in which it asks for them. */
export function factsFor(info: ReceiverInfo): FactKind[] {
  const kinds = info.fields.map(({ value }) => value.kind);
  return kinds.filter((kind): kind is FactKind => kind in members);
}

/** Those of them that nobody has entered yet. */
export function missingFacts(info: ReceiverInfo, facts: SenderFacts): FactKind[] {
  return factsFor(info).filter((kind) => facts[memberOf(kind)] === "");
}
