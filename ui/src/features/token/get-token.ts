import type { KeyId } from "../../bindings";
import { router } from "../../state/router.svelte";
import { tokenOf } from "./key-token.svelte";

/** Requests a token for a key and opens its page. */
export function getToken(key: KeyId): void {
  void tokenOf(key).get();
  router.go({ page: "token", key });
}
