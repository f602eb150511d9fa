/** Failures of every code, for the tests and for the gallery. */

import type { Failure } from "../../bindings";

/** The id of the key in the examples. */
export const KEY = "5f0c3b52-8e3f-4f8e-9d55-1d0a6c0d9b11";

// A new code does not compile until it has an example here.
const examples: { [C in Failure["code"]]: Extract<Failure, { code: C }>[] } = {
  phone_invalid: [{ code: "phone_invalid" }],
  phone_ukraine: [{ code: "phone_ukraine" }],
  client_not_found: [{ code: "client_not_found" }],
  several_clients: [{ code: "several_clients" }],
  daily_limit: [
    { code: "daily_limit", againAt: "2026-11-25T00:00:00Z", key: null },
    { code: "daily_limit", againAt: "2026-11-25T00:00:00Z", key: KEY },
  ],
  key_refused: [{ code: "key_refused" }],
  key_expired: [{ code: "key_expired" }],
  wrong_environment: [
    { code: "wrong_environment", acceptedBy: "sandbox" },
    { code: "wrong_environment", acceptedBy: "production" },
  ],
  key_malformed: [{ code: "key_malformed" }],
  access_forbidden: [{ code: "access_forbidden" }],
  too_many_tokens: [
    { code: "too_many_tokens", retryAfter: null },
    { code: "too_many_tokens", retryAfter: 5 },
  ],
  too_many_requests: [
    { code: "too_many_requests", retryAfter: null },
    { code: "too_many_requests", retryAfter: 5 },
  ],
  call_refused: [
    { code: "call_refused", errorCode: null },
    { code: "call_refused", errorCode: "20000100016" },
  ],
  service_unavailable: [{ code: "service_unavailable", status: 503, retryAfter: 30 }],
  service_error: [{ code: "service_error", status: 500 }],
  answer_unreadable: [{ code: "answer_unreadable", status: 200 }],
  network_page: [{ code: "network_page", status: 200 }],
  redirect_refused: [{ code: "redirect_refused" }],
  offline: [{ code: "offline" }],
  unreachable: [{ code: "unreachable" }],
  tls_untrusted: [{ code: "tls_untrusted" }],
  proxy_needed: [
    { code: "proxy_needed", reason: "sign_in" },
    { code: "proxy_needed", reason: "sign_in_refused" },
    { code: "proxy_needed", reason: "sign_in_unsupported" },
    { code: "proxy_needed", reason: "script" },
  ],
  timed_out: [{ code: "timed_out" }],
  keychain_locked: [{ code: "keychain_locked" }],
  keychain_missing: [{ code: "keychain_missing" }],
  keychain_slow: [{ code: "keychain_slow" }],
  keychain_cancelled: [{ code: "keychain_cancelled" }],
  keychain_no_default: [{ code: "keychain_no_default" }],
  keychain_blocked_by_policy: [{ code: "keychain_blocked_by_policy" }],
  keychain_refused: [{ code: "keychain_refused" }],
  secret_not_saved: [
    { code: "secret_not_saved", key: KEY, cause: "locked" },
    { code: "secret_not_saved", key: KEY, cause: "missing" },
    { code: "secret_not_saved", key: KEY, cause: "slow" },
    { code: "secret_not_saved", key: KEY, cause: "refused" },
    { code: "secret_not_saved", key: KEY, cause: "cancelled" },
    { code: "secret_not_saved", key: KEY, cause: "no_default" },
    { code: "secret_not_saved", key: KEY, cause: "blocked_by_policy" },
  ],
  store_unwritable: [{ code: "store_unwritable" }],
  store_unreadable: [{ code: "store_unreadable" }],
  store_newer: [{ code: "store_newer" }],
  clock_wrong: [
    { code: "clock_wrong", minutesBehind: 120 },
    { code: "clock_wrong", minutesBehind: -7 },
  ],
  token_expired: [{ code: "token_expired" }],
  nothing_pending: [{ code: "nothing_pending" }],
  key_form_unusual: [{ code: "key_form_unusual", length: 40 }],
  looks_like_key: [{ code: "looks_like_key" }],
  forbidden_by_policy: [
    { code: "forbidden_by_policy", forbidden: "mode" },
    { code: "forbidden_by_policy", forbidden: "values" },
  ],
  not_found: [{ code: "not_found" }],
  superseded: [{ code: "superseded" }],
  internal: [{ code: "internal", what: "seal" }],
  clipboard_refused: [{ code: "clipboard_refused" }],
  clipboard_missing: [{ code: "clipboard_missing" }],
  update_address_insecure: [{ code: "update_address_insecure" }],
  update_unreachable: [{ code: "update_unreachable" }],
  update_untrusted: [{ code: "update_untrusted" }],
  update_answer_unreadable: [{ code: "update_answer_unreadable", status: 404 }],
  update_no_package: [{ code: "update_no_package" }],
  update_older: [{ code: "update_older", version: "0.0.9" }],
  update_incomplete: [{ code: "update_incomplete" }],
  update_signature_wrong: [{ code: "update_signature_wrong" }],
  update_not_now: [{ code: "update_not_now" }],
  update_not_allowed: [{ code: "update_not_allowed" }],
  update_not_installed: [{ code: "update_not_installed" }],
  already_running: [{ code: "already_running" }],
};

/** All examples, in the order of the codes. A card with several variants has one for each. */
export const failures: Failure[] = Object.values(examples).flat();
