import type { KeyCard, TokenCard } from "../../bindings";

/** A fresh token of a key. */
export function someToken(key: KeyCard): TokenCard {
  const now = Date.now();
  return {
    key,
    secondsLeft: 3540,
    secondsInAll: 3600,
    assumed: false,
    claims: {
      issuedAt: new Date(now - 60_000).toISOString(),
      expiresAt: new Date(now + 3_540_000).toISOString(),
      client: "400512",
      issuer: "novapost",
    },
    verification: null,
    warning: null,
  };
}
