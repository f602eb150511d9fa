import type { KeyId } from "../../bindings";
import { router } from "../../state/router.svelte";
import { checkOf } from "../keys/check/key-check.svelte";
import { tokenOf } from "./key-token.svelte";

/** Requests a token for a key and opens its page. */
export function getToken(key: KeyId): void {
  void tokenOf(key).get();
  router.go({ page: "token", key });
}

/** Checks whether Nova Post accepts a key, and opens the key's page, which shows the result. */
export function checkKey(key: KeyId): void {
  void checkOf(key).run();
  router.go({ page: "key", key });
}
