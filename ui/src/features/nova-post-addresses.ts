/** Nova Post's base addresses [NP-spec: servers], for texts. Requests are sent by Rust, which has its own. */
export const ADDRESSES = {
  sandbox: "https://api-stage.novapost.pl/v.1.0/",
  production: "https://api.novapost.com/v.1.0/",
} as const;
