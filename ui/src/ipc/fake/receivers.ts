/** The systems that need a key, as the fake knows them. */

import type { ReceiverField, ReceiverInfo } from "../../bindings";

const shown = (kind: Exclude<ReceiverField["value"]["kind"], "environment">): ReceiverField => ({
  name: null,
  value: { kind },
});

const named = (
  name: string,
  kind: Exclude<ReceiverField["value"]["kind"], "environment">,
): ReceiverField => ({ name, value: { kind } });

const choice = (name: string, sandbox: string, production: string): ReceiverField => ({
  name,
  value: { kind: "environment", sandbox, production },
});

const checked = "2026-11";

/** The facts about each receiver, in the order of Rust. */
export const receiverInfos: ReceiverInfo[] = [
  {
    receiver: "own_code",
    environments: ["sandbox", "production"],
    fields: [named("NOVA_POST_API_KEY", "api_key"), named("NOVA_POST_API_URL", "base_url")],
    files: ["env_example", "env", "postman_environment", "bruno", "http_file", "curl_config"],
    source: "NP-docs: Authorization",
    checked,
  },
  {
    receiver: "own_code_ukraine",
    environments: ["ukraine"],
    fields: [named("NOVA_POSHTA_API_KEY", "api_key")],
    files: ["env_example", "env"],
    source: "NP-UA: API keys",
    checked,
  },
  {
    receiver: "sdk",
    environments: ["sandbox", "production"],
    fields: [named("API_KEY", "api_key"), choice("USE_SANDBOX", "true", "false")],
    files: ["env_example", "env"],
    source: "NP-sdk: README",
    checked,
  },
  {
    receiver: "magento",
    environments: ["sandbox", "production"],
    fields: [
      named("carriers/novapost/api_key", "api_key"),
      named("carriers/novapost/company_tin", "tax_code"),
      named("carriers/novapost/company_name", "company_name"),
      named("carriers/novapost/payer_contact_number", "payer_contract"),
      named("carriers/novapost/phone", "sender_phone"),
      named("carriers/novapost/email", "sender_email"),
      named("carriers/novapost/name", "sender_name"),
      named("carriers/novapost/country_code", "sender_country"),
    ],
    files: [],
    source: "NP-magento: settings",
    checked,
  },
  {
    receiver: "shopify",
    environments: ["production"],
    fields: [
      shown("api_key"),
      shown("tax_code"),
      shown("payer_contract"),
      shown("sender_name"),
      shown("sender_country"),
      shown("sender_city"),
      shown("sender_division"),
      shown("sender_address"),
      shown("sender_phone"),
      shown("sender_email"),
    ],
    files: [],
    source: "NP-shopify: settings",
    checked,
  },
  {
    receiver: "woocommerce",
    environments: ["sandbox", "production"],
    fields: [
      named("mrkv_nova_api_token", "api_key"),
      choice("mrkv_nova_api_server", "sandbox", "production"),
    ],
    files: [],
    source: "woocommerce: settings",
    checked,
  },
  {
    receiver: "opencart",
    environments: ["sandbox", "production"],
    fields: [shown("api_key"), shown("base_url")],
    files: [],
    source: "NP-docs: Authorization",
    checked,
  },
  {
    receiver: "postman",
    environments: ["sandbox", "production"],
    fields: [named("apiKey", "api_key"), named("baseUrl", "base_url")],
    files: ["postman_environment"],
    source: "NP-docs: Authorization",
    checked,
  },
  {
    receiver: "other",
    environments: ["sandbox", "production", "ukraine"],
    fields: [shown("api_key"), shown("base_url")],
    files: [],
    source: "NP-docs: Authorization",
    checked,
  },
];
