/** The addresses that stand in a sheet: docs/sources.md, NP-spec and NP-UA. A test compares them with Rust's. */

import type { ApiEnvironment } from "../../bindings";

/** The base address of the API in each environment. */
export const baseUrls: Record<ApiEnvironment, string> = {
  sandbox: "https://api-stage.novapost.pl/v.1.0/",
  production: "https://api.novapost.com/v.1.0/",
  ukraine: "https://api.novaposhta.ua/v2.0/json/",
};
